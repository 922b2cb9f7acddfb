// The card of a name: who or what it is, and what the reader may correct. It shows itself on
// hover and focus, stays on click, and leaves on Escape.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { nameTypes, signs } from '../style/marks.js'
import { amount, say, share, coordinates, country } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Entity} Entity
 * @typedef {import('../engine/types.js').Mention} Mention
 */

export class Card extends LitElement {
  static properties = {
    entity: { attribute: false },
    mention: { attribute: false },
    words: { type: String },
    others: { attribute: false },
    pinned: { type: Boolean, reflect: true },
    copied: { state: true },
  }

  static styles = [
    shared,
    signs,
    css`
      :host {
        position: absolute;
        z-index: 30;
        inset-block-start: 0;
        inset-inline-start: 0;
        width: min(21rem, calc(100vw - 1rem));
        padding: calc(var(--unit) * 1.75) calc(var(--unit) * 2);
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: 6px;
        box-shadow: var(--float);
        animation: arrive var(--quick);
      }
      .type {
        display: flex;
        align-items: center;
        gap: 0.5em;
        color: var(--ink-soft);
        font-size: var(--tiny);
      }
      .type button {
        margin-inline-start: auto;
        min-height: 1.5rem;
        padding: 0 0.35rem;
      }
      h2 {
        margin: 0.15rem 0 0;
        font: 600 1.1875rem/1.25 var(--serif);
        overflow-wrap: anywhere;
      }
      .role {
        color: var(--ink-soft);
        font-size: 0.875rem;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.15rem calc(var(--unit) * 1.5);
        margin: calc(var(--unit) * 1) 0 0;
      }
      dt {
        color: var(--ink-faint);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .correct {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        margin-top: calc(var(--unit) * 1.5);
        padding-top: calc(var(--unit) * 1.25);
        border-top: 1px solid var(--line);
      }
      .correct label {
        display: flex;
        flex: 1 1 45%;
        flex-direction: column;
        color: var(--ink-faint);
        font-size: var(--tiny);
      }
      select {
        width: 100%;
        min-height: 1.75rem;
        margin-top: 2px;
        padding: 0.1rem 0.25rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--sheet);
        color: var(--ink);
        font-size: var(--small);
      }
      .hint {
        margin-top: calc(var(--unit) * 1);
        color: var(--ink-faint);
        font-size: var(--tiny);
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Entity | null} */
    this.entity = null
    /** @type {Mention | null} */
    this.mention = null
    this.words = ''
    /** @type {Entity[]} */
    this.others = []
    this.pinned = false
    this.copied = false
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    this.setAttribute('role', this.pinned ? 'dialog' : 'group')
    this.setAttribute('aria-label', say('card.label', { name: this.name }))
    if (changed.has('pinned') && this.pinned) this.focusFirst()
  }

  focusFirst() {
    const root = /** @type {ShadowRoot} */ (this.renderRoot)
    const first = /** @type {HTMLElement | null} */ (root.querySelector('.close'))
    first?.focus()
  }

  get name() {
    return this.entity?.name ?? this.words
  }

  render() {
    const type = this.entity?.type ?? this.mention?.type ?? 'rule'
    const look = nameTypes.includes(type) ? type : 'rule'
    return html`
      <p class="type">
        <span class="sign ${look}" aria-hidden="true">Aa</span> ${say(`type.${type}`)}
        ${this.pinned
          ? html`<button class="close" aria-label=${say('close')} @click=${() => this.tell('close')}>✕</button>`
          : nothing}
      </p>
      <h2>${this.name}</h2>
      ${this.entity?.role ? html`<p class="role">${this.entity.role}</p>` : nothing}
      <dl>${this.facts()}</dl>
      ${this.pinned && this.entity ? this.corrections(this.entity) : nothing}
      ${this.pinned ? nothing : html`<p class="hint">${say('card.hint')}</p>`}
    `
  }

  facts() {
    const { entity, mention } = this
    const facts = []
    if (mention?.value) facts.push([say('card.value'), amount(mention.value)])
    if (mention?.suggestion) facts.push([say('card.suggestion'), mention.suggestion])
    if (entity) {
      if (entity.aliases?.length) facts.push([say('card.aliases'), entity.aliases.join(', ')])
      facts.push([say('card.count'), say('names.count', { n: entity.count })])
      if (entity.country) facts.push([say('card.where'), [country(entity.country), entity.latitude === undefined ? '' : coordinates(entity.latitude, entity.longitude ?? 0)].filter(Boolean).join(', ')])
      if (entity.confidence) facts.push([say('card.sure'), share(entity.confidence)])
    }
    return html`${facts.map(([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>`)}
    ${entity?.uri
      ? html`<dt>${say('card.identity')}</dt>
          <dd>
            <button class="link" title=${entity.uri} @click=${this.copyIdentity}>
              ${this.copied ? say('copied') : entity.uri.replace(/^https?:\/\/(www\.)?/, '')}
            </button>
          </dd>`
      : nothing}`
  }

  /** @param {Entity} entity */
  corrections(entity) {
    return html`<div class="correct">
      <label
        >${say('card.change')}
        <select class="change" @change=${this.changeType}>
          ${nameTypes.map((type) => html`<option value=${type} ?selected=${type === entity.type}>${say(`type.${type}`)}</option>`)}
        </select>
      </label>
      <label
        >${say('card.same')}
        <select class="same" @change=${this.sameAs}>
          <option value="">${say('card.same.choose')}</option>
          ${this.others.map((other) => html`<option value=${other.name}>${other.name}</option>`)}
        </select>
      </label>
      <button class="line not" @click=${() => this.correct({ kind: 'not-a-name', name: entity.name }, false)}>
        ${say('card.not')}
      </button>
      <button class="line ignore" @click=${() => this.correct({ kind: 'ignore', name: entity.name }, true)}>
        ${say('card.ignore')}
      </button>
      <button class="report" @click=${() => this.tell('report')}>${say('card.report')}</button>
    </div>`
  }

  async copyIdentity() {
    await navigator.clipboard.writeText(this.entity?.uri ?? '')
    this.copied = true
    setTimeout(() => (this.copied = false), 1400)
  }

  /** @param {Event} event */
  changeType(event) {
    const type = /** @type {HTMLSelectElement} */ (event.target).value
    this.correct({ kind: 'type', name: this.name, type }, true)
  }

  /** @param {Event} event */
  sameAs(event) {
    const other = /** @type {HTMLSelectElement} */ (event.target).value
    if (other) this.correct({ kind: 'same', name: this.name, other }, false)
  }

  /** @param {import('../engine/types.js').Correction} correction @param {boolean} everywhere */
  correct(correction, everywhere) {
    const detail = { correction, everywhere }
    this.dispatchEvent(new CustomEvent('slugline-correction', { detail, bubbles: true, composed: true }))
  }

  /** @param {string} how */
  tell(how) {
    this.dispatchEvent(new CustomEvent('slugline-card', { detail: { how }, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-card', Card)
