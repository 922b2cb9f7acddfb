/**
 * Memories for Go handlers, used in turn. An instance that is done has its memory wiped and
 * given to the next: a new one for each would stay until V8 sees a reason to collect it.
 */

const PAGE = 65536
const GROWN = 5 // how much larger than at the start a memory may be to be used again

export class Memories {
  /** @type {WebAssembly.Memory[]} */
  #free = []

  /** @param {number} pages that a memory begins with @param {number} most memories kept */
  constructor(pages, most) {
    this.pages = pages
    this.most = most
  }

  /** The largest for what is large, so that the others stay small. @param {boolean} large */
  take(large) {
    this.#free.sort((a, b) => a.buffer.byteLength - b.buffer.byteLength)
    return (large ? this.#free.pop() : this.#free.shift()) ?? new WebAssembly.Memory({ initial: this.pages })
  }

  /** Call when nothing runs in it any more. @param {WebAssembly.Memory} memory */
  give(memory) {
    if (this.#free.length >= this.most || memory.buffer.byteLength > GROWN * this.pages * PAGE) return
    new Uint8Array(memory.buffer).fill(0) // Go relies on it, and no request may find what another left
    this.#free.push(memory)
  }
}
