// Two stories side by side. What both have is tinted, by kind: in its place, moved, changed;
// each kind has an underline of its own, so that colour is never alone. Pointing at a passage
// lights its twin, a click brings it into view; the differences can be walked through.

import { LitElement, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { twinStyle } from '../style/twin.js'
import { blocksOf } from '../story/blocks.js'
import { orderOf, stretchesOf } from '../story/stretches.js'
import { say, share, moment } from '../words.js'
import { changeLine } from './match.js'

/**
 * @typedef {import('../engine/types.js').Match} Match
 * @typedef {{ title: string, text: string }} Story
 * @typedef {import('../story/stretches.js').Stretch} Stretch
 */

/** Letters below which changed words are set bold, to be found among the others; a whole sentence is found without. */
const few = 60

export class Twin extends LitElement {
  static properties = {
    match: { attribute: false },
    here: { attribute: false },
    there: { attribute: false },
    lit: { state: true },
    at: { state: true },
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
    /** The difference that the reader has walked to, as a place in their order; -1 before the first. */
    this.at = -1
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('match')) this.at = -1
  }

  /** The changes that have a place, in reading order. */
  get order() {
    return orderOf(this.match?.changes ?? [], this.match?.passages ?? [])
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
      ${match.changes?.length ? this.changes(match) : nothing} ${this.legend(match)}
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

  /** @param {Match} match */
  changes({ changes }) {
    const { order } = this
    const at = order[this.at]
    return html`<details open>
        <summary>${say('twin.changes', { n: changes.length })}</summary>
        <ol class="changes">
          ${changes.map((change, index) =>
            order.includes(index)
              ? html`<li><button aria-current=${index === at ? 'true' : nothing} @click=${() => this.go(order.indexOf(index))}>${changeLine(change)}</button></li>`
              : html`<li class="nowhere">${changeLine(change)}</li>`,
          )}
        </ol>
      </details>
      ${order.length
        ? html`<div class="walk" role="group" aria-label=${say('twin.walk')}>
            <button class="line previous" title="K" @click=${() => this.step(-1)}>← ${say('twin.previous')}</button>
            <button class="line next" title="J" @click=${() => this.step(1)}>${say('twin.next')} →</button>
            <span class="soft" role="status">
              ${at === undefined ? say(order.length < changes.length ? 'twin.differences' : 'twin.changes', { n: order.length, of: changes.length }) : html`${say('twin.at', { at: this.at + 1, of: order.length })} ${changeLine(changes[at])}`}
            </span>
          </div>`
        : nothing}`
  }

  /** What the tints mean, of those that are there. @param {Match} match */
  legend({ passages, changes }) {
    const kinds = [
      passages.some((one) => !one.moved) && html`<mark class="same">${say('twin.same')}</mark>`,
      passages.some((one) => one.moved) && html`<mark class="moved">${say('twin.moved')}</mark>`,
      changes?.some((one) => one.here) && html`<ins>${say('twin.onlyHere')}</ins>`,
      changes?.some((one) => one.there) && html`<del>${say('twin.onlyThere')}</del>`,
    ].filter(Boolean)
    return html`<p class="legend">${kinds.map((kind) => html`<span>${kind}</span>`)}</p>`
  }

  /** @param {1 | -1} by */
  step(by) {
    const { length } = this.order
    if (length) this.go((this.at + by + (this.at < 0 && by < 0 ? 1 : 0) + length) % length)
  }

  /**
   * Shows a difference on both sides: in the middle of the window, or, where the list of
   * changes would then still be half in it, as far up as the columns begin.
   * @param {number} at its place in the order
   */
  async go(at) {
    this.at = at
    await this.updateComplete
    const root = /** @type {ShadowRoot} */ (this.renderRoot)
    const spot = root.querySelector(`[data-change="${this.order[at]}"]`)
    const columns = root.querySelector('.columns')
    if (!spot || !columns) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const { top, height } = spot.getBoundingClientRect()
    const isLow = top - columns.getBoundingClientRect().top + height > innerHeight / 2
    const [shown, block] = isLow ? [spot, /** @type {const} */ ('center')] : [columns, /** @type {const} */ ('start')]
    shown.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' })
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
    const { index, change } = stretch
    if (stretch.changed) {
      const look = `${change === this.order[this.at] ? 'at' : ''} ${words.length < few ? 'few' : ''}`
      return side === 'added' ? html`<ins class=${look} data-change=${change}>${words}</ins>` : html`<del class=${look} data-change=${change}>${words}</del>`
    }
    const moved = this.match?.passages[index]?.moved ?? false
    return html`<mark
      class="${moved ? 'moved' : 'same'} ${index === this.lit ? 'lit' : ''}"
      title=${moved ? say('twin.moved') : nothing}
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
