// Chooses the store: the browser's database where it can be had, memory where not. And what
// tabs of one address owe each other: one writer at a time, and a word when it has written.

import { openDatabase } from './database.js'
import { openMemory } from './memory.js'

/** @typedef {import('./database.js').Store} Store */

/** How long a browser may think about opening a database before the page goes on without. */
const patience = 4000

/** @returns {Promise<Store>} never rejects */
export async function openStore() {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('slow')), patience))
  try {
    return await Promise.race([openDatabase(), /** @type {Promise<never>} */ (late)])
  } catch {
    return openMemory()
  }
}

/**
 * Runs a writer alone, over all tabs of this address, where the browser can tell; readers
 * wait for it, not for each other.
 * @template T
 * @param {() => Promise<T>} work
 * @param {LockOptions} [options]
 * @param {string} [name]
 * @returns {Promise<T>}
 */
export async function alone(work, options = {}, name = 'slugline-archive') {
  const locks = globalThis.navigator?.locks
  if (!locks) return work()
  let began = false
  try {
    return /** @type {T} */ (
      await locks.request(name, options, () => {
        began = true
        return work()
      })
    )
  } catch (error) {
    if (began || !(error instanceof DOMException) || error.name !== 'SecurityError') throw error
    return work() // a sandboxed frame has no locks, and no other tab to fear
  }
}

/** The other tabs of this address. */
export class Neighbours {
  constructor() {
    /** @type {BroadcastChannel | null} */
    this.channel = null
    try {
      this.channel = new BroadcastChannel('slugline')
    } catch {
      // A page without an origin of its own has no neighbours.
    }
  }

  /** Tells them that the archive is another now. */
  tell() {
    this.channel?.postMessage('written')
  }

  /** @param {() => void} heard */
  listen(heard) {
    if (this.channel) this.channel.onmessage = heard
  }
}
