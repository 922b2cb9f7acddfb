// <slugline-analyzer>: the whole of Slugline as one element. It holds the session, hands its
// parts what they show, and turns what they say into calls. The parts know nothing of each
// other.

import { LitElement, html, nothing } from 'lit'
import { tokens } from '../style/tokens.js'
import { shared } from '../style/shared.js'
import { analyzerStyle, wholePage } from '../style/analyzer.js'
import { titleOf } from '../story/session.js'
import { example } from '../story/example.js'
import { Arrivals } from './arrivals.js'
import { Spotlight } from './spotlight.js'
import { Shortcuts, readKeys } from './shortcuts.js'
import { Rulings } from './rulings.js'
import { Newsroom } from '../newsroom/newsroom.js'
import { bar, door, strip, tabs, tools } from './frame.js'
import { say } from '../words.js'
import './intake.js'
import './article.js'
import './editor.js'
import './legend.js'
import './names.js'
import './places.js'
import './topics.js'
import './desk.js'
import './phrases.js'
import './seen.js'
import './figures.js'
import './card.js'
import './twin.js'
import './history.js'
import './exports.js'
import './engines.js'
import './settings.js'
import './help.js'
import './offer.js'
import './proof.js'

/** Milliseconds of typing that may pass before the story is asked about again; and before work that is not done yet says so. */
const [typingPause, unnoticed] = [160, 250]

const silence = { words: '', act: '', run: () => {} }

export class Analyzer extends LitElement {
  static properties = {
    view: { state: true },
    sheet: { state: true },
    hiddenTypes: { state: true },
    labels: { state: true },
    match: { state: true },
    other: { state: true },
    toast: { state: true },
    slow: { state: true },
    contrast: { type: Boolean, reflect: true },
    hovering: { type: Boolean, reflect: true },
    readonly: { type: Boolean, reflect: true },
  }

  static styles = [tokens, shared, analyzerStyle(wholePage)]

  constructor() {
    super()
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {Newsroom | null} */
    this.newsroom = null
    /** @type {(() => Promise<import('../engine/types.js').Engine>) | null} */
    this.startReference = null
    /** @type {{ search: () => Worker, reader: () => Worker } | null} */
    this.workers = null
    /** @type {'read' | 'edit' | 'twin'} */
    this.view = 'read'
    this.sheet = ''
    /** @type {Set<string>} */
    this.hiddenTypes = new Set()
    this.labels = false
    /** @type {import('../engine/types.js').Match | null} */
    this.match = null
    /** @type {{ title: string, text: string } | null} */
    this.other = null
    /** @type {{ words: string, act: string, run: () => unknown }} */
    this.toast = silence
    this.slow = false
    this.contrast = false
    this.hovering = false
    /** The text is the host's: the reader neither edits, replaces nor leaves it. */
    this.readonly = false
    this.isExample = false
    this.message = ''
    /** @type {{ title: string, text: string } | null} what is being typed, ahead of the session */
    this.draft = null
    this.wasEdited = false
    this.timers = { toast: 0, slow: 0, typing: 0 }
    this.spotlight = new Spotlight(this)
    this.shortcuts = new Shortcuts(this)
    this.arrivals = new Arrivals(this)
    this.rulings = new Rulings(this)
    this.changed = () => this.follow()
  }

  /**
   * @param {import('../story/session.js').Session} session
   * @param {() => Promise<import('../engine/types.js').Engine>} startReference
   * @param {{ search: () => Worker, reader: () => Worker }} workers started on use
   */
  begin(session, startReference, workers) {
    const newsroom = new Newsroom(session)
    Object.assign(this, { session, startReference, workers, newsroom })
    session.addEventListener('change', this.changed)
    newsroom.addEventListener('change', this.changed)
    this.requestUpdate()
    session.ready().catch(() => {}) // the session says what the problem is
    session.opening.then(async (store) => {
      await newsroom.start(store)
      await this.updateComplete
      await /** @type {import('./settings.js').Settings | null} */ (this.find('slugline-settings'))?.recall(store)
    })
  }

