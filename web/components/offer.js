// A story that another page has sent waits here until the reader takes it: who says to have
// sent it, how it begins, and the two answers.

import { css, html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { say } from '../words.js'
import { Dialog } from './dialog.js'

/** Letters of the story that are shown. */
const shown = 400

export class Offer extends Dialog {
  static properties = { sent: { state: true } }

  static styles = [
    shared,
    dialogs,
    css`
      blockquote {
        margin: calc(var(--unit) * 1.5) 0 0;
        padding-inline-start: calc(var(--unit) * 1.5);
        border-inline-start: 2px solid var(--line-strong);
        font: 1rem/1.5 var(--serif);
        overflow-wrap: anywhere;
      }
      .body:focus {
        outline: none;
      }
      blockquote b {
        display: block;
      }
    `,
  ]

  constructor() {
    super()
    /** @type {import('../intake/intake.js').Given & { from: string } | null} */
    this.sent = null
  }

  /** @param {import('../intake/intake.js').Given & { from: string }} sent */
  async show(sent) {
    this.sent = sent
    await this.updateComplete
    this.raise()
  }

  render() {
    const { sent } = this
    return html`<dialog aria-labelledby="heading" @close=${() => (this.sent = null)}>
      <div class="head">
        <h2 id="heading">${say('offer.heading')}</h2>
        <button aria-label=${say('close')} @click=${() => this.dialog.close()}>✕</button>
      </div>
      ${sent
        ? html`<div class="body" tabindex="-1" autofocus>
              <p>${sent.from ? say('offer.from', { from: sent.from }) : say('offer.unknown')}</p>
              <blockquote><b>${sent.title}</b>${sent.text.slice(0, shown)}${sent.text.length > shown ? ' …' : ''}</blockquote>
            </div>
            <div class="foot">
              <button class="line main take" @click=${() => this.answer(sent)}>${say('offer.take')}</button>
              <button class="line leave" @click=${() => this.dialog.close()}>${say('offer.leave')}</button>
            </div>`
        : nothing}
    </dialog>`
  }

  /** @param {import('../intake/intake.js').Given & { from: string }} sent */
  answer({ title, text }) {
    this.dialog.close()
    this.dispatchEvent(new CustomEvent('slugline-story', { detail: { title, text }, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-offer', Offer)
