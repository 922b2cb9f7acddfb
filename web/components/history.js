// The stories seen before, newest first: look for one, open it, take it out, forget all.

import { LitElement, css, html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { say, since, moment, number } from '../words.js'

/** @typedef {import('../store/database.js').Line} Line */

/** Lines drawn at once. */
const page = 60

export class History extends LitElement {
  static properties = {
    lines: { attribute: false },
    lasting: { type: Boolean },
    wanted: { state: true },
    shown: { state: true },
    sure: { state: true },
  }

  static styles = [
    shared,
    dialogs,
    css`
      .find {
        width: 100%;
        min-height: 2.125rem;
        padding: 0.25rem 0.625rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: none;
      }
      li {
        display: flex;
        align-items: flex-start;
        gap: var(--unit);
        padding: calc(var(--unit) * 1) 0;
        border-bottom: 1px solid var(--line);
      }
      .open {
        flex: 1;
        display: block;
        min-width: 0;
        min-height: 0;
        padding: 0.125rem 0.375rem;
        text-align: start;
      }
      .open b {
        display: block;
        font: 500 1rem/1.35 var(--serif);
        overflow-wrap: anywhere;
      }
      .verdict {
        color: var(--warn);
      }
      .none {
        padding: calc(var(--unit) * 3) 0;
        color: var(--ink-soft);
        font: 1rem/1.5 var(--serif);
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Line[]} */
    this.lines = []
    this.lasting = true
    this.wanted = ''
    this.shown = page
    this.sure = false
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (/** @type {ShadowRoot} */ (this.renderRoot).querySelector('dialog'))
  }

  async show() {
    this.wanted = ''
    this.sure = false
    this.shown = page
    await this.updateComplete
    this.dialog.showModal()
  }

  close() {
    this.dialog.close()
  }

  render() {
    const wanted = this.wanted.toLowerCase()
    const found = this.lines.filter((line) => !wanted || `${line.title} ${line.topic}`.toLowerCase().includes(wanted))
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${say('history.heading')} <span class="count">${number(this.lines.length)}</span></h2>
        <button aria-label=${say('close')} @click=${this.close}>✕</button>
      </div>
      <div class="body" tabindex="-1">
        ${this.lines.length > 5
          ? html`<input
              class="find"
              type="search"
              aria-label=${say('history.find')}
              placeholder=${say('history.find')}
              .value=${this.wanted}
              @input=${(/** @type {Event} */ e) => (this.wanted = /** @type {HTMLInputElement} */ (e.target).value)}
            />`
          : nothing}
        ${found.length === 0 ? html`<p class="none">${say(wanted ? 'history.nothing' : 'history.none')}</p>` : nothing}
        <ul>
          ${found.slice(0, this.shown).map((line) => this.line(line))}
        </ul>
        ${found.length > this.shown
          ? html`<button class="link" @click=${() => (this.shown += page)}>
              ${say('history.more', { n: found.length - this.shown })}
            </button>`
          : nothing}
      </div>
      <div class="foot">
        <span class="soft grow">${say(this.lasting ? 'history.where' : 'intake.fleeting')}</span>
        ${this.lines.length
          ? html`<button class="line forget" @click=${this.forget}>
              ${say(this.sure ? 'history.sure' : 'history.forget', { n: this.lines.length })}
            </button>`
          : nothing}
      </div>
    </dialog>`
  }

  /** @param {Line} line */
  line(line) {
    return html`<li data-story=${line.id}>
      <button class="open" @click=${() => this.tell('open', line.id)}>
        <b>${line.title || say('untitled')}</b>
        <span class="soft" title=${moment(line.when)}
          >${since(line.when)} · ${say('history.words', { n: line.words })}${line.topic ? ` · ${line.topic}` : ''}</span
        >
        ${line.verdict ? html` · <span class="verdict">${say(`verdict.${line.verdict}`)}</span>` : nothing}
        ${line.again ? html` · <span class="soft">${say('history.again', { n: line.again })}</span>` : nothing}
      </button>
      <button class="remove" aria-label=${say('history.remove', { title: line.title })} title=${say('history.remove.short')} @click=${() => this.tell('remove', line.id)}>
        ✕
      </button>
    </li>`
  }

  forget() {
    if (!this.sure) {
      this.sure = true
      return
    }
    this.sure = false
    this.tell('clear', '')
  }

  /** @param {string} how @param {string} id */
  tell(how, id) {
    if (how === 'open') this.close()
    this.dispatchEvent(new CustomEvent('slugline-past', { detail: { how, id }, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-history', History)