  follow() {
    const busy = this.session?.state === 'busy'
    if (!busy) {
      clearTimeout(this.timers.slow)
      this.timers.slow = 0
      this.slow = false
    } else if (!this.timers.slow) this.timers.slow = window.setTimeout(() => (this.slow = true), unnoticed)
    this.requestUpdate()
  }

  /** Where keys, pastes and drops are listened for: the page is Slugline's own. @returns {EventTarget} */
  get ground() {
    return window
  }

  toTop() {
    scrollTo({ top: 0 })
  }

  /** @param {'light' | 'dark' | 'auto'} theme */
  dress(theme) {
    document.documentElement.dataset.theme = theme
  }

  get story() {
    return this.session?.story ?? null
  }

  get analysis() {
    return this.session?.analysis ?? null
  }

  /** @returns {HTMLDialogElement[]} those of its parts */
  get dialogs() {
    const parts = ['history', 'batch', 'exports', 'engines', 'settings', 'desk', 'help', 'proof', 'offer']
    return parts.flatMap((name) => this.find(`slugline-${name}`)?.shadowRoot?.querySelector('dialog') ?? [])
  }

  /** @param {string} selector @returns {HTMLElement | null} the first of its elements that fits */
  find(selector) {
    return /** @type {ShadowRoot} */ (this.renderRoot).querySelector(selector)
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('readonly') && this.readonly && this.view === 'edit') this.turn('read')
  }

  render() {
    return html`<div
      class="page"
      part="page"
      @slugline-story=${(/** @type {CustomEvent} */ event) => this.take(event.detail)}
      @slugline-paste=${(/** @type {CustomEvent} */ event) => this.arrivals.clipboard(event.detail.data, event.detail.title)}
      @slugline-open=${() => this.arrivals.ask()}
      @slugline-example=${() => this.take(example, true)}
      @slugline-proof=${() => this.show('slugline-proof')}
      @slugline-history=${() => this.show('slugline-history')}
      @slugline-past=${this.onPast}
      @slugline-toggle=${this.onToggle}
      @slugline-light=${this.onLight}
      @slugline-go=${(/** @type {CustomEvent} */ event) => this.spotlight.go(event.detail.index)}
      @slugline-twin=${(/** @type {CustomEvent} */ event) => this.openTwin(event.detail.match)}
      @slugline-leave=${() => this.turn('read')}
      @slugline-edit=${this.onEdit}
      @slugline-correction=${this.onCorrection}
      @slugline-settings=${this.onSettings}
      @slugline-keys=${(/** @type {CustomEvent} */ event) => /** @type {any} */ (this.find('slugline-settings')).set('shortcuts', event.detail.keys)}
      @slugline-ruling=${(/** @type {CustomEvent} */ event) => this.rulings.on(event)}
      @slugline-desk=${() => this.show('slugline-desk')}
      @slugline-name=${(/** @type {CustomEvent} */ event) => this.spotlight.onName(event)}
      @slugline-entity=${(/** @type {CustomEvent} */ event) => this.spotlight.onEntity(event)}
      @slugline-card=${(/** @type {CustomEvent} */ event) => this.spotlight.onCard(event)}
    >
      ${bar(this)}
      <div role=${this.ground === window ? 'main' : nothing}>${this.story ? this.desk() : door(this)}</div>
      <p class="toast" role="status" ?hidden=${!this.toast.words}>
        ${this.toast.words}
        ${this.toast.act ? html`<button class="link" @click=${this.toast.run}>${this.toast.act}</button>` : nothing}
      </p>
      <slugline-history .session=${this.session} .newsroom=${this.newsroom} .waiting=${this.newsroom?.waiting.length ?? 0} .lines=${this.session?.lines ?? []} .startSearch=${this.workers?.search ?? null}></slugline-history>
      <slugline-batch .session=${this.session} .startReader=${this.workers?.reader ?? null}></slugline-batch>
      <slugline-exports .session=${this.session}></slugline-exports>
      <slugline-engines></slugline-engines>
      <slugline-settings .session=${this.session} .newsroom=${this.newsroom} .log=${this.session?.log}></slugline-settings>
      <slugline-desk .session=${this.session} .taught=${this.session?.taught}></slugline-desk>
      <slugline-help .keys=${this.shortcuts.keys} .on=${this.shortcuts.on} .page=${this.ground === window && window === top}></slugline-help>
      <slugline-offer></slugline-offer>
      <input class="files" type="file" multiple accept=".txt,.md,.html,.htm,.csv,.json,.jsonl,.ndjson,.zip,text/plain,text/html" hidden @change=${(/** @type {Event} */ event) => this.arrivals.chosen(event)} />
      <div class="drop" aria-hidden="true"><span>${say('intake.drop')}</span></div>
    </div>`
  }

  desk() {
    const { story, analysis } = this
    if (this.view === 'twin' && this.match && story)
      return html`<slugline-twin
        .match=${this.match}
        .here=${{ title: titleOf(story, analysis), text: story.text }}
        .there=${this.other}
      ></slugline-twin>`
    const text = story?.text ?? ''
    return html`<div class="desk ${this.sheet ? 'sheeted' : ''} ${!analysis && this.session?.state === 'failed' ? 'failed' : ''}">
        <div class="story" part="story">
          ${strip(this)}
          <slugline-legend .analysis=${analysis} .hiddenTypes=${this.hiddenTypes} .labels=${this.labels}></slugline-legend>
          ${this.view === 'edit'
            ? html`<slugline-editor .story=${story} .analysis=${analysis} .hiddenTypes=${this.hiddenTypes}></slugline-editor>`
            : html`<slugline-article
                .story=${story}
                .analysis=${analysis}
                .hiddenTypes=${this.hiddenTypes}
                .labels=${this.labels}
              ></slugline-article>`}
        </div>
        <aside class="column" part="column" aria-label=${say('column.label')} data-sheet=${this.sheet}>
          <button class="shut" aria-label=${say('close')} @click=${() => this.openSheet('')}>✕</button>
          ${tools(this)}
          <slugline-topics data-panel="topics" .analysis=${analysis} .session=${this.session} .taught=${this.session?.taught}></slugline-topics>
          <slugline-phrases data-panel="topics" .analysis=${analysis} .text=${text}></slugline-phrases>
          <slugline-names data-panel="names" .analysis=${analysis} .current=${this.spotlight.entity}></slugline-names>
          <slugline-places data-panel="names" .analysis=${analysis}></slugline-places>
          <slugline-seen data-panel="seen" .analysis=${analysis} .session=${this.session} .newsroom=${this.newsroom} .stories=${this.session?.kept ?? 0} .closed=${this.readonly}></slugline-seen>
          <slugline-figures data-panel="more" .analysis=${analysis} .text=${text} .took=${this.session?.took ?? 0}></slugline-figures>
        </aside>
        ${this.spotlight.card()}
      </div>
      ${tabs(this)}`
  }

  problemWords() {
    const problem = this.session?.problem
    if (!problem) return ''
    return `${say(`problem.${problem.code}`)} ${problem.message}`
  }

  /** @param {string} part the dialog to open */
  show(part) {
    /** @type {any} */ (this.find(part))?.show()
  }

  compare() {
    const engines = /** @type {import('./engines.js').Engines | null} */ (this.find('slugline-engines'))
    if (!engines || !this.story || !this.analysis) return
    engines.start = this.startReference
    engines.show(this.story, this.analysis, this.session?.took ?? 0)
  }

  /** @param {{ title?: string, text: string }} given @param {boolean} [isExample] */
  async take(given, isExample = false) {
    this.isExample = isExample
    this.message = ''
    this.makeRoom()
    await this.session?.receive(given)
  }

  /** For another story, or none: what is being typed belongs to the one before. */
  makeRoom() {
    clearTimeout(this.timers.typing)
    Object.assign(this, { view: 'read', sheet: '', draft: null, wasEdited: false })
    this.spotlight.clear()
    this.toTop()
  }

  leave() {
    this.reset()
    this.updateComplete.then(() => this.find('slugline-intake')?.focus())
  }

  reset() {
    this.session?.leave()
    this.makeRoom()
  }

  toggleEdit() {
    return this.turn(this.view === 'edit' ? 'read' : 'edit')
  }

  /** @param {'read' | 'edit' | 'twin'} view */
  async turn(view) {
    if (!this.story || view === this.view || (view === 'edit' && this.readonly)) return
    const wasEditing = this.view === 'edit'
    this.spotlight.clear()
    this.view = view
    if (wasEditing) {
      clearTimeout(this.timers.typing)
      const { title, text } = this.draft ?? this.story
      this.draft = null
      if (title !== this.story.title || text !== this.story.text) await this.session?.edit(title, text)
      if (this.wasEdited) await this.session?.remember()
      this.wasEdited = false
    }
    await this.updateComplete
    if (view === 'edit') /** @type {import('./editor.js').Editor | null} */ (this.find('slugline-editor'))?.place(0)
    else if (view === 'twin') this.toTop()
  }

  /** @param {CustomEvent} event */
  onEdit(event) {
    this.draft = event.detail
    this.wasEdited = true
    clearTimeout(this.timers.typing)
    this.timers.typing = window.setTimeout(() => {
      const { title, text } = this.draft ?? event.detail
      this.session?.edit(title, text)
    }, typingPause)
  }

  /** @param {CustomEvent} event */
  async onPast(event) {
    this.isExample = false
    this.makeRoom()
    await this.session?.reopen(event.detail.id)
  }

  /** @param {CustomEvent} event */
  onToggle(event) {
    const hidden = new Set(this.hiddenTypes)
    if (!hidden.delete(event.detail.type)) hidden.add(event.detail.type)
    this.hiddenTypes = hidden
  }

  /** @param {CustomEvent} event */
  onLight(event) {
    const article = this.spotlight.article
    article?.light(event.detail.spots)
    if (event.detail.reach) article?.reach(event.detail.spots)
  }

  /** @param {import('../engine/types.js').Match} match */
  async openTwin(match) {
    this.match = match
    this.other = (match.newsroom ? this.newsroom?.words.get(match.id) : await this.session?.words(match.id)) ?? null
    await this.turn('twin')
  }

  /** @param {CustomEvent} event */
  async onCorrection(event) {
    const { correction, everywhere } = event.detail
    this.spotlight.clear()
    await this.session?.correct(correction, everywhere)
    const type = correction.type ? say(`type.${correction.type}`) : ''
    this.inform(say(`corrected.${correction.kind}`, { ...correction, type }), say('undo'), () => this.undo())
  }

  undo() {
    this.session?.undo()
    this.inform(say('undone'))
  }

  redo() {
    this.session?.redo()
    this.inform(say('redone'))
  }

  /** @param {CustomEvent} event */
  onSettings(event) {
    const { name, value } = event.detail
    if (name === 'theme') this.dress(value)
    if (name === 'contrast') this.contrast = value
    if (name === 'keys') this.shortcuts.on = value
    if (name === 'shortcuts') this.shortcuts.keys = readKeys(value)
    this.requestUpdate()
  }

  /** Says something for a while, with one thing to do about it. @param {string} words @param {string} [act] @param {() => unknown} [run] */
  inform(words, act = '', run = () => {}) {
    clearTimeout(this.timers.toast)
    this.toast = { words, act, run }
    this.timers.toast = window.setTimeout(() => (this.toast = silence), 6000)
  }

  /** @param {string} name */
  openSheet(name) {
    this.sheet = name
  }
}
