// One reader's sitting: the story on the page, what the engine says of it, what the reader
// has corrected, and the past it is compared with. The page's only state that matters; the
// components show it. Says 'change' whenever something in it is new. What is done with the
// stories kept, beside comparing with them, is in keeping.js.

import { Past } from '../store/past.js'
import { joined, nothingTaught, readDesk } from '../desk/desk.js'
import { readVocabulary } from '../desk/vocabulary.js'
import { decisionsOf, holding, nothingSaid, redone, saying, tagsSaid, undone, without, withoutTags } from './corrections.js'
import { readSaid, taken } from './said.js'
import { Keeping, newId } from './keeping.js'
import { Judge } from './judge.js'
import { evidenceOf } from './limits.js'
import { blocksOf } from './blocks.js'
import { yielded } from './yielded.js'

/**
 * @typedef {import('../engine/types.js').Engine} Engine
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Correction} Correction
 * @typedef {import('../store/database.js').Store} Store
 * @typedef {import('../store/database.js').Line} Line
 * @typedef {{ id: string, title: string, text: string, known: boolean }} Story `known`: it is in the archive
 * @typedef {'empty' | 'busy' | 'ready' | 'failed'} State
 */

/** A text of fewer words is no story, and is not remembered. */
const leastWords = 25

/** Names, and tags, by which one story can be found in the history. */
const mostNames = 60

/** Types that are found by rules: dates and amounts, not names. */
const ruled = new Set(['date', 'time', 'money', 'percent', 'quantity'])

export class Session extends EventTarget {
  /**
   * @param {() => Promise<Engine>} start starts the engine; called again after a failure
   * @param {Promise<Store>} store
   */
  constructor(start, store) {
    super()
    this.start = start
    this.opening = store
    /** @type {Promise<{ engine: Engine, past: Past, store: Store }> | null} */
    this.running = null
    /** @type {Promise<void> | null} */
    this.recalled = null
    /** @type {Story | null} */
    this.story = null
    /** @type {Analysis | null} */
    this.analysis = null
    /** @type {State} */
    this.state = 'empty'
    /** @type {{ code: string, message: string } | null} */
    this.problem = null
    /** Milliseconds that the last analysis took, from question to answer. */
    this.took = 0
    /** The newest of the stories kept. @type {Line[]} */
    this.lines = []
    /** How many stories are kept. */
    this.kept = 0
    this.lasting = true
    this.keeping = new Keeping(this)
    this.judge = new Judge(this)
    this.log = nothingSaid()
    /** House tags, and decisions from other desks. */
    this.desk = nothingTaught()
    /** What the engine was last taught. @type {import('../desk/desk.js').Desk} */
    this.taught = nothingTaught()
    this.turn = 0
    /** The date of the IPTC's Media Topics that the engine knows. */
    this.release = ''
    /** @type {AbortController | null} */
    this.asking = null
  }

  tell() {
    this.dispatchEvent(new Event('change'))
  }

  /** Starts the engine and opens the past; the second call waits for the first. */
  ready() {
    this.running ??= (async () => {
      const [engine, store] = await Promise.all([this.start(), this.opening, this.recall()]) // what is kept is read while the engine starts
      const past = new Past(engine, store)
      this.release = engine.info.mediatopics ?? ''
      this.taught = nothingTaught()
      await this.teach(engine)
      try {
        await past.open()
      } catch (error) {
        this.problem = describe(error, 'archive')
      }
      return { engine, past, store }
    })()
    this.running.catch(() => (this.running = null))
    return this.running
  }

  /** Takes up what was kept, once. */
  recall() {
    this.recalled ??= this.opening.then(async (store) => {
      this.lasting = store.lasting
      const [log, desk] = await Promise.all([store.setting('corrections'), store.setting('desk'), this.judge.start(store), this.keeping.start(store)])
      this.log = log ?? nothingSaid()
      this.desk = desk ?? nothingTaught()
    })
    this.recalled.catch(() => (this.recalled = null))
    return this.recalled
  }

  /** @param {{ title?: string, text: string }} given a story that has just arrived */
  async receive(given) {
    this.story = { id: newId(), title: (given.title ?? '').trim(), text: given.text, known: false }
    this.analysis = null
    await this.ask({ fresh: true })
    await this.remember()
  }

  /** @param {string} id @returns {Promise<import('../store/database.js').Words | undefined>} a story kept before */
  async words(id) {
    const { store } = await this.ready()
    return store.words(id)
  }

  /** @param {string} id a story of the history */
  async reopen(id) {
    const words = await this.words(id)
    if (!words) return
    this.story = { ...words, known: true }
    this.analysis = null
    await this.ask({ fresh: true })
  }

