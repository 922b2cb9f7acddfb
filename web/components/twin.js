// Two stories side by side: what both have is tinted, what changed is named. Pointing at a
// passage lights its twin, a click brings it into view.

import { LitElement, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { twinStyle } from '../style/twin.js'
import { blocksOf } from '../story/blocks.js'
import { say, share, moment } from '../words.js'
import { changeLine } from './seen.js'

/**
 * @typedef {import('../engine/types.js').Match} Match
 * @typedef {{ title: string, text: string }} Story
 * @typedef {{ start: number, end: number, index: number }} Stretch
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
    const mine = match.passages.map((one, index) => ({ start: one.start, end: one.end, index }))
    const theirs = match.passages.map((one, index) => ({ start: one.otherStart, end: one.otherEnd, index }))
    return html`<section aria-labelledby="heading">
      <header>
        <button class="line back" @click=${this.leave}>← ${say('twin.back')}</button>
        <h2 id="heading" tabindex="-1">${say(`verdict.${match.verdict}`)}</h2>
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
        ${this.column(say('twin.here'), say('twin.share.here', { share: share(match.copied) }), here, mine, '')}
        ${there
          ? this.column(
              say('twin.there'),
              say('twin.share.there', { share: share(match.copiedFrom) }),
              there,
              theirs,
              moment(match.firstSeen),
            )
          : html`<p class="soft">${say('twin.gone')}</p>`}
      </div>
    </section>`
  }

  /** @param {string} label @param {string} part @param {Story} story @param {Stretch[]} stretches @param {string} when */
  column(label, part, story, stretches, when) {
    const ordered = withoutOverlap(stretches)
    const mentions = ordered.map(({ start, end }) => ({ field: 'text', start, end, type: 'rule', entity: -1 }))
    const blocks = blocksOf(story.text, /** @type {any} */ ({ mentions }), { titled: true })
    return html`<article aria-label=${label}>
      <p class="label"><b>${label}</b> ${when ? html`<span>${when}</span>` : nothing} <span>${part}</span></p>
      <h3>${story.title || nothing}</h3>
      ${blocks.map(
        (block) =>
          html`<p class=${block.kind}>${block.parts.map((piece) =>
            this.piece(story.text.slice(piece.start, piece.end), ordered[piece.mention]?.index ?? -1),
          )}</p>`,
      )}
    </article>`
  }

  /** @param {string} words @param {number} index of a passage, or -1 */
  piece(words, index) {
    if (index < 0) return words
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

/** @param {Stretch[]} stretches @returns {Stretch[]} in text order, the first of two that overlap */
function withoutOverlap(stretches) {
  let at = 0
  return [...stretches]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < at) return false
      at = end
      return true
    })
}

customElements.define('slugline-twin', Twin)
