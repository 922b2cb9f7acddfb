/**
 * Who may run when. A Go handler takes 5 MB and more of the isolate's 128, so only a few
 * run at once; the others wait, each client in a line of its own, and the lines take
 * turns: a batch import does not keep a reporter waiting. Where too many wait, or one has
 * waited too long, the answer is 503 with Retry-After.
 */

import { Problem } from './problem.js'

/** @typedef {{ enter: () => void }} Waiter */

export class Admission {
  #running = 0
  #waiting = 0
  /** Lines by client, in the order of their turns. @type {Map<string, Waiter[]>} */
  #lines = new Map()

  /** @param {{ atOnce: number, waiting: number, patience: number }} limits patience in ms */
  constructor(limits) {
    this.limits = limits
  }

  get running() {
    return this.#running
  }

  /**
   * Resolves when it is this client's turn; call what it resolves with when done.
   * @param {string} client
   * @returns {Promise<() => void>}
   */
  async enter(client) {
    const { atOnce, waiting, patience } = this.limits
    if (this.#running < atOnce) this.#running++
    else if (this.#waiting >= waiting) throw busy()
    else await this.#wait(client, patience)
    let left = false
    return () => {
      if (left) return
      left = true
      this.#running--
      this.#next()
    }
  }

  /** @param {string} client @param {number} patience */
  #wait(client, patience) {
    this.#waiting++
    return new Promise((resolve, reject) => {
      /** @type {Waiter} */
      const waiter = {
        enter: () => {
          clearTimeout(timer)
          resolve(undefined)
        },
      }
      // The timer also tells the runtime that this request waits for something.
      const timer = setTimeout(() => {
        if (this.#leave(client, waiter)) reject(busy())
      }, patience)
      const line = this.#lines.get(client)
      if (line) line.push(waiter)
      else this.#lines.set(client, [waiter])
    })
  }

  /** @param {string} client @param {Waiter} waiter */
  #leave(client, waiter) {
    const line = this.#lines.get(client) ?? []
    const place = line.indexOf(waiter)
    if (place < 0) return false
    line.splice(place, 1)
    if (!line.length) this.#lines.delete(client)
    this.#waiting--
    return true
  }

  #next() {
    const [turn] = this.#lines
    if (!turn) return
    const [client, line] = turn
    const waiter = line.shift()
    this.#lines.delete(client)
    if (line.length) this.#lines.set(client, line) // to the end of the turns
    this.#waiting--
    this.#running++
    waiter?.enter()
  }
}

const busy = () => new Problem(503, 'busy', 'The server is busy. Ask again in a few seconds.', { 'Retry-After': '2' })
