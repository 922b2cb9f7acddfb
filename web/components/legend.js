// The key to the marks: each type with its underline and count, and a switch for each.

import { css, html } from 'lit'
import { Panel } from './panel.js'
import { shared } from '../style/shared.js'
import { nameTypes, ruleTypes, lookOf, signs } from '../style/marks.js'
import { say, number } from '../words.js'

/** @typedef {import('../engine/types.js').Analysis} Analysis */

export class Legend extends Panel {
  static properties = {
    analysis: { attribute: false },
    hiddenTypes: { attribute: false },
    labels: { type: Boolean },
  }

  static styles = [
    shared,
    signs,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 2px;
        flex-wrap: wrap;
      }
      .chip {
        flex: none;
        min-height: 1.75rem;
        padding: 0.15rem 0.25rem;
        gap: 0.35em;
        color: var(--ink-soft);
      }
      .chip:first-child {
        margin-inline-start: 2px;
      }
      .chip.none,
      .chip[aria-pressed='false'] {
        color: var(--ink-faint);
      }
      .chip[aria-pressed='false'] .name {
        text-decoration: line-through;
      }
      .chip.none .sign,
      .chip[aria-pressed='false'] .sign {
        background: none;
        color: inherit;
        text-decoration-color: currentColor;
      }
      @media (max-width: 40rem) {
        :host {
          flex-wrap: nowrap;
          overflow-x: auto;
          scrollbar-width: none;
          mask-image: linear-gradient(to left, transparent, #000 2.5rem);
        }
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Analysis | null} */
    this.analysis = null
    /** @type {Set<string>} */
    this.hiddenTypes = new Set()
    this.labels = false
  }

  render() {
    const counts = new Map()
    for (const mention of this.analysis?.mentions ?? []) {
      const look = lookOf(mention.type)
      counts.set(look, (counts.get(look) ?? 0) + 1)
    }
    const shown = [...nameTypes.filter((type) => counts.get(type) || nameTypes.indexOf(type) < 3), 'rule']
    return html`${shown.map((type) => this.chip(type, counts.get(type) ?? 0))}`
  }

  /** @param {string} type @param {number} count */
  chip(type, count) {
    const on = !this.hiddenTypes.has(type)
    return html`<button
      class="chip ${count ? '' : 'none'}"
      data-type=${type}
      aria-pressed=${on}
      title=${say(on ? 'legend.hide' : 'legend.show')}
      @click=${() => this.toggle(type)}
    >
      <span class="sign ${type}" aria-hidden="true">${type === 'rule' ? '12' : 'Aa'}</span>
      <span class="name">${say(`types.${type}`)}</span>
      <span class="count">${number(count)}</span>
    </button>`
  }

  /** @param {string} type */
  toggle(type) {
    this.dispatchEvent(new CustomEvent('slugline-toggle', { detail: { type }, bubbles: true, composed: true }))
  }
}

/** The types that a switch of the legend stands for. @param {string} look */
export const typesOf = (look) => (look === 'rule' ? ruleTypes : [look])

customElements.define('slugline-legend', Legend)
