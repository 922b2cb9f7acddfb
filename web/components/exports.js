// Getting the results out: six forms, each to look at, copy or keep as a file.

import { css, html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { say } from '../words.js'
import { Dialog } from './dialog.js'
import { save } from './save.js'

/**
 * @typedef {import('../engine/types.js').Format} Format
 * @typedef {{ format: Format, suffix: string, mime: string }} Form
 */

/** @type {Form[]} */
const forms = [
  { format: 'json', suffix: 'json', mime: 'application/json' },
  { format: 'ninjs', suffix: 'ninjs.json', mime: 'application/json' },
  { format: 'jsonld', suffix: 'jsonld', mime: 'application/ld+json' },
  { format: 'superdesk', suffix: 'superdesk.json', mime: 'application/json' },
  { format: 'csv', suffix: 'csv', mime: 'text/csv' },
  { format: 'html', suffix: 'html', mime: 'text/html' },
]

/** Letters of a result that are drawn; the copy and the file hold all. */
const drawn = 20000

export class Exports extends Dialog {
  static properties = {
    session: { attribute: false },
    form: { state: true },
    result: { state: true },
    problem: { state: true },
    copied: { state: true },
  }

  static styles = [
    shared,
    dialogs,
    css`
      dialog {
        width: min(58rem, calc(100vw - 2rem));
        height: min(40rem, calc(100dvh - 2rem));
      }
      .forms {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        padding: var(--unit) calc(var(--unit) * 2);
        border-bottom: 1px solid var(--line);
      }
      .forms + p {
        padding: calc(var(--unit) * 1.25) calc(var(--unit) * 2.5) 0;
        color: var(--ink-soft);
      }
      pre {
        flex: 1;
        margin: calc(var(--unit) * 1.25) calc(var(--unit) * 2.5);
        padding: calc(var(--unit) * 1.5);
        overflow: auto;
        background: var(--well);
        border-radius: var(--radius);
        font: 0.75rem/1.55 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ]

  constructor() {
    super()
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    this.form = forms[0]
    this.result = ''
    this.problem = ''
    this.copied = false
  }

  show() {
    this.raise()
    return this.choose(this.form)
  }

  /** @param {Form} form */
  async choose(form) {
    this.form = form
    this.problem = ''
    this.result = ''
    try {
      const result = (await this.session?.export(form.format)) ?? ''
      if (this.form === form) this.result = form.suffix.endsWith('json') || form.format === 'jsonld' ? pretty(result) : result
    } catch (error) {
      this.result = ''
      this.problem = /** @type {Error} */ (error).message
    }
  }

  render() {
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${say('export.heading')}</h2>
        <button aria-label=${say('close')} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <div class="forms" role="group" aria-label=${say('export.form')}>
        ${forms.map(
          (form) =>
            html`<button data-format=${form.format} aria-pressed=${form === this.form} @click=${() => this.choose(form)}>
              ${say(`export.${form.format}`)}
            </button>`,
        )}
      </div>
      <p>${say(`export.${this.form.format}.what`)}</p>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
      <pre tabindex="0" aria-label=${say(`export.${this.form.format}`)}>${this.result.slice(0, drawn)}</pre>
      <div class="foot">
        <button class="main copy" ?disabled=${!this.result} @click=${this.copy}>${say(this.copied ? 'copied' : 'copy')}</button>
        <button class="line download" ?disabled=${!this.result} @click=${this.download}>${say('export.download')}</button>
        <button class="line" @click=${this.print}>${say('export.print')}</button>
        <span class="unseen" role="status">${this.copied ? say('copied') : ''}</span>
      </div>
    </dialog>`
  }

  async copy() {
    await navigator.clipboard.writeText(this.result)
    this.copied = true
    setTimeout(() => (this.copied = false), 1400)
  }

  download() {
    save(new Blob([this.result], { type: `${this.form.mime};charset=utf-8` }), `slugline.${this.form.suffix}`)
  }

  print() {
    this.dialog.close()
    globalThis.print()
  }
}

/** @param {string} json @returns {string} indented, or as it is where it is not JSON */
function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch {
    return json
  }
}

customElements.define('slugline-exports', Exports)
