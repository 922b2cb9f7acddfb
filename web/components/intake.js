// The empty page: an invitation to paste, drop or open a story, with the example one click
// away. A paste starts at once; typed text waits for the button or Ctrl+Enter.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { say } from '../words.js'

export class Intake extends LitElement {
  static properties = {
    seen: { type: Number },
    lasting: { type: Boolean },
    message: { type: String },
    newsroom: { type: Boolean },
  }

  static styles = [
    shared,
    css`
      :host {
        display: block;
        max-width: 46rem;
        margin: 0 auto;
        padding: clamp(1.25rem, 7vh, 5rem) calc(var(--unit) * 2.5) calc(var(--unit) * 6);
      }
      h1 {
        margin: 0 0 calc(var(--unit) * 1);
        font: 600 clamp(1.6rem, 1.2rem + 1.6vw, 2.35rem) / 1.15 var(--serif);
        letter-spacing: -0.012em;
        text-wrap: balance;
      }
      .lead {
        max-width: 38rem;
        margin-bottom: calc(var(--unit) * 3.5);
        font: 1.0625rem/1.55 var(--serif);
        color: var(--ink-soft);
        text-wrap: pretty;
      }
      form {
        display: flex;
        flex-direction: column;
        background: var(--sheet);
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        transition: border-color var(--quick);
      }
      form:focus-within {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      input,
      textarea {
        width: 100%;
        padding: calc(var(--unit) * 1.75) calc(var(--unit) * 2.5);
        border: 0;
        background: none;
        outline: none;
        font-family: var(--serif);
      }
      input {
        font-size: 1.3125rem;
        font-weight: 600;
        border-bottom: 1px solid var(--line);
        border-radius: 6px 6px 0 0;
      }
      textarea {
        min-height: clamp(11rem, 38vh, 30rem);
        resize: vertical;
        font-size: var(--text);
        line-height: 1.6;
      }
      ::placeholder {
        color: var(--ink-faint);
        opacity: 1;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--unit);
        padding: calc(var(--unit) * 1.25) calc(var(--unit) * 1.5);
        border-top: 1px solid var(--line);
      }
      .row button {
        min-height: 2.125rem;
        padding-inline: 0.9rem;
        font-size: 0.875rem;
      }
      .example {
        color: var(--accent);
        font-weight: 600;
      }
      .foot {
        margin-top: calc(var(--unit) * 2.5);
        color: var(--ink-soft);
        line-height: 1.6;
      }
      .message {
        margin-bottom: calc(var(--unit) * 2);
        padding: calc(var(--unit) * 1.25) calc(var(--unit) * 2);
        border-inline-start: 3px solid var(--warn);
        background: var(--warn-tint);
        font-size: 0.875rem;
      }
      @media (max-width: 30rem) {
        .row .main {
          order: 3;
          width: 100%;
        }
      }
    `,
  ]

  constructor() {
    super()
    this.seen = 0
    this.lasting = true
    this.message = ''
    this.newsroom = false
  }

  render() {
    return html`
      <h1 id="invitation">${say('intake.heading')}</h1>
      <p class="lead">${say('intake.lead')}</p>
      ${this.message ? html`<p class="message" role="alert">${this.message}</p>` : nothing}
      <form @submit=${this.submit} @keydown=${this.key}>
        <input
          name="title"
          autocomplete="off"
          aria-label=${say('intake.title')}
          placeholder=${say('intake.title')}
          @paste=${this.pasteTitle}
        />
        <textarea
          name="text"
          aria-label=${say('intake.text')}
          placeholder=${say('intake.placeholder')}
          spellcheck="false"
          @paste=${this.paste}
        ></textarea>
        <div class="row">
          <button class="main" type="submit">${say('intake.go')}</button>
          <button type="button" class="line" @click=${this.open}>${say('intake.open')}</button>
          <span class="grow"></span>
          <button type="button" class="example" @click=${() => this.send('slugline-example', {})}>
            ${say('intake.example')}
          </button>
        </div>
      </form>
      <p class="foot">
        ${say(this.newsroom ? 'intake.private.newsroom' : 'intake.private')}
        <button class="link" @click=${() => this.send('slugline-proof', {})}>${say('intake.check')}</button>
        ${this.seen
          ? html`<br /><button class="link" @click=${() => this.send('slugline-history', {})}>
                ${say('intake.seen', { n: this.seen })}</button
              >
              ${say('intake.compared')}`
          : nothing}
        ${this.lasting ? nothing : html`<br />${say('intake.fleeting')}`}
      </p>
    `
  }

  get fields() {
    const root = /** @type {ShadowRoot} */ (this.renderRoot)
    return {
      title: /** @type {HTMLInputElement} */ (root.querySelector('input')),
      text: /** @type {HTMLTextAreaElement} */ (root.querySelector('textarea')),
    }
  }

  focus() {
    this.fields.text.focus()
  }

  /** @param {string} name @param {object} detail */
  send(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  open() {
    this.send('slugline-open', {})
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault()
    const { title, text } = this.fields
    if (!text.value.trim()) {
      this.message = say('intake.nothing')
      text.focus()
      return
    }
    this.message = ''
    this.send('slugline-story', { title: title.value, text: text.value })
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.submit(event)
  }

  /** A paste into an empty field is a story; into a started one it is a paste. @param {ClipboardEvent} event */
  paste(event) {
    const { title, text } = this.fields
    if (text.value.trim() || !event.clipboardData) return
    event.preventDefault()
    this.send('slugline-paste', { data: event.clipboardData, title: title.value })
  }

  /** A whole story pasted into the title field goes where it belongs. @param {ClipboardEvent} event */
  pasteTitle(event) {
    const plain = event.clipboardData?.getData('text/plain') ?? ''
    if (plain.length > 300 || /\n\s*\S/.test(plain)) this.paste(event)
  }
}

customElements.define('slugline-intake', Intake)