  /** The story while it is being typed: asked about, not yet remembered. @param {string} title @param {string} text */
  async edit(title, text) {
    if (!this.story) return
    this.story = { ...this.story, title, text }
    await this.ask({ fresh: false })
  }

  /** Leaves the story: the page is empty again. */
  leave() {
    this.asking?.abort()
    this.turn++
    this.story = null
    this.analysis = null
    this.judge.weighed = []
    this.problem = null
    this.state = 'empty'
    this.tell()
  }

  /** @param {{ fresh: boolean }} how fresh: nothing of what is shown holds any more */
  async ask({ fresh }) {
    const story = this.story
    if (!story) return
    const turn = ++this.turn
    this.asking?.abort()
    const asking = (this.asking = new AbortController())
    if (fresh) {
      this.state = 'busy'
      this.problem = null
      this.tell()
    }
    try {
      const { engine, past } = await this.ready()
      if (turn !== this.turn) return
      const analysis = await past.reading(() => {
        const asked = performance.now()
        return engine.analyze(this.article(story), { signal: asking.signal }).finally(() => (this.took = performance.now() - asked))
      })
      if (turn !== this.turn) return
      analysis.matches = (analysis.matches ?? []).filter((match) => match.id !== story.id)
      await yielded() // a long story's JSON, its evidence and its drawing are tasks of their own
      await this.judge.weigh(story.text, analysis)
      await yielded()
      if (turn !== this.turn) return
      this.analysis = analysis
      this.state = 'ready'
      this.problem = null
    } catch (error) {
      if (turn !== this.turn || /** @type {any} */ (error)?.name === 'AbortError') return
      this.problem = describe(error, 'engine')
      this.state = 'failed'
    }
    this.tell()
  }

  /** Keeps the story for later comparisons, unless it is no story or word for word one kept before. */
  async remember() {
    const { story, analysis } = this
    if (!story || !analysis || this.state !== 'ready' || !worthKeeping(analysis)) return
    const { past, store } = await this.ready()
    const same = analysis.matches.find((match) => match.verdict === 'exact')
    const [twin] = same && !story.known ? await store.some([same.id]) : []
    try {
      if (twin) await store.note({ ...twin, again: twin.again + 1 })
      else {
        const [known] = await store.some([story.id])
        const when = known?.when ?? new Date().toISOString()
        await past.add([{ id: story.id, when, article: this.article(story), known: story.known }], () => lineOf(story, when, analysis, known))
        if (this.story?.id === story.id) this.story.known = true
      }
      if (this.problem?.code === 'store' || this.problem?.code === 'full') this.problem = null
    } catch (error) {
      this.problem = describe(error, 'store')
    }
    await this.keeping.wrote()
  }

  /** @param {Story} story */
  article(story) {
    return {
      ...(story.title ? { title: story.title } : {}),
      text: story.text,
      date: new Date().toISOString().slice(0, 10),
      corrections: holding(this.log, story.id),
      rulings: tagsSaid(this.log, story.id).map(({ tag, verdict }) => ({
        tag,
        verdict: /** @type {import('../engine/types.js').DeskVerdict} */ (verdict),
      })),
    }
  }

  /** @param {Correction} correction @param {boolean} everywhere */
  correct(correction, everywhere) {
    const story = everywhere ? '' : (this.story?.id ?? '')
    const forms = this.analysis?.entities.find((entity) => entity.name === correction.name)?.aliases ?? []
    return this.keepLog(saying(this.log, { ...correction, forms, story, when: new Date().toISOString() }))
  }

  undo() {
    return this.keepLog(undone(this.log))
  }

  redo() {
    return this.keepLog(redone(this.log))
  }

  /** @param {number} index */
  forget(index) {
    return this.keepLog(without(this.log, index))
  }

  /** @param {string} text of a file of corrections @returns {Promise<{ read: number, added: number }>} how many, and how many are new */
  async importCorrections(text) {
    const corrections = readSaid(text)
    const { log, added } = taken(this.log, corrections, new Date().toISOString())
    if (added) await this.keepLog(log)
    return { read: corrections.length, added }
  }

  /** @param {import('./corrections.js').Log} log */
  async keepLog(log) {
    this.log = log
    this.tell()
    const { store, engine } = await this.ready()
    await this.teach(engine)
    await Promise.all([store.set('corrections', log), this.ask({ fresh: false })])
  }

  /** What is taught now: by the house, by other desks, and by the reader. */
  get teaching() {
    return joined(this.desk, { ...nothingTaught(), decisions: decisionsOf(this.log) })
  }

