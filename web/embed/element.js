// <slugline-analyzer> in another page, from one script tag:
//
//   <script type="module" src="https://intranet.example/slugline/embed/slugline.js"></script>
//   <slugline-analyzer></slugline-analyzer>
//
// Each element has an engine and a story of its own; what it keeps is shared by all elements
// and tabs of the host's address. web/demo/EMBEDDING.md says what it offers its host.

import { Analyzer } from '../components/slugline-analyzer.js'
import { openMemory } from '../store/memory.js'
import { openStore } from '../store/store.js'
import { Session } from '../story/session.js'
import { shared } from '../style/shared.js'
import { tokens } from '../style/tokens.js'
import { analyzerStyle, givenRoom } from '../style/analyzer.js'
import { embeddedStyle } from '../style/embedded.js'
import { say } from '../words.js'
import { assetsAt } from './assets.js'
import './words.js'

/** A longer text is refused, UTF-16 code units. */
const mostText = 5_000_000

/** What the element's parts tell each other, which is nobody else's business. */
const inner = ['story', 'paste', 'open', 'example', 'proof', 'history', 'past', 'toggle', 'light', 'go', 'twin', 'leave', 'edit', 'settings', 'ruling', 'desk', 'name', 'entity', 'card']

export class EmbeddedAnalyzer extends Analyzer {
  static properties = { ...Analyzer.properties, archive: {}, base: {}, text: { attribute: false, noAccessor: true } }

  static styles = [tokens, shared, analyzerStyle(givenRoom), embeddedStyle]

  constructor() {
    super()
    /** `off`: nothing is kept, and no database is opened. Read when the element is put into the page. @type {string | null} */
    this.archive = null
    /** The folder of engine.wasm and the Workers' scripts, where it is not the script's own. Read when the element is put into the page. @type {string | null} */
    this.base = null
    /** What was given before there was a session to take it. @type {string | null} */
    this.waiting = null
    /** Until what is set beside the element's birth is known. @type {Promise<void> | undefined} */
    this.beginning = undefined
    /** @type {import('../engine/types.js').Engine | null} */
    this.engine = null
    /** @type {import('../engine/types.js').Analysis | null} what the host was last told of */
    this.told = null
    for (const type of inner) this.addEventListener(`slugline-${type}`, (event) => event.stopPropagation())
  }

  connectedCallback() {
    super.connectedCallback()
    this.beginning = this.updateComplete.then(() => {
      if (this.isConnected && !this.session) this.start()
    })
  }

  start() {
    const { base } = this
    const isWritten = base === this.getAttribute('base')
    const assets = () => assetsAt(base, isWritten)
    const engine = async () => (this.engine = await assets().start('engine.wasm'))
    const store = this.archive === 'off' ? Promise.resolve(openMemory()) : openStore()
    this.begin(new Session(engine, store), async () => assets().start('reference.wasm'), { search: () => assets().worker('search.js'), reader: () => assets().worker('reader.js') })
    if (this.waiting) this.take({ text: this.waiting })
    this.waiting = null
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
    Object.assign(this, { session: null, newsroom: null, engine: null, draft: null })
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
    if (!this.session) await this.beginning
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

  /** The text shown, as far as it is typed. Another one is shown and analysed, '' leaves it; the same is let be. */
  get text() {
    return this.waiting ?? this.draft?.text ?? this.story?.text ?? ''
  }

  set text(given) {
    const text = String(given ?? '')
    if (text.length > mostText) throw new RangeError(say('embed.long', { n: mostText }))
    if (text === this.text) return
    if (!this.session) this.waiting = text
    else if (text) this.take({ text })
    else this.reset()
  }

  /** Leaves the story. */
  clear() {
    this.waiting = null
    this.reset()
  }
}

if (!customElements.get('slugline-analyzer')) customElements.define('slugline-analyzer', EmbeddedAnalyzer)
