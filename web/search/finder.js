// The page's end of the history's search. Without a database, as in a private window, there
// are few stories and no Worker could read them: they are looked through here.

import { matcherOf } from './words.js'

/**
 * @typedef {import('../story/session.js').Session} Session
 * @typedef {import('./worker.js').Where} Where
 * @typedef {import('./worker.js').Answer} Answer
 */

export class Finder {
  /** @param {Session} session @param {() => Worker} startWorker @param {(answer: Answer) => void} heard */
  constructor(session, startWorker, heard) {
    this.session = session
    this.startWorker = startWorker
    this.heard = heard
    this.turn = 0
    /** @type {Worker | null} */
    this.worker = null
  }

  /** Answers come to `heard`, until the next question. @param {string} query @param {Where} where */
  ask(query, where) {
    const turn = ++this.turn
    if (!this.session.lasting) return this.#look(turn, query, where)
    if (!this.worker) {
      this.worker = this.startWorker()
      this.worker.addEventListener('message', ({ data }) => data.turn === this.turn && this.heard(data))
      this.worker.addEventListener('error', () => this.end())
    }
    this.worker.postMessage({ turn, query, where })
  }

  end() {
    this.turn++
    this.worker?.terminate()
    this.worker = null
  }

  /** @param {number} turn @param {string} query @param {Where} where */
  async #look(turn, query, where) {
    const { store } = await this.session.ready()
    const fits = matcherOf(query) ?? (() => false)
    const lines = await store.lines(Infinity)
    const best = /** @type {string[]} */ ([])
    for (const line of lines) {
      const text = (where === 'all' || where === 'words') ? (await store.words(line.id))?.text ?? '' : ''
      const parts = [where === 'names' || where === 'tags' ? '' : line.title, where === 'all' || where === 'names' ? line.names.join('\n') : '', where === 'all' || where === 'tags' ? line.tags.join('\n') : '', text]
      if (fits(parts.join('\n'))) best.push(line.id)
    }
    if (turn === this.turn) this.heard({ turn, best, rest: [], read: lines.length, of: lines.length, done: true })
  }
}
