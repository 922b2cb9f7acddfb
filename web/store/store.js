// Chooses the store: the browser's database where it can be had, memory where not.

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
 * Runs one writer at a time over all tabs of this address, where the browser can tell.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function alone(work) {
  const locks = globalThis.navigator?.locks
  return locks ? /** @type {Promise<T>} */ (locks.request('slugline-archive', work)) : work()
}
