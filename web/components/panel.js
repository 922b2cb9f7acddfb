// What the panels of the column have in common: each draws an analysis in a task of its own,
// so that the arrival of a long story's never holds up a key or a frame for all of them. What
// the reader does in a panel shows at once, and takes an analysis that waits along.

import { LitElement } from 'lit'
import { yielded } from '../story/yielded.js'

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
    return yielded().then(() => super.scheduleUpdate())
  }

  /** @override */
  performUpdate() {
    this.held = this.unhurried = false
    super.performUpdate()
  }
}
