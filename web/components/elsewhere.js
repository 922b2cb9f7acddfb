// What the newsroom's archive has of the story at hand, and the button that shares it there.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { say } from '../words.js'
import { matchCard, matchStyle } from './match.js'

/** @typedef {import('../newsroom/newsroom.js').Newsroom} Newsroom */

export class Elsewhere extends LitElement {
  static properties = { newsroom: { attribute: false }, told: { state: true }, busy: { state: true } }

  static styles = [
    shared,
    panel,
    matchStyle,
    css`
      section {
        padding: calc(var(--unit) * 1.5) 0 var(--unit);
        border-top: 1px solid var(--line);
      }
      h3 {
        margin: 0 0 var(--unit);
        font-size: 0.875rem;
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Newsroom | null} */
    this.newsroom = null
    this.told = ''
    this.busy = false
    /** The analysis that `told` is about. @type {unknown} */
    this.about = null
    this.changed = () => this.requestUpdate()
  }

  /** @param {import('lit').PropertyValues<this>} before */
  willUpdate(before) {
    if (before.has('newsroom')) {
      before.get('newsroom')?.removeEventListener('change', this.changed)
      this.newsroom?.addEventListener('change', this.changed)
    }
    if (this.newsroom && this.newsroom.session.story?.id !== this.about) {
      this.about = this.newsroom.session.story?.id
      this.told = ''
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.newsroom?.removeEventListener('change', this.changed)
  }

  connectedCallback() {
    super.connectedCallback()
    this.newsroom?.addEventListener('change', this.changed)
  }

  render() {
    const { newsroom } = this
    if (!newsroom?.place.on) return nothing
    const { current: matches, state, waiting } = newsroom
    return html`<section aria-labelledby="elsewhere">
      <h3 id="elsewhere">${say('newsroom.heading')} <span class="count">${matches.length || nothing}</span></h3>
      <p class="soft" role="status">${state === 'failed' ? say('newsroom.failed', { problem: newsroom.problem }) : state === 'asked' && !matches.length ? say('newsroom.none') : state === 'asking' ? say('newsroom.asking') : nothing}</p>
      <div class="rows">${matches.map((match) => matchCard(match, () => this.open(match)))}</div>
      <p>
        <button class="line share" ?disabled=${this.busy || newsroom.isShared} @click=${this.share}>${say(newsroom.isShared ? 'newsroom.isShared' : 'newsroom.share')}</button>
      </p>
      <p role="status">${this.told || (waiting.length ? say('newsroom.waiting', { n: waiting.length }) : nothing)}</p>
    </section>`
  }

  /** @param {import('../engine/types.js').Match} match */
  open(match) {
    this.dispatchEvent(new CustomEvent('slugline-twin', { detail: { match }, bubbles: true, composed: true }))
  }

  async share() {
    this.busy = true
    this.told = ''
    try {
      this.told = (await this.newsroom?.share()) ?? ''
    } catch (error) {
      this.told = error instanceof Error ? error.message : String(error)
    } finally {
      this.busy = false
    }
  }
}

customElements.define('slugline-elsewhere', Elsewhere)
