/**
 * Calls, one after another in the order made. A call whose signal is aborted while it
 * waits leaves the queue; one that is running rejects at once, and `onStuck` hears of it
 * when it still holds up the queue `patience` milliseconds later.
 */

import { EngineError } from './error.js'

/**
 * @typedef {object} Entry
 * @property {() => Promise<unknown>} run
 * @property {(value: any) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

export class Queue {
  /** @type {Entry[]} */
  #waiting = []
  /** @type {Entry | undefined} */
  #running
  #closed = false

  /**
   * @param {number} [patience]
   * @param {() => void} [onStuck]
   */
  constructor(patience = 0, onStuck) {
    this.patience = patience
    this.onStuck = onStuck
  }

  /**
   * @template T
   * @param {() => Promise<T>} run
   * @param {AbortSignal} [signal]
   * @returns {Promise<T>}
   */
  add(run, signal) {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new EngineError('closed', 'The engine has been closed.'))
      if (signal?.aborted) return reject(signal.reason)
      /** @type {Entry} */
      const entry = { run, resolve, reject }
      if (signal) this.#listen(entry, signal)
      this.#waiting.push(entry)
      this.#next()
    })
  }

  /** Rejects every call, also those made later. */
  close() {
    this.#closed = true
    const error = new EngineError('closed', 'The engine has been closed.')
    this.#running?.reject(error)
    for (const entry of this.#waiting.splice(0)) entry.reject(error)
  }

  /**
   * @param {Entry} entry
   * @param {AbortSignal} signal
   */
  #listen(entry, signal) {
    const abort = () => {
      entry.reject(signal.reason)
      const place = this.#waiting.indexOf(entry)
      if (place >= 0) this.#waiting.splice(place, 1)
      else if (this.#running === entry && this.onStuck) {
        setTimeout(() => this.#running === entry && this.onStuck?.(), this.patience)
      }
    }
    signal.addEventListener('abort', abort, { once: true })
    const { resolve, reject } = entry
    const done = () => signal.removeEventListener('abort', abort)
    entry.resolve = (value) => (done(), resolve(value))
    entry.reject = (reason) => (done(), reject(reason))
  }

  #next() {
    if (this.#running) return
    const entry = this.#waiting.shift()
    if (!entry) return
    this.#running = entry
    entry.run().then(entry.resolve, entry.reject).finally(() => {
      this.#running = undefined
      this.#next()
    })
  }
}
