/**
 * Lets a module be given its memory instead of making one: the memory section goes, and an
 * import ("workers", "memory") with the same limits comes. So the entry script can use one
 * memory for many instances in turn (wasm/edge/memories.js): those that are done are
 * otherwise held until V8 collects them, and twenty were more than an isolate may have.
 *
 * https://webassembly.github.io/spec/core/binary/modules.html
 */

const IMPORTS = 2
const MEMORIES = 5
const HEAD = 8 // magic number and version

/**
 * @param {Uint8Array} module
 * @returns {{ module: Uint8Array, pages: number }} pages of 64 KiB that the memory begins with
 */
export function importMemory(module) {
  /** @type {Uint8Array[]} */
  const out = [module.subarray(0, HEAD)]
  const memory = section(module, MEMORIES)
  const limits = new Cursor(memory)
  if (limits.number() !== 1) throw new Error('this module has not one memory')
  const from = limits.at
  const flags = limits.number()
  const pages = limits.number()
  if (flags > 1) throw new Error('this memory is shared, or of 64 bits')
  for (const { id, start, end, body } of sections(module)) {
    if (id === MEMORIES) continue
    if (id !== IMPORTS) {
      out.push(module.subarray(start, end))
      continue
    }
    const list = new Cursor(body)
    const count = list.number()
    const imported = [...name('workers'), ...name('memory'), 2, ...memory.subarray(from)]
    const content = [...number(count + 1), ...body.subarray(list.at), ...imported]
    out.push(Uint8Array.from([IMPORTS, ...number(content.length), ...content]))
  }
  return { module: Buffer.concat(out), pages }
}

/** @param {Uint8Array} module */
function* sections(module) {
  for (let at = HEAD; at < module.length;) {
    const cursor = new Cursor(module, at + 1)
    const size = cursor.number()
    const end = cursor.at + size
    yield { id: module[at], start: at, end, body: module.subarray(cursor.at, end) }
    at = end
  }
}

/** @param {Uint8Array} module @param {number} id */
function section(module, id) {
  for (const found of sections(module)) if (found.id === id) return found.body
  throw new Error(`this module has no section ${id}`)
}

/** Reads numbers in LEB128. */
class Cursor {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  number() {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at++]
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
    throw new Error('a number is too long')
  }
}

/** @param {number} value @returns {number[]} */
const number = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...number(value >>> 7)])

/** @param {string} text ASCII */
const name = (text) => [...number(text.length), ...Buffer.from(text)]
