// The limits on what counts as seen before: two sliders and two boxes. What is moved holds
// at once for the story on the page; for every story once it is kept.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { noLimits } from '../story/limits.js'
import { say, share } from '../words.js'

/** @typedef {import('../story/limits.js').Limits} Limits */

/** Milliseconds of moving before the history is looked through. */
const pause = 150

export class LimitsPanel extends LitElement {
  static properties = {
    session: { attribute: false },
    analysis: { attribute: false },
    preview: { state: true },
  }

  static styles = [
    shared,
    css`
      @media print {
        :host {
          display: none;
        }
      }
      summary {
        width: fit-content;
        padding: 0.125rem 0;
        color: var(--accent);
        cursor: pointer;
      }
      .field {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 var(--unit);
        margin-top: var(--unit);
      }
      .field input {
        grid-column: 1 / -1;
        width: 100%;
        min-height: 1.5rem;
        accent-color: var(--accent);
      }
      output {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      .box {
        display: flex;
        align-items: center;
        gap: 0.5em;
        min-height: 1.75rem;
      }
      .box input {
        width: 1.125rem;
        height: 1.125rem;
        accent-color: var(--accent);
      }
      .preview {
        min-height: 1.5rem;
        margin: calc(var(--unit) * 0.75) 0;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .row {
        display: flex;
        gap: var(--unit);
      }
    `,
  ]

  constructor() {
    super()
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {import('../engine/types.js').Analysis | null} */
    this.analysis = null
    /** @type {import('../story/judge.js').Preview | null} */
    this.preview = null
    this.moving = 0
  }

  get judge() {
    return this.session?.judge
  }

  /** @param {Partial<Limits>} change */
  move(change) {
    const { judge } = this
    if (!judge) return
    judge.try({ ...judge.tried, ...change })
    this.requestUpdate()
    clearTimeout(this.moving)
    this.moving = window.setTimeout(() => judge.preview((preview) => (this.preview = preview)), pause)
  }

  async keep() {
    await this.judge?.keep()
    this.preview = null
    this.requestUpdate()
  }

  render() {
    const { judge, preview } = this
    if (!judge) return nothing
    const { tried, kept } = judge
    const same = JSON.stringify(tried) === JSON.stringify(kept)
    const any = JSON.stringify(kept) !== JSON.stringify(noLimits)
    return html`<details ?open=${any}>
      <summary>${say('limits.heading')}</summary>
      ${this.slider('words', say('limits.words'), String(tried.words), 300, 5, tried.words, (value) => ({ words: value }))}
      ${this.slider('share', say('limits.share'), share(tried.share), 100, 5, Math.round(tried.share * 100), (value) => ({ share: value / 100 }))}
      ${this.box('quotations', say('limits.quotations'), tried.quotations)} ${this.box('boilerplate', say('limits.boilerplate'), tried.boilerplate)}
      <p class="preview" role="status">
        ${preview && !same ? say(preview.done ? 'limits.change' : 'limits.counting', { n: preview.changed, of: preview.of }) : nothing}
      </p>
      <div class="row">
        <button class="line keep" ?disabled=${same} @click=${this.keep}>${say('limits.keep')}</button>
        <button class="back" ?disabled=${same} @click=${() => this.move(kept)}>${say('limits.back')}</button>
        ${any && same ? html`<button class="none" @click=${() => this.move(noLimits)}>${say('limits.none')}</button>` : nothing}
      </div>
    </details>`
  }

  /** @param {string} name @param {string} label @param {string} shown @param {number} max @param {number} step @param {number} value @param {(value: number) => Partial<Limits>} change */
  slider(name, label, shown, max, step, value, change) {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <output for=${name}>${shown}</output>
      <input
        id=${name}
        type="range"
        min="0"
        max=${max}
        step=${step}
        .value=${String(value)}
        aria-valuetext=${shown}
        @input=${(/** @type {Event} */ event) => this.move(change(Number(/** @type {HTMLInputElement} */ (event.target).value)))}
      />
    </div>`
  }

  /** @param {'quotations' | 'boilerplate'} name @param {string} label @param {boolean} checked */
  box(name, label, checked) {
    return html`<label class="box"
      ><input type="checkbox" name=${name} .checked=${checked} @change=${(/** @type {Event} */ event) => this.move({ [name]: /** @type {HTMLInputElement} */ (event.target).checked })} />
      ${label}</label
    >`
  }
}

customElements.define('slugline-limits', LimitsPanel)
