/**
 * The types of the engine's Promise interface, and of the analysis (JSON version 1, as
 * analyzer/export writes it). Offsets are UTF-16 code units: of the title where `field`
 * is 'title', else of the text as given.
 *
 * @typedef {'person' | 'organization' | 'place' | 'group' | 'event' | 'work' | 'product'
 *   | 'date' | 'time' | 'money' | 'percent' | 'quantity'} EntityType
 * @typedef {'title' | 'text'} Field
 * @typedef {'json' | 'ninjs' | 'jsonld' | 'superdesk' | 'csv' | 'html'} Format
 *
 * @typedef {{ kind: 'type' | 'not-a-name' | 'same' | 'ignore', name: string, type?: string, other?: string }} Correction
 * @typedef {{ title?: string, text: string, date?: string, corrections?: Correction[],
 *   rulings?: Ruling[], matches?: boolean }} Article `matches: false` leaves the archive out of an analysis
 * @typedef {'accept' | 'reject' | 'pin'} DeskVerdict pin: accepted, and first
 * @typedef {{ tag: string, verdict: DeskVerdict }} Ruling on a tag of the story at hand
 * @typedef {{ id: string, name: string, parent?: string, phrases?: string[] }} HouseTag
 * @typedef {{ story: string, base: number, traits: number[] }} Observation what a decision holds of its story: its
 *   key, the tag's confidence in thousandths without the desk, and the story's traits, 256 times the index and the value
 * @typedef {Ruling & Observation} Decision
 * @typedef {{ tags: HouseTag[], decisions: Decision[] }} Desk decisions oldest first; analyzer/desk has the bounds
 *
 * @typedef {{ signal?: AbortSignal }} Call
 *
 * @typedef {{ field?: Field, start: number, end: number }} Span
 * @typedef {{ field: Field, start: number, end: number, type: EntityType, entity: number,
 *   confidence?: number, value?: string, suggestion?: string }} Mention
 * @typedef {{ id: number, name: string, type: EntityType, aliases: string[], role?: string, count: number,
 *   salience: number, confidence: number, uri: string | null, country?: string,
 *   latitude?: number, longitude?: number, geonames?: number }} Entity
 * @typedef {{ id: string, name: string, path: string[], top: string, wikidata?: string, confidence: number,
 *   status: 'applied' | 'suggested' | 'rejected', evidence: Span[],
 *   desk?: { reason: 'accepted' | 'rejected' | 'pinned' | 'learned' | 'house', before?: number, stories?: number } }} Topic
 *   `desk` says why a tag is not as the model alone would have it
 * @typedef {{ text: string, score: number, count: number }} Keyphrase
 * @typedef {{ field?: Field, start: number, end: number, otherStart: number, otherEnd: number, moved?: boolean }} Passage
 * @typedef {{ kind: 'figure' | 'name' | 'quotation' | 'added' | 'cut' | 'wording', here: string, there: string,
 *   start?: number, end?: number, otherStart?: number, otherEnd?: number, field?: Field }} Change
 * @typedef {'exact' | 'near' | 'updated' | 'contains' | 'quotes' | 'template' | 'same-event'} Verdict
 * @typedef {{ id: string, title: string, verdict: Verdict, duplicate: boolean, reason: string, copied: number,
 *   copiedFrom: number, passages: Passage[], changes: Change[], firstSeen: string, below?: boolean, newsroom?: boolean }} Match
 *   `below` and `newsroom` are the page's: the reader's limits make it no duplicate; it is of the newsroom's archive
 * @typedef {{ version: 1, language: string, notice?: string,
 *   article: { title: string, deck?: string, byline?: string, dateline: string, words: number, sentences: number,
 *     setAside: (Span & { reason: string })[] },
 *   mentions: Mention[], entities: Entity[], topics: Topic[], rejected?: Topic[], keyphrases: Keyphrase[], matches: Match[] }} Analysis
 *
 * @typedef {{ id: string, name: string, path: string[] }} TopicEntry
 *
 * @typedef {{ record: string, story: string }} Candidate an article of a shared archive: base 64, and 16 hexadecimal digits
 * @typedef {{ name: string, bytes: Uint8Array }} ArchiveFile
 * @typedef {{ list(): Promise<string[]>, read(name: string): Promise<Uint8Array | Blob | undefined> }} ArchiveSource
 *   where archive files lie; read is called for the few that a comparison needs
 * @typedef {{ id: string, title: string, text: string, date: string, when: string, words: number, story: string,
 *   names: string[] }} Carried an article that an import brought
 * @typedef {{ id: string, title: string, when: string, words: number }} Listed an article in a list; `id` is empty where its text is damaged
 * @typedef {{ known: number, damaged: string[], whole: boolean }} ImportEnd `known`: articles that were there already
 * @typedef {{ articles: number, bytes: number, damaged: string[] }} ArchiveStats
 * @typedef {{ write: ArchiveFile[], remove: string[] }} Flush `write` in that order, then `remove`
 *
 * @typedef {object} Archive
 * @property {(files: ArchiveFile[] | ArchiveSource) => Promise<ArchiveStats>} open
 * @property {(article: Article, call?: Call) => Promise<Match[]>} compare
 * @property {(id: string, article: Article, when: string, call?: Call) => Promise<{ analysis: Analysis }>} add
 * @property {(id: string, article: Article, when: string, format: Format, call?: Call) => Promise<string>} addAs
 * @property {() => Promise<Flush>} flush
 * @property {(id: string) => Promise<boolean>} delete
 * @property {() => Promise<ArchiveStats>} stats
 * @property {(ids: string[]) => Promise<string[]>} stories
 * @property {(least?: number) => Promise<number[][]>} grouped
 * @property {(numbers: number[]) => Promise<Listed[]>} list
 * @property {(piece: Uint8Array) => Promise<Carried[]>} import
 * @property {() => Promise<ImportEnd>} imported
 * @property {() => Promise<Flush>} compact
 * @property {(name: string) => Promise<Uint8Array>} [pack] in a Worker
 *
 * @typedef {{ abi: number, engine: 'slugline' | 'prose', go: string, mediatopics?: string }} EngineInfo
 *   `mediatopics` is the date of the IPTC's release that the engine knows
 *
 * @typedef {object} Engine
 * @property {EngineInfo} info
 * @property {(article: Article, call?: Call) => Promise<Analysis>} analyze
 * @property {(article: Article, call?: Call) => Promise<string>} analyzeJSON
 * @property {(article: Article, format: Format, call?: Call) => Promise<string>} export
 * @property {(query: string, limit?: number, call?: Call) => Promise<TopicEntry[]>} topics
 * @property {(desk: Desk) => Promise<{ tags: number, decisions: number }>} teach later analyses follow it
 * @property {(article: Article, tag: string, call?: Call) => Promise<Observation>} observe
 * @property {(article: Article, call?: Call) => Promise<string[]>} anchors what a shared archive finds an article by
 * @property {(article: Article, when: string, candidates: Candidate[], call?: Call) => Promise<Match[]>} relate
 * @property {(candidate: Candidate) => Promise<{ id: string, title: string, text: string }>} recall what a candidate holds
 * @property {Archive} archive
 * @property {() => void} close
 *
 * @typedef {string | URL | ArrayBuffer | Uint8Array | WebAssembly.Module | Response} WasmBytes
 * @typedef {WasmBytes | (() => Promise<ArrayBuffer | Uint8Array>)} WasmSource
 * @typedef {{ wasm: WasmSource, corrections?: Correction[], desk?: Desk }} StartOptions
 */

export {}
