// What the panels of the column have in common: each draws an analysis in a task of its own,
// so that the arrival of a long story's never holds up a key or a frame for all of them, and
// after the frame that shows the article with its names. What the reader does in a panel
// shows at once, and takes an analysis that waits along.

import { LitElement } from 'lit'
import { yielded } from '../story/yielded.js'

/** Milliseconds after which a panel no longer waits for a frame: a page in the background draws none. */
const patience = 100

/** When the next frame has been drawn. @returns {Promise<void>} */
const framed = () =>
  new Promise((done) => {
    const late = setTimeout(done, patience)
    requestAnimationFrame(() => {
      clearTimeout(late)
      setTimeout(done)
    })
  })

export class Panel extends LitElement {
  /** @override @param {PropertyKey} [name] @param {unknown} [old] @param {import('lit').PropertyDeclaration} [options] */
  requestUpdate(name, old, options) {
    if (name === 'analysis') this.unhurried ||= /** @type {any} */ (this).analysis !== old
    else if (this.held) queueMicrotask(() => this.performUpdate())
    super.requestUpdate(name, old, options)
  }

  /** @override @returns {void | Promise<unknown>} */
  scheduleUpdate() {
    if (!this.unhurried) return super.scheduleUpdate()
    this.held = true
    return this.turn().then(() => super.scheduleUpdate())
  }

  /** When an analysis may be drawn. */
  turn() {
    return yielded().then(framed)
  }

  /** @override */
  performUpdate() {
    this.held = this.unhurried = false
    super.performUpdate()
  }
}
