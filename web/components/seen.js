// Seen before: what earlier stories share with this one, in words before figures.

import { html, nothing } from 'lit'
import { Panel } from './panel.js'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { say } from '../words.js'
import { matchCard, matchStyle } from './match.js'
import './elsewhere.js'
import './limits.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 */

export class Seen extends Panel {
  static properties = {
    analysis: { attribute: false },
    stories: { type: Number },
    session: { attribute: false },
    newsroom: { attribute: false },
    closed: { type: Boolean },
  }

  static styles = [
    shared,
    panel,
    matchStyle,
  ]

  constructor() {
    super()
    /** @type {Analysis | null} */
    this.analysis = null
    this.stories = 0
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {import('../newsroom/newsroom.js').Newsroom | null} */
    this.newsroom = null
    /** The history may not be opened from here. */
    this.closed = false
  }

  render() {
    const matches = this.analysis?.matches ?? []
    return html`<section aria-labelledby="heading">
      <h2 id="heading">
        ${say('seen.heading')} <span class="count">${matches.length || nothing}</span>
        ${this.closed ? nothing : html`<button @click=${() => this.tell('slugline-history', {})}>${say('seen.all', { n: this.stories })}</button>`}
      </h2>
      ${this.analysis && matches.length === 0
        ? html`<p class="none">${this.stories > 0 ? say('seen.none') : say('seen.first')}</p>`
        : nothing}
      <div class="rows">${matches.map((match) => matchCard(match, () => this.tell('slugline-twin', { match })))}</div>
      <slugline-elsewhere .newsroom=${this.newsroom}></slugline-elsewhere>
      ${this.analysis && this.stories > 1 ? html`<slugline-limits .session=${this.session} .analysis=${this.analysis}></slugline-limits>` : nothing}
    </section>`
  }

  /** @param {string} name @param {object} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-seen', Seen)
