/**
 * Who may run when. A Go handler takes 5 MB and more of the isolate's 128, so only a few
 * run at once; the others wait, each client in a line of its own, and the lines take
 * turns: a batch import does not keep a reporter waiting. What is large takes 15 MB, and as
 * much again outside the handler: of those fewer run at once, and the others pass them by.
 * Where too many wait, or one has waited too long, the answer is 503 with Retry-After.
 */

import { Problem } from './problem.js'

/** @typedef {{ large: boolean, enter: () => void }} Waiter */

export class Admission {
  #running = 0
  #large = 0
  #waiting = 0
  /** Lines by client, in the order of their turns. @type {Map<string, Waiter[]>} */
  #lines = new Map()

  /** @param {{ atOnce: number, large: number, waiting: number, patience: number }} limits patience in ms */
  constructor(limits) {
    this.limits = limits
  }

  get running() {
    return this.#running
  }

  /**
   * Resolves when it is this client's turn; call what it resolves with when done.
   * @param {string} client
   * @param {boolean} [large]
   * @returns {Promise<() => void>}
   */
  async enter(client, large = false) {
    const { waiting, patience } = this.limits
    if (this.#room(large)) this.#take(large)
    else if (this.#waiting >= waiting) throw busy()
    else await this.#wait(client, large, patience)
    let left = false
    return () => {
      if (left) return
      left = true
      this.#running--
      if (large) this.#large--
      this.#next()
    }
  }

  /** @param {boolean} large */
  #room(large) {
    return this.#running < this.limits.atOnce && !(large && this.#large >= this.limits.large)
  }

  /** @param {boolean} large */
  #take(large) {
    this.#running++
    if (large) this.#large++
  }

  /** @param {string} client @param {boolean} large @param {number} patience */
  #wait(client, large, patience) {
    this.#waiting++
    return new Promise((resolve, reject) => {
      /** @type {Waiter} */
      const waiter = {
        large,
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

  /** Lets in whom there is room for now: in each line the first that may. */
  #next() {
    for (const [client, line] of [...this.#lines]) {
      const at = line.findIndex(({ large }) => this.#room(large))
      if (at < 0) continue
      const [waiter] = line.splice(at, 1)
      this.#lines.delete(client)
      if (line.length) this.#lines.set(client, line) // to the end of the turns
      this.#waiting--
      this.#take(waiter.large)
      waiter.enter()
    }
  }
}

const busy = () => new Problem(503, 'busy', 'The server is busy. Ask again in a few seconds.', { 'Retry-After': '2' })
