// What the keys do, with another key for whoever wants one, and the way for a story from
// another page to here: the bookmarklet.

import { css, html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { bookmarklet } from '../intake/sent.js'
import { Dialog } from './dialog.js'
import { first, fits, fixed, remapped } from './shortcuts.js'
import { say } from '../words.js'

export class Help extends Dialog {
  static properties = {
    keys: { attribute: false },
    on: { type: Boolean },
    page: { attribute: false },
    asking: { state: true },
    said: { state: true },
  }

  static styles = [
    shared,
    dialogs,
    css`
      dl {
        display: grid;
        grid-template-columns: 8rem 1fr;
        gap: 0.25rem calc(var(--unit) * 2);
        align-items: center;
      }
      dt {
        display: flex;
        gap: 0.25rem;
      }
      dt button {
        min-width: 2.25rem;
        min-height: 1.625rem;
        padding: 0 0.375rem;
        border-color: var(--line-strong);
        font: 0.75rem/1.5 var(--mono);
      }
      dt button[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent-tint);
        font-family: var(--sans);
      }
      .off {
        opacity: 0.75;
        text-decoration: line-through;
      }
      kbd {
        padding: 0.0625rem 0.375rem;
        border: 1px solid var(--line);
        border-radius: 3px;
        font: 0.75rem/1.5 var(--mono);
      }
      h3 {
        margin: calc(var(--unit) * 2.5) 0 var(--unit);
        font-size: var(--small);
      }
      p {
        margin-top: var(--unit);
        color: var(--ink-soft);
      }
      .send {
        display: inline-flex;
        align-items: center;
        min-height: 1.75rem;
        padding: 0 0.75rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        color: var(--ink);
        text-decoration: none;
        cursor: grab;
      }
    `,
  ]

  constructor() {
    super()
    this.keys = { ...first }
    this.on = true
    this.page = false // whether Slugline is the whole page, at an address of its own
    /** The act that waits for its new key. */
    this.asking = ''
    this.said = ''
  }

  show() {
    this.asking = this.said = ''
    this.raise()
  }

  render() {
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${say('help.heading')}</h2>
        <button aria-label=${say('close')} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <div class="body" tabindex="0" role="region" aria-labelledby="heading" @keydown=${this.press}>
        <dl class=${this.on ? '' : 'off'}>
          ${Object.entries(this.keys).map(([act, key]) => this.row(act, key))}
        </dl>
        <p>${say(this.on ? 'help.change' : 'help.off')} <button class="link reset" @click=${() => this.set({ ...first }, say('help.first'))}>${say('help.reset')}</button></p>
        <p role="status">${this.said}</p>
        <dl>
          ${fixed.map(([keys, words]) => html`<dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${say(words)}</dd>`)}
        </dl>
        <p>${say('help.paste')}</p>
        ${this.page && location.protocol !== 'file:' ? this.send() : nothing}
      </div>
    </dialog>`
  }

  /** @param {string} act @param {string} key */
  row(act, key) {
    const asking = this.asking === act
    const name = say(`key.${act}`)
    const shown = key === '' ? say('help.none') : key.toUpperCase()
    return html`<dt>
        <button data-act=${act} aria-pressed=${asking} aria-label=${say(asking ? 'help.press' : 'help.key', { act: name, key: shown })} @click=${() => this.ask(act)}>
          ${asking ? say('help.press.short') : shown}
        </button>
      </dt>
      <dd>${name}</dd>`
  }

  send() {
    const code = bookmarklet(new URL('.', document.baseURI).href)
    return html`<h3>${say('send.heading')}</h3>
      <p>${say('send.how')}</p>
      <p>
        <a class="send" href=${code} @click=${(/** @type {Event} */ event) => this.dragged(event)}>${say('send.name')}</a>
        <button class="line copy" @click=${() => this.copy(code)}>${say('send.copy')}</button>
      </p>`
  }

  /** @param {Event} event of a click on what is there to be dragged */
  dragged(event) {
    event.preventDefault()
    this.said = say('send.drag')
  }

  /** @param {string} code */
  async copy(code) {
    await navigator.clipboard.writeText(code)
    this.said = say('copied')
  }

  /** @param {string} act */
  ask(act) {
    if (act === 'types') return this.set({ ...this.keys, types: this.keys.types ? '' : first.types }, say(this.keys.types ? 'help.taken' : 'help.given', { act: say('key.types'), key: '1-8' }))
    this.asking = this.asking === act ? '' : act
  }

  /** A key for the act that waits for one. @param {KeyboardEvent} event */
  press(event) {
    const act = this.asking
    if (!act || event.ctrlKey || event.metaKey || event.altKey || ['Shift', 'Tab'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') this.asking = ''
    else if (event.key === 'Delete' || event.key === 'Backspace') this.set(remapped(this.keys, act, ''), say('help.taken', { act: say(`key.${act}`) }))
    else if (fits(event.key)) this.set(remapped(this.keys, act, event.key), say('help.given', { act: say(`key.${act}`), key: event.key.toUpperCase() }))
  }

  /** @param {Record<string, string>} keys @param {string} said */
  set(keys, said) {
    this.asking = ''
    this.said = said
    this.dispatchEvent(new CustomEvent('slugline-keys', { detail: { keys }, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-help', Help)
