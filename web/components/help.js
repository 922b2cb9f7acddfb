// What the keys do, and the switch that turns single letters off.

import { LitElement, css, html } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { listed } from './shortcuts.js'
import { say } from '../words.js'

export class Help extends LitElement {
  static styles = [
    shared,
    dialogs,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.375rem calc(var(--unit) * 2.5);
        align-items: baseline;
      }
      dt {
        display: flex;
        gap: 0.25rem;
      }
      kbd {
        padding: 0.0625rem 0.375rem;
        border: 1px solid var(--line-strong);
        border-radius: 3px;
        font: 0.75rem/1.5 var(--mono);
      }
      p {
        margin-top: calc(var(--unit) * 2);
        color: var(--ink-soft);
      }
    `,
  ]

  get dialog() {
    return /** @type {HTMLDialogElement} */ (/** @type {ShadowRoot} */ (this.renderRoot).querySelector('dialog'))
  }

  show() {
    this.dialog.showModal()
  }

  render() {
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${say('help.heading')}</h2>
        <button aria-label=${say('close')} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <div class="body" tabindex="0" role="region" aria-labelledby="heading">
        <dl>
          ${listed.map(
            ([keys, words]) =>
              html`<dt>${keys.split(/ +/).map((key) => (key === '–' ? key : html`<kbd>${key}</kbd>`))}</dt>
                <dd>${say(words)}</dd>`,
          )}
        </dl>
        <p>${say('help.paste')}</p>
        <p>${say('help.off')}</p>
      </div>
    </dialog>`
  }
}

customElements.define('slugline-help', Help)
