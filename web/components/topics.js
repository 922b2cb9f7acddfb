// What the story is about, as paths through the IPTC Media Topics, and the newsroom's own
// tags. Pointing at a tag lights the words that speak for it; a click keeps them lit. Beside
// each stand the editor's three words on it: accept, pin, reject.

import { html, nothing } from 'lit'
import { Panel } from './panel.js'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { topicsStyle } from '../style/topics.js'
import { say, share } from '../words.js'
import './tag-search.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Topic} Topic
 * @typedef {'accept' | 'pin' | 'reject' | 'clear'} Verdict
 */

/** The words on a tag, with their signs, and the reason that a tag has once it is said. */
const words = /** @type {const} */ ([
  ['accept', '✓', 'accepted'],
  ['pin', '↑', 'pinned'],
  ['reject', '✕', 'rejected'],
])

export class Topics extends Panel {
  static properties = {
    analysis: { attribute: false },
    session: { attribute: false },
    taught: { attribute: false },
    kept: { state: true },
    adding: { state: true },
  }

  static styles = [shared, panel, topicsStyle]

  constructor() {
    super()
    /** @type {Analysis | null} */
    this.analysis = null
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {import('../desk/desk.js').Desk | null} what the desk has taught so far */
    this.taught = null
    this.kept = ''
    this.adding = false
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('analysis') && !this.analysis?.topics.some((topic) => topic.id === this.kept)) this.kept = ''
  }

  render() {
    const topics = this.analysis?.topics ?? []
    const applied = topics.filter((topic) => topic.status === 'applied')
    const suggested = topics.filter((topic) => topic.status !== 'applied')
    const english = this.analysis?.language === 'en'
    return html`<section aria-labelledby="heading">
      <h2 id="heading">
        ${say('topics.heading')} <span class="count">${applied.length || nothing}</span>
        ${english
          ? html`<button class="add" aria-expanded=${this.adding} @click=${this.toggleSearch}>${say('topics.add')}</button>`
          : nothing}
      </h2>
      ${this.adding && english
        ? html`<slugline-tag-search
            .session=${this.session}
            .given=${applied.map((topic) => topic.id)}
            @slugline-chosen=${(/** @type {CustomEvent} */ event) => this.add(event.detail)}
            @slugline-shut=${() => this.shutSearch()}
          ></slugline-tag-search>`
        : nothing}
      ${this.analysis && topics.length === 0 ? html`<p class="none">${say('topics.none')}</p>` : nothing}
      ${this.list(applied, 'applied')}
      ${suggested.length ? html`<h3>${say('topics.suggested')}</h3>` : nothing} ${this.list(suggested, 'suggested')}
      ${this.rejected()}
      ${this.analysis ? html`<p class="desk"><button class="link" @click=${() => this.tell('slugline-desk')}>${this.deskWords()}</button></p>` : nothing}
    </section>`
  }

  deskWords() {
    const { decisions = [], tags = [] } = this.taught ?? {}
    if (decisions.length + tags.length === 0) return say('topics.desk')
    return say('topics.desk.taught', { decisions: say('desk.decisions', { n: decisions.length }), tags: say('desk.tags', { n: tags.length }) })
  }

  /** @param {Topic[]} topics @param {string} status */
  list(topics, status) {
    if (topics.length === 0) return nothing
    return html`<ul class="rows ${status}">
      ${topics.map((topic) => html`<li class="tag">${this.topic(topic)}${this.acts(topic)}</li>`)}
    </ul>`
  }

  /** @param {Topic} topic */
  topic(topic) {
    const above = topic.path.slice(0, -1)
    const n = topic.evidence.length
    const why = reasonOf(topic)
    return html`<button
      class="topic"
      data-topic=${topic.id}
      aria-pressed=${this.kept === topic.id}
      title=${say('topics.evidence', { n })}
      @pointerenter=${() => this.light(topic)}
      @pointerleave=${() => this.rest()}
      @focus=${() => this.light(topic)}
      @blur=${() => this.rest()}
      @click=${() => this.keep(topic)}
    >
      ${above.length ? html`<span class="path">${above.join(' › ')}</span>` : nothing}
      <span class="line"
        ><span class="name">${topic.name}</span
        ><span class="figure"
          >${share(topic.confidence)}<span class="unseen"> ${say('topics.sure')}, ${say('topics.evidence', { n })}</span></span
        ></span
      >
      ${why ? html`<span class="why">${why}</span>` : nothing}
    </button>`
  }

  /** @param {Topic} topic */
  acts(topic) {
    return html`<span class="acts" role="group" aria-label=${say('topics.acts', { name: topic.name })}>
      ${words.map(([verdict, sign, reason]) => {
        const said = topic.desk?.reason === reason
        return html`<button
          class=${verdict}
          aria-pressed=${said}
          aria-label=${say(`topics.${verdict}`, { name: topic.name })}
          title=${say(`topics.${verdict}.short`)}
          @click=${() => this.rule(topic, said ? 'clear' : verdict)}
        >
          <span aria-hidden="true">${sign}</span>
        </button>`
      })}
    </span>`
  }

  rejected() {
    const rejected = this.analysis?.rejected ?? []
    if (rejected.length === 0) return nothing
    return html`<h3>${say('topics.rejected')}</h3>
      <ul class="rows rejected">
        ${rejected.map(
          (topic) =>
            html`<li class="tag">
              <span class="name">${topic.name}</span>
              <button
                class="back"
                data-topic=${topic.id}
                aria-label=${say('topics.back', { name: topic.name })}
                @click=${() => this.rule(topic, 'clear')}
              >
                ${say('topics.back.short')}
              </button>
            </li>`,
        )}
      </ul>`
  }

  toggleSearch() {
    if (this.adding) this.shutSearch()
    else this.adding = true
  }

  shutSearch() {
    this.adding = false
    this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.add'))?.focus())
  }

  /** @param {{ id: string, name: string }} tag */
  add(tag) {
    this.shutSearch()
    this.rule(tag, 'accept')
  }

  /** @param {{ id: string, name: string }} tag @param {Verdict} verdict */
  rule({ id, name }, verdict) {
    this.tell('slugline-ruling', { tag: { id, name }, verdict })
  }

  /** @param {string} name @param {object} [detail] */
  tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  /** @param {Topic | null} topic @param {boolean} [reach] */
  light(topic, reach = false) {
    this.tell('slugline-light', { spots: topic?.evidence ?? [], reach })
  }

  rest() {
    this.light(this.analysis?.topics.find((topic) => topic.id === this.kept) ?? null)
  }

  /** @param {Topic} topic */
  keep(topic) {
    this.kept = this.kept === topic.id ? '' : topic.id
    this.light(topic, this.kept !== '')
  }
}

/** Why a tag is not as the model alone would have it, in words. @param {Topic} topic */
function reasonOf({ desk, confidence }) {
  if (!desk) return ''
  if (desk.reason !== 'learned') return say(`topics.why.${desk.reason}`)
  const way = confidence > (desk.before ?? 0) ? 'up' : 'down'
  return say(`topics.why.${way}`, { before: share(desk.before ?? 0), n: desk.stories ? say('desk.decisions', { n: desk.stories }) : say('desk.some') })
}

customElements.define('slugline-topics', Topics)
