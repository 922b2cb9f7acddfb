// The story in figures, and its dates and amounts in the order in which they are told.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { ruleTypes } from '../style/marks.js'
import { figuresOf } from '../story/figures.js'
import { linesOf } from '../story/blocks.js'
import { say, number, share, day } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Mention} Mention
 */

export class Figures extends LitElement {
  static properties = {
    analysis: { attribute: false },
    text: { type: String },
    took: { type: Number },
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
      ol button {
        display: grid;
        grid-template-columns: 6.5rem 1fr;
        gap: var(--unit);
        width: calc(100% + var(--unit) * 2);
        margin-inline: calc(var(--unit) * -1);
        padding: 0.1875rem var(--unit);
        text-align: start;
        font-variant-numeric: tabular-nums;
      }
      ol span:last-child {
        font-family: var(--serif);
        overflow-wrap: anywhere;
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
    return html`${this.amounts(analysis)}
      <section aria-labelledby="heading">
        <h2 id="heading">${say('figures.heading')}</h2>
        <dl class="rows">
          ${rows.map(([key, value]) => html`<dt>${say(`figures.${key}`)}</dt><dd>${value}</dd>`)}
        </dl>
      </section>`
  }

  /** @param {Analysis} analysis */
  amounts(analysis) {
    const found = analysis.mentions
      .map((mention, index) => ({ mention, index }))
      .filter(({ mention }) => mention.field === 'text' && ruleTypes.includes(mention.type))
    if (found.length === 0) return nothing
    const dated = found.filter(({ mention }) => /^\d{4}(-\d\d)?(-\d\d)?/.test(mention.value ?? ''))
    const rest = found.filter((one) => !dated.includes(one))
    dated.sort((a, b) => String(a.mention.value).localeCompare(String(b.mention.value)))
    return html`<section aria-labelledby="amounts">
      <h2 id="amounts">${say('amounts.heading')} <span class="count">${found.length}</span></h2>
      <ol class="rows">
        ${[...dated, ...rest].slice(0, 24).map(({ mention, index }) => this.amount(mention, index))}
      </ol>
    </section>`
  }

  /** @param {Mention} mention @param {number} index */
  amount(mention, index) {
    const words = this.text.slice(mention.start, mention.end)
    const value = mention.value ?? ''
    const whole = /^\d{4}-\d\d-\d\d$/.test(value)
    return html`<li>
      <button @click=${() => this.tell('slugline-go', { index })}>
        <span class="faint">${whole ? day(`${value}T12:00:00`) : value || say(`type.${mention.type}`)}</span>
        <span>${words}</span>
      </button>
    </li>`
  }

  /** @param {string} name @param {object} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-figures', Figures)
