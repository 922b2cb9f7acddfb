// The names of the story, a row each: who, in what role, how often, how central. The list is
// the marks' equal for those who do not see them: every mention can be walked to from here.

import { css, html, nothing, svg } from 'lit'
import { Panel } from './panel.js'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { nameTypes, signs } from '../style/marks.js'
import { say, share } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Entity} Entity
 */

/** Rows of a type that are shown before "all". */
const few = 6

export class Names extends Panel {
  static properties = {
    analysis: { attribute: false },
    current: { type: Number },
    open: { state: true },
  }

  static styles = [
    shared,
    panel,
    signs,
    css`
      h3 {
        display: flex;
        align-items: center;
        gap: 0.5em;
        margin-top: calc(var(--unit) * 1.5);
      }
      h3 .sign {
        font-size: 0.6875rem;
      }
      .row {
        align-items: center;
        gap: var(--unit);
        min-height: 1.875rem;
        padding-block: 0.125rem;
      }
      .who {
        flex: 1;
        display: block;
        min-width: 0;
        min-height: 0;
        padding: 0;
        text-align: start;
      }
      .who:hover {
        background: none !important;
      }
      .who b {
        display: block;
        font: 500 0.9375rem/1.3 var(--serif);
        overflow-wrap: anywhere;
      }
      .who .soft {
        display: block;
        overflow: hidden;
        font-size: var(--tiny);
        line-height: 1.3;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .end {
        display: grid;
        flex: none;
        align-items: center;
        justify-items: end;
      }
      .end > * {
        grid-area: 1 / 1;
      }
      .bar {
        display: block;
        width: 3.5rem;
        height: 3px;
      }
      .track {
        fill: var(--line);
      }
      .level {
        fill: var(--ink-faint);
      }
      .walk {
        display: flex;
        opacity: 0;
      }
      .walk button {
        min-width: 1.625rem;
        min-height: 1.625rem;
        padding: 0;
        font-size: 1rem;
        line-height: 1;
      }
      .row:hover .walk,
      .row:focus-within .walk {
        opacity: 1;
      }
      .row:hover .bar,
      .row:focus-within .bar {
        visibility: hidden;
      }
      .figure {
        min-width: 2em;
        text-align: end;
      }
      .row.now {
        background: var(--accent-tint);
      }
      @media (pointer: coarse) {
        .who {
          min-height: 2.75rem !important;
        }
        .walk {
          opacity: 1;
        }
        .bar {
          visibility: hidden;
        }
        .walk button {
          min-width: 2.75rem;
        }
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Analysis | null} */
    this.analysis = null
    this.current = -1
    this.open = new Set()
    this.strongest = 1
  }

  render() {
    const entities = this.analysis?.entities ?? []
    this.strongest = Math.max(0.001, ...entities.map((entity) => entity.salience))
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${say('names.heading')} <span class="count">${entities.length || nothing}</span></h2>
      ${this.analysis && entities.length === 0 ? html`<p class="none">${say('names.none')}</p>` : nothing}
      ${nameTypes.map((type) => this.group(type, entities.filter((entity) => entity.type === type)))}
    </section>`
  }

  /** @param {string} type @param {Entity[]} entities */
  group(type, entities) {
    if (entities.length === 0) return nothing
    const sorted = [...entities].sort((a, b) => b.salience - a.salience || b.count - a.count)
    const all = this.open.has(type)
    const rest = sorted.length - few
    return html`<h3 id=${type}><span class="sign ${type}" aria-hidden="true">Aa</span>${say(`types.${type}`)}</h3>
      <ul class="rows" aria-labelledby=${type}>
        ${(all ? sorted : sorted.slice(0, few)).map((entity) => this.row(entity))}
      </ul>
      ${rest > 0 && !all
        ? html`<button class="link" @click=${() => (this.open = new Set([...this.open, type]))}>
            ${say('names.more', { n: rest })}
          </button>`
        : nothing}`
  }

  /** @param {Entity} entity */
  row(entity) {
    const id = entity.id
    const strength = Math.max(0.03, entity.salience / this.strongest)
    return html`<li
      class="row ${id === this.current ? 'now' : ''}"
      data-entity=${id}
      @pointerenter=${() => this.tell('point', id)}
      @pointerleave=${() => this.tell('away', id)}
      @focusin=${() => this.tell('point', id)}
      @focusout=${() => this.tell('away', id)}
    >
      <button class="who" aria-haspopup="dialog" @click=${(/** @type {Event} */ e) => this.tell('card', id, e)}>
        <b>${entity.name}</b>
        ${entity.role ? html`<span class="soft" title=${entity.role}>${entity.role}</span>` : nothing}
      </button>
      <span class="end">
        <svg
          class="bar"
          viewBox="0 0 100 3"
          preserveAspectRatio="none"
          role="img"
          aria-label=${say('names.salience', { share: share(entity.salience) })}
        >
          ${svg`<rect class="track" width="100" height="3"></rect><rect class="level" width=${strength * 100} height="3"></rect>`}
        </svg>
        <span class="walk">
          <button
            aria-label=${say('names.previous', { name: entity.name })}
            title=${say('names.previous.short')}
            @click=${() => this.tell('previous', id)}
          >
            ‹
          </button>
          <button
            aria-label=${say('names.next', { name: entity.name })}
            title=${say('names.next.short')}
            @click=${() => this.tell('next', id)}
          >
            ›
          </button>
        </span>
      </span>
      <span class="figure" title=${say('names.count', { n: entity.count })}>${entity.count}×</span>
    </li>`
  }

  /** @param {string} how @param {number} entity @param {Event} [event] */
  tell(how, entity, event) {
    const detail = { how, entity, anchor: event?.currentTarget ?? null }
    this.dispatchEvent(new CustomEvent('slugline-entity', { detail, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-names', Names)
