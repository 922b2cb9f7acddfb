// What the panels of the column have in common: each draws itself in a task of its own, so
// that the arrival of a long story's analysis never holds up a key or a frame for all of them.

import { LitElement } from 'lit'
import { yielded } from '../story/yielded.js'

export class Panel extends LitElement {
  /** @override */
  async scheduleUpdate() {
    await yielded()
    super.scheduleUpdate()
  }
}
