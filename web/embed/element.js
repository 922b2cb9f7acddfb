// <slugline-analyzer> in another page, from one script tag:
//
//   <script type="module" src="https://intranet.example/slugline/embed/slugline.js"></script>
//   <slugline-analyzer></slugline-analyzer>
//
// Each element has an engine and a story of its own; what it keeps is shared by all elements
// and tabs of the host's address. web/demo/EMBEDDING.md says what it offers its host.

import { Analyzer } from '../components/slugline-analyzer.js'
import { startWorker } from '../engine/client.js'
import { EngineError } from '../engine/error.js'
import { openMemory } from '../store/memory.js'
import { openStore } from '../store/store.js'
import { Session } from '../story/session.js'
import { shared } from '../style/shared.js'
import { tokens } from '../style/tokens.js'
import { analyzerStyle, givenRoom } from '../style/analyzer.js'
import { embeddedStyle } from '../style/embedded.js'
import { say } from '../words.js'

/** Where the engine and the Workers lie: written out, so that bundlers find them. @type {Record<string, URL>} */
const places = {
  'engine.wasm': new URL('../engine.wasm', import.meta.url),
  'worker.js': new URL('../worker.js', import.meta.url),
  'search.js': new URL('../search.js', import.meta.url),
  'reader.js': new URL('../reader.js', import.meta.url),
}

/** prose v2, to compare with; a site may leave it out. */
const reference = () => new URL('../reference.wasm', /* @vite-ignore */ import.meta.url)

/** A longer text is refused, UTF-16 code units. */
const mostText = 5_000_000

/** What the element's parts tell each other, which is nobody else's business. */
const inner = ['story', 'paste', 'open', 'example', 'proof', 'history', 'past', 'toggle', 'light', 'go', 'twin', 'leave', 'edit', 'settings', 'ruling', 'desk', 'name', 'entity', 'card']

/** The Workers' scripts. */
const files = ['worker.js', 'search.js', 'reader.js']

/**
 * A Worker starts from the page's own origin only. For a page of another origin, and for a
 * sandboxed one, which has none, the scripts are fetched, and start from Blobs: as classic
 * ones, for a sandboxed page may not start modules from Blobs.
 */
const isOwn = places['worker.js'].origin === globalThis.origin

/** Where each Worker starts from. @type {Promise<Record<string, string>>} */
const addresses = Promise.all(files.map(async (file) => [file, isOwn ? places[file].href : URL.createObjectURL(new Blob(['(async()=>{', await part(places[file]), '\n})()'], { type: 'text/javascript' }))])).then(Object.fromEntries)
addresses.catch(() => undefined) // start() tells of it

/** The same once it is known, for those who cannot wait. @type {Record<string, string>} */
let known = {}

/** Only scripts from beside this one become Workers. */
const scripts = /** @type {{ createScriptURL(file: string): string }} */ (
  /** @type {any} */ (globalThis).trustedTypes?.createPolicy('slugline-page', { createScriptURL: (/** @type {string} */ file) => known[file] }) ?? {
    createScriptURL: (file) => known[file],
  }
)

/** @param {URL} place */
async function part(place) {
  const response = await fetch(place)
  if (!response.ok) throw new EngineError('start', say('embed.missing', { file: response.url, status: response.status }))
  return response.blob()
}

/** @param {string} file */
const worker = (file) => new Worker(scripts.createScriptURL(file), { type: isOwn ? 'module' : 'classic', name: file })

/** @param {URL} wasm the engine's module */
async function start(wasm) {
  known = await addresses
  return startWorker({ wasm: isOwn ? wasm : await (await part(wasm)).arrayBuffer(), worker: () => worker('worker.js') })
}

export class EmbeddedAnalyzer extends Analyzer {
  static properties = { ...Analyzer.properties, archive: {} }

  static styles = [tokens, shared, analyzerStyle(givenRoom), embeddedStyle]

  constructor() {
    super()
    /** `off`: nothing is kept, and no database is opened. Read when the element is put into the page. @type {string | null} */
    this.archive = null
    /** @type {import('../engine/types.js').Engine | null} */
    this.engine = null
    /** @type {import('../engine/types.js').Analysis | null} what the host was last told of */
    this.told = null
    for (const type of inner) this.addEventListener(`slugline-${type}`, (event) => event.stopPropagation())
  }

  connectedCallback() {
    super.connectedCallback()
    if (this.session) return
    const engine = async () => (this.engine = await start(places['engine.wasm']))
    const store = this.archive === 'off' ? Promise.resolve(openMemory()) : openStore()
    this.begin(new Session(engine, store), () => start(reference()), { search: () => worker('search.js'), reader: () => worker('reader.js') })
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    queueMicrotask(() => !this.isConnected && this.end()) // it may only be moved
  }

  /** Ends the engine, and what goes to a newsroom; an element that is put into the page again starts another. */
  end() {
    for (const part of [this.session, this.newsroom]) part?.removeEventListener('change', this.changed)
    this.newsroom?.end()
    this.engine?.close()
    Object.assign(this, { session: null, newsroom: null, engine: null })
  }

  get ground() {
    return this
  }

  toTop() {
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' })
  }

  /** @param {'light' | 'dark' | 'auto'} theme auto: as the host's page is */
  dress(theme) {
    this.style.colorScheme = theme === 'auto' ? '' : theme
  }

  follow() {
    super.follow()
    const { session } = this
    if (session?.state !== 'ready' || !session.analysis || session.analysis === this.told) return
    this.told = session.analysis
    const { title = '', text = '' } = session.story ?? {}
    this.dispatchEvent(new CustomEvent('slugline-analysis', { detail: { analysis: this.told, title, text }, bubbles: true, composed: true }))
  }

  /**
   * Shows a story and says what is in it.
   * @param {string | { title?: string, text: string }} given
   * @returns {Promise<import('../engine/types.js').Analysis>} rejects with words for the reader
   */
  async analyze(given) {
    const { title = '', text } = typeof given === 'string' ? { text: given } : given
    if (typeof text !== 'string' || typeof title !== 'string') throw new TypeError(say('embed.words'))
    if (text.length + title.length > mostText) throw new RangeError(say('embed.long', { n: mostText }))
    if (!this.session) throw new Error(say('embed.away'))
    await this.take({ title, text })
    const { analysis } = this
    if (!analysis) throw new Error(this.problemWords() || say('embed.away'))
    return analysis
  }

  /** The story as text in a format. @param {import('../engine/types.js').Format} format @returns {Promise<string>} */
  async export(format) {
    if (!this.session?.story) throw new Error(say('embed.none'))
    return (await this.session.export(format)) ?? ''
  }

  /** Leaves the story. */
  clear() {
    this.reset()
  }
}

if (!customElements.get('slugline-analyzer')) customElements.define('slugline-analyzer', EmbeddedAnalyzer)