  /** Tells the engine what was taught, where that is new. @param {Engine} engine */
  async teach(engine) {
    const now = this.teaching
    if (JSON.stringify(now) === JSON.stringify(this.taught)) return
    this.taught = now
    await engine.teach(now)
  }

  /**
   * What the reader says of a tag of this story.
   * @param {{ id: string, name: string }} tag
   * @param {'accept' | 'reject' | 'pin' | 'clear'} verdict
   */
  async rule({ id, name }, verdict) {
    const { engine } = await this.ready()
    const story = this.story
    if (!story) return
    const observed = await engine.observe(this.article(story), id)
    await this.keepLog(saying(this.log, { kind: 'tag', tag: id, name, verdict, story: story.id, when: new Date().toISOString(), observed }))
  }

  /** Media Topics and house tags whose names answer a query. @param {string} query @returns {Promise<import('../engine/types.js').TopicEntry[]>} */
  async tagsNamed(query) {
    const wanted = query.trim().toLowerCase()
    if (!wanted) return []
    const { engine } = await this.ready()
    const ours = this.desk.tags.filter((tag) => tag.name.toLowerCase().includes(wanted)).slice(0, 8)
    return [...ours.map(({ id, name }) => ({ id, name, path: [name] })), ...(await engine.topics(query, 12))]
  }

  /** @param {string} text of a vocabulary @returns {Promise<number>} its tags */
  async importTags(text) {
    const tags = readVocabulary(text)
    await this.keepDesk(joined(this.desk, { ...nothingTaught(), tags }))
    return tags.length
  }

  /** @param {string} json of another desk @returns {Promise<{ tags: number, decisions: number }>} what it holds */
  async importDesk(json) {
    const other = readDesk(json)
    await this.keepDesk(joined(this.desk, other))
    return { tags: other.tags.length, decisions: other.decisions.length }
  }

  /** @param {'tags' | 'decisions'} which */
  async forgetDesk(which) {
    if (which === 'decisions') this.log = withoutTags(this.log)
    await this.keepDesk({ ...this.desk, [which]: [] })
  }

  /** @param {import('../desk/desk.js').Desk} desk */
  async keepDesk(desk) {
    this.desk = desk
    const { store } = await this.ready()
    await store.set('desk', desk)
    await this.keepLog(this.log)
  }

  /** @param {import('../engine/types.js').Format} format @returns {Promise<string>} */
  async export(format) {
    const { engine } = await this.ready()
    if (!this.story) return ''
    return engine.export(this.article(this.story), format)
  }
}

/**
 * The headline to call a story by.
 * @param {{ title: string, text: string }} story
 * @param {Analysis | null} analysis
 */
export function titleOf(story, analysis) {
  const title = story.title || (analysis?.article.title ?? '')
  if (title) return title
  const first = blocksOf(story.text.slice(0, 2000), null)[0]
  const line = first ? story.text.slice(first.start, first.end) : ''
  return line.length > 110 ? `${line.slice(0, 109).replace(/\s+\S*$/, '')} …` : line
}

/** Whether a text is a story that later ones should be compared with. @param {Analysis} analysis */
export const worthKeeping = (analysis) => analysis.language === 'en' && analysis.article.words >= leastWords

/**
 * The line of the history for a story.
 * @param {{ id: string, title: string, text: string }} story
 * @param {string} when
 * @param {Analysis} analysis
 * @param {Line} [known] the line that it has already
 * @returns {Line}
 */
export function lineOf(story, when, analysis, known) {
  const match = analysis.matches.find((one) => one.duplicate && one.id !== story.id)
  return {
    id: story.id,
    title: titleOf(story, analysis),
    when,
    words: analysis.article.words,
    verdict: match?.verdict ?? '',
    ...(match ? { evidence: evidenceOf(story.text, [match], new Map())[0] } : {}),
    topic: analysis.topics[0]?.name ?? '',
    again: known?.again ?? 0,
    story: known?.story ?? story.id,
    names: analysis.entities.flatMap((entity) => (ruled.has(entity.type) ? [] : [entity.name, ...entity.aliases])).slice(0, mostNames),
    tags: [...analysis.topics.map((topic) => topic.name), ...analysis.keyphrases.map((phrase) => phrase.text)].slice(0, mostNames),
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
export function describe(error, code) {
  const known = /** @type {{ code?: unknown, name?: string, message?: string }} */ (error)
  if (known?.name === 'QuotaExceededError') return { code: 'full', message: '' }
  return { code: typeof known?.code === 'string' ? known.code : code, message: known?.message ?? String(error) }
}
