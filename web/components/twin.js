// Two stories side by side: what both have is tinted, what changed is named. Pointing at a
// passage lights its twin, a click brings it into view.

import { LitElement, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { twinStyle } from '../style/twin.js'
import { blocksOf } from '../story/blocks.js'
import { stretchesOf } from '../story/stretches.js'
import { say, share, moment } from '../words.js'
import { changeLine } from './seen.js'

/**
 * @typedef {import('../engine/types.js').Match} Match
 * @typedef {{ title: string, text: string }} Story
 * @typedef {import('../story/stretches.js').Stretch} Stretch
 */

export class Twin extends LitElement {
  static properties = {
    match: { attribute: false },
    here: { attribute: false },
    there: { attribute: false },
    lit: { state: true },
  }

  static styles = [shared, twinStyle]

  constructor() {
    super()
    /** @type {Match | null} */
    this.match = null
    /** @type {Story | null} */
    this.here = null
    /** @type {Story | null} */
    this.there = null
    this.lit = -1
  }

  render() {
    const { match, here, there } = this
    if (!match || !here) return nothing
    const mine = stretchesOf(match.passages, match.changes ?? [])
    const theirs = stretchesOf(
      match.passages.map((one) => ({ start: one.otherStart, end: one.otherEnd })),
      (match.changes ?? []).map((one) => ({ start: one.otherStart, end: one.otherEnd })),
    )
    return html`<section aria-labelledby="heading">
      <header>
        <button class="line back" @click=${this.leave}>← ${say('twin.back')}</button>
        <h1 id="heading">${say(`verdict.${match.verdict}`)}</h1>
        <p class="soft">${match.reason}</p>
      </header>
      ${match.changes?.length
        ? html`<details open>
            <summary>${say('twin.changes', { n: match.changes.length })}</summary>
            <ul class="changes">
              ${match.changes.map((change) => html`<li>${changeLine(change)}</li>`)}
            </ul>
          </details>`
        : nothing}
      <div class="columns">
        ${this.column(say('twin.here'), say('twin.share.here', { share: share(match.copied) }), here, mine, '', 'added')}
        ${there
          ? this.column(
              say('twin.there'),
              say('twin.share.there', { share: share(match.copiedFrom) }),
              there,
              theirs,
              moment(match.firstSeen),
              'cut',
            )
          : html`<p class="soft">${say('twin.gone')}</p>`}
      </div>
    </section>`
  }

  /** @param {string} label @param {string} part @param {Story} story @param {Stretch[]} stretches @param {string} when @param {'added' | 'cut'} side */
  column(label, part, story, stretches, when, side) {
    const mentions = stretches.map(({ start, end }) => ({ field: 'text', start, end, type: 'rule', entity: -1 }))
    const blocks = blocksOf(story.text, /** @type {any} */ ({ mentions }), { titled: true })
    return html`<article aria-label=${label}>
      <p class="label"><b>${label}</b> ${when ? html`<span>${when}</span>` : nothing} <span>${part}</span></p>
      ${story.title ? html`<h2>${story.title}</h2>` : nothing}
      ${blocks.map(
        (block) =>
          html`<p class=${block.kind}>${block.parts.map((piece) =>
            this.piece(story.text.slice(piece.start, piece.end), stretches[piece.mention], side),
          )}</p>`,
      )}
    </article>`
  }

  /** @param {string} words @param {Stretch | undefined} stretch @param {'added' | 'cut'} side */
  piece(words, stretch, side) {
    if (!stretch) return words
    if (stretch.changed) return side === 'added' ? html`<ins>${words}</ins>` : html`<del>${words}</del>`
    const { index } = stretch
    return html`<mark
      class=${index === this.lit ? 'lit' : ''}
      role="button"
      tabindex="0"
      data-passage=${index}
      @pointerenter=${() => (this.lit = index)}
      @pointerleave=${() => (this.lit = -1)}
      @focus=${() => (this.lit = index)}
      @blur=${() => (this.lit = -1)}
      @click=${(/** @type {Event} */ event) => this.reach(index, /** @type {Element} */ (event.currentTarget))}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        this.reach(index, /** @type {Element} */ (event.currentTarget))
      }}
      >${words}</mark
    >`
  }

  /** @param {number} index @param {Element} from */
  reach(index, from) {
    this.lit = index
    const own = from.closest('article')
    const others = /** @type {ShadowRoot} */ (this.renderRoot).querySelectorAll(`mark[data-passage="${index}"]`)
    for (const mark of others) {
      if (mark.closest('article') === own) continue
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
      mark.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
      return
    }
  }

  leave() {
    this.dispatchEvent(new CustomEvent('slugline-leave', { bubbles: true, composed: true }))
  }
}

customElements.define('slugline-twin', Twin)
