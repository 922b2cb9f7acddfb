// The names of the story, a row each: who, in what role, how often, how central. The list is
// the marks' equal for those who do not see them: every mention can be walked to from here.

import { LitElement, css, html, nothing, svg } from 'lit'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { nameTypes, signs } from '../style/marks.js'
import { say, share } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Entity} Entity
 */

/** Rows of a type that are shown before "all". */
const few = 8

export class Names extends LitElement {
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
      .row {
        flex-wrap: wrap;
        row-gap: 0;
        padding-block: 0.1875rem 0.3125rem;
      }
      .who {
        flex: 1;
        min-width: 0;
        min-height: 0;
        padding: 0;
        display: block;
        text-align: start;
        border-radius: 2px;
      }
      .who:hover {
        background: none !important;
      }
      .who b {
        font: 500 0.9375rem/1.35 var(--serif);
        overflow-wrap: anywhere;
        text-underline-offset: 0.2em;
        text-decoration-skip-ink: none;
      }
      .who .soft {
        font-size: var(--tiny);
      }
      .walk {
        display: flex;
        align-items: center;
        margin-inline-end: -0.25rem;
      }
      .walk button {
        min-height: 1.5rem;
        min-width: 1.5rem;
        padding: 0;
        color: var(--ink-soft);
      }
      .figure {
        min-width: 2.2em;
        text-align: end;
      }
      .bar {
        position: absolute;
        inset-inline: var(--unit);
        bottom: 1px;
        width: calc(100% - var(--unit) * 2);
        height: 2px;
        display: block;
      }
      .bar rect {
        fill: currentColor;
      }
      .row.now {
        background: var(--accent-tint);
      }
      @media (pointer: coarse) {
        .who {
          min-height: 0 !important;
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
  }

  render() {
    const entities = this.analysis?.entities ?? []
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
    return html`<h3 id=${type}>${say(`types.${type}`)}</h3>
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
    const strength = Math.max(0.01, Math.min(1, entity.salience))
    return html`<li
      class="row ${id === this.current ? 'now' : ''}"
      data-entity=${id}
      @pointerenter=${() => this.tell('point', id)}
      @pointerleave=${() => this.tell('away', id)}
      @focusin=${() => this.tell('point', id)}
      @focusout=${() => this.tell('away', id)}
    >
      <button class="who" aria-haspopup="dialog" @click=${(/** @type {Event} */ e) => this.tell('card', id, e)}>
        <b class="sign ${entity.type}">${entity.name}</b>
        ${entity.role ? html`<span class="soft">${entity.role}</span>` : nothing}
      </button>
      <span class="walk">
        <button
          aria-label=${say('names.previous', { name: entity.name })}
          title=${say('names.previous.short')}
          @click=${() => this.tell('previous', id)}
        >
          ‹
        </button>
        <span class="figure" title=${say('names.count', { n: entity.count })}>${entity.count}×</span>
        <button
          aria-label=${say('names.next', { name: entity.name })}
          title=${say('names.next.short')}
          @click=${() => this.tell('next', id)}
        >
          ›
        </button>
      </span>
      <svg
        class="bar"
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        role="img"
        aria-label=${say('names.salience', { share: share(strength) })}
      >
        ${svg`<rect width=${strength * 100} height="2" opacity="0.22"></rect>`}
      </svg>
    </li>`
  }

  /** @param {string} how @param {number} entity @param {Event} [event] */
  tell(how, entity, event) {
    const detail = { how, entity, anchor: event?.currentTarget ?? null }
    this.dispatchEvent(new CustomEvent('slugline-entity', { detail, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-names', Names)
