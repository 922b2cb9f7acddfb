// What every dialog of the page is: an element that draws nothing before it is first opened.
// Nine closed dialogs drawn with the page held up its first words, and every story after them.

import { LitElement } from 'lit'

export class Dialog extends LitElement {
  /** Whether it has ever been opened. */
  #drawn = false

  /** Its one `dialog`, as soon as it has been opened. */
  get dialog() {
    return /** @type {HTMLDialogElement} */ (/** @type {ShadowRoot} */ (this.renderRoot).querySelector('dialog'))
  }

  shouldUpdate() {
    return this.#drawn
  }

  /** Draws it as things are now, and opens it; an open one stays as it is. */
  raise() {
    this.#drawn = true
    this.requestUpdate()
    this.performUpdate()
    if (!this.dialog.open) this.dialog.showModal()
  }
}
