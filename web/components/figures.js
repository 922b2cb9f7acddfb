// The story in figures, its dates in the order of time, and its times and amounts in the
// order in which they are told.

import { css, html, nothing } from 'lit'
import { Panel } from './panel.js'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { ruleTypes } from '../style/marks.js'
import { figuresOf } from '../story/figures.js'
import { linesOf } from '../story/blocks.js'
import { timelineOf } from '../story/timeline.js'
import { amount, say, number, share, span } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Mention} Mention
 */

/** How many amounts are shown at first. */
const few = 12

export class Figures extends Panel {
  static properties = {
    analysis: { attribute: false },
    text: { type: String },
    took: { type: Number },
    all: { state: true },
    whole: { state: true },
  }

  static styles = [
    shared,
    panel,
    css`
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.1875rem var(--unit);
        font-variant-numeric: tabular-nums;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        text-align: end;
      }
      ol li {
        display: grid;
        grid-template-columns: 6.5rem 1fr;
        align-items: baseline;
        gap: var(--unit);
        font-variant-numeric: tabular-nums;
      }
      ol button {
        min-height: 1.5rem;
        margin-inline: calc(var(--unit) * -1);
        padding: 0.125rem var(--unit);
        font-family: var(--serif);
        text-align: start;
        overflow-wrap: anywhere;
      }
      .timeline li {
        position: relative;
      }
      .timeline time {
        padding-inline-start: calc(var(--unit) * 2);
      }
      .timeline li::before,
      .timeline li:not(:last-child)::after {
        content: '';
        position: absolute;
        inset-inline-start: 0.125rem;
      }
      .timeline li::before {
        inset-block-start: 0.5rem;
        width: 0.4375rem;
        height: 0.4375rem;
        border: 1px solid var(--ink-soft);
        border-radius: 50%;
      }
      .timeline li:not(:last-child)::after {
        inset-block: 1.0625rem -0.4375rem;
        margin-inline-start: 0.25rem;
        border-inline-start: 1px solid var(--line-strong);
      }
      section + section {
        margin-top: calc(var(--unit) * 2.5);
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Analysis | null} */
    this.analysis = null
    this.text = ''
    this.took = 0
    this.all = false // whether every amount is shown, or the first few
    this.whole = false // and every date
  }

  render() {
    const analysis = this.analysis
    if (!analysis) return html`<h2>${say('figures.heading')}</h2>`
    const figures = figuresOf(this.text, analysis.article, linesOf(this.text).length)
    const rows = [
      ['words', number(figures.words)],
      ['reading', say('figures.minutes', { n: Math.max(1, Math.round(figures.minutes)) })],
      ['sentences', number(figures.sentences)],
      ['perSentence', number(Math.round(figures.perSentence))],
      ['paragraphs', number(figures.paragraphs)],
      ['quoted', share(figures.quoted)],
      ['took', say('figures.ms', { n: Math.max(1, Math.round(this.took)) })],
    ]
    return html`${this.timeline(analysis)} ${this.amounts(analysis)}
      <section aria-labelledby="heading">
        <h2 id="heading">${say('figures.heading')}</h2>
        <dl class="rows">
          ${rows.map(([key, value]) => html`<dt>${say(`figures.${key}`)}</dt><dd>${value}</dd>`)}
        </dl>
      </section>`
  }

  /** @param {Analysis} analysis */
  timeline(analysis) {
    const moments = timelineOf(analysis.mentions)
    if (moments.length === 0) return nothing
    return html`<section aria-labelledby="timeline">
      <h2 id="timeline">${say('timeline.heading')} <span class="count">${moments.length}</span></h2>
      <ol class="rows timeline">
        ${(this.whole ? moments : moments.slice(0, few)).map(
          ({ value, mentions }) => html`<li data-date=${value}>
            <time datetime=${value.includes('X') ? nothing : value}>${value.includes('X') ? say('timeline.decade', { year: value.replace('X', '0') }) : span(value)}</time>
            <div>${mentions.map((index) => this.mentioned(analysis.mentions[index], index))}</div>
          </li>`,
        )}
      </ol>
      ${moments.length > few && !this.whole ? html`<button class="link more" @click=${() => (this.whole = true)}>${say('names.more', { n: moments.length - few })}</button>` : nothing}
    </section>`
  }

  /** @param {Mention} mention @param {number} index */
  mentioned(mention, index) {
    return html`<button @click=${() => this.tell('slugline-go', { index })}>${this.text.slice(mention.start, mention.end)}</button>`
  }

  /** @param {Analysis} analysis */
  amounts(analysis) {
    const found = analysis.mentions
      .map((mention, index) => ({ mention, index }))
      .filter(({ mention }) => mention.field === 'text' && mention.type !== 'date' && ruleTypes.includes(mention.type))
    if (found.length === 0) return nothing
    const shown = this.all ? found : found.slice(0, few)
    return html`<section aria-labelledby="amounts">
      <h2 id="amounts">${say('amounts.heading')} <span class="count">${found.length}</span></h2>
      <ol class="rows">
        ${shown.map(
          ({ mention, index }) => html`<li>
            <span class="faint">${amount(mention.value ?? '') || say(`type.${mention.type}`)}</span>
            <div>${this.mentioned(mention, index)}</div>
          </li>`,
        )}
      </ol>
      ${shown.length < found.length
        ? html`<button class="link more" @click=${() => (this.all = true)}>${say('names.more', { n: found.length - shown.length })}</button>`
        : nothing}
    </section>`
  }

  /** @param {string} name @param {object} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-figures', Figures)
