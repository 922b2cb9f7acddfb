// What the reader says of tags: carried out, told back in words, and undone on wish.

import { say } from '../words.js'

export class Rulings {
  /** @param {import('./slugline-analyzer.js').Analyzer} host */
  constructor(host) {
    this.host = host
  }

  /** @param {CustomEvent} event */
  async on(event) {
    const { host } = this
    const { tag, verdict } = event.detail
    await host.session?.rule(tag, verdict)
    host.inform(say(`ruled.${verdict}`, { name: tag.name }), say('undo'), () => host.undo())
  }
}
