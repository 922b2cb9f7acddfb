// What the story is about, as paths through the IPTC Media Topics. Pointing at a topic
// lights the words that speak for it; a click keeps them lit.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { say, share } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Topic} Topic
 */

export class Topics extends LitElement {
  static properties = {
    analysis: { attribute: false },
    kept: { state: true },
  }

  static styles = [
    shared,
    panel,
    css`
      .topic {
        display: block;
        width: calc(100% + var(--unit) * 2);
        margin-inline: calc(var(--unit) * -1);
        padding: 0.3125rem var(--unit);
        text-align: start;
      }
      .path {
        display: block;
        font-size: var(--tiny);
        color: var(--ink-faint);
      }
      .line {
        display: flex;
        align-items: baseline;
        gap: var(--unit);
      }
      .name {
        flex: 1;
        font: 500 0.9375rem/1.35 var(--serif);
        color: var(--ink);
      }
      .suggested .name {
        font-weight: 400;
        font-style: italic;
      }
      .topic[aria-pressed='true'] {
        background: color-mix(in srgb, var(--lit) 45%, transparent);
      }
      .figure {
        font-size: var(--tiny);
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Analysis | null} */
    this.analysis = null
    this.kept = ''
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('analysis')) this.kept = ''
  }

  render() {
    const topics = this.analysis?.topics ?? []
    const applied = topics.filter((topic) => topic.status === 'applied')
    const suggested = topics.filter((topic) => topic.status !== 'applied')
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${say('topics.heading')} <span class="count">${applied.length || nothing}</span></h2>
      ${this.analysis && topics.length === 0 ? html`<p class="none">${say('topics.none')}</p>` : nothing}
      ${this.list(applied, 'applied')}
      ${suggested.length ? html`<h3>${say('topics.suggested')}</h3>` : nothing} ${this.list(suggested, 'suggested')}
    </section>`
  }

  /** @param {Topic[]} topics @param {string} status */
  list(topics, status) {
    if (topics.length === 0) return nothing
    return html`<ul class="rows ${status}">
      ${topics.map((topic) => html`<li>${this.topic(topic)}</li>`)}
    </ul>`
  }

  /** @param {Topic} topic */
  topic(topic) {
    const above = topic.path.slice(0, -1)
    const n = topic.evidence.length
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
    </button>`
  }

  /** @param {Topic | null} topic @param {boolean} [reach] */
  light(topic, reach = false) {
    const detail = { spots: topic?.evidence ?? [], reach }
    this.dispatchEvent(new CustomEvent('slugline-light', { detail, bubbles: true, composed: true }))
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

customElements.define('slugline-topics', Topics)
