/**
 * The wire format between here and wasm/reactor: fields without names, in the order that
 * each operation documents (wasm/engine/ops.go). Little-endian; text and bytes are a
 * uint32 length and that many bytes, numbers a uint32, lists a uint32 count and the items.
 */

/** @typedef {import('./types.js').Article} Article */

/** The ABI version that this client speaks: wasm/reactor/reactor.go has the same. */
export const ABI = 1

/** The operations' numbers: wasm/engine/ops.go has the same. */
export const Op = Object.freeze({
  info: 0,
  analyze: 1,
  export: 2,
  topics: 3,
  teach: 4,
  observe: 5,
  archiveOpen: 16,
  archiveLoad: 17,
  archiveCompare: 18,
  archiveAdd: 19,
  archiveFlush: 20,
  archiveDelete: 21,
  archiveStats: 22,
  archiveResume: 23,
  archiveImport: 24,
  archiveImported: 25,
  archiveStory: 26,
  archiveStale: 27,
  archiveCompact: 28,
  archiveStories: 29,
  archiveArticles: 30,
  anchors: 32,
  relate: 33,
  recall: 34,
})

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Gathers the fields of a request. Lone surrogates become U+FFFD, which is as long as they are, so offsets hold. */
export class Frame {
  /** @type {Uint8Array[]} */
  #parts = []
  size = 0

  /** @param {number} value 0 to 2³²-1 */
  number(value) {
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setUint32(0, value, true)
    return this.#push(bytes)
  }

  /** @param {string} value */
  text(value) {
    return this.bytes(encoder.encode(value))
  }

  /** @param {Uint8Array} value */
  bytes(value) {
    return this.number(value.length).#push(value)
  }

  /** @param {string[]} values */
  list(values) {
    this.number(values.length)
    for (const value of values) this.text(value)
    return this
  }

  /** Title, text, date, corrections, rulings. @param {Article} article */
  article(article) {
    this.text(article.title ?? '').text(article.text).text(article.date ?? '')
    const corrections = article.corrections ?? []
    this.number(corrections.length)
    for (const c of corrections) this.text(c.kind).text(c.name).text(c.type ?? '').text(c.other ?? '')
    const rulings = article.rulings ?? []
    this.number(rulings.length)
    for (const { tag, verdict } of rulings) this.text(tag).text(verdict)
    return this
  }

  /** House tags, decisions. @param {import('./types.js').Desk} desk */
  desk({ tags, decisions }) {
    this.number(tags.length)
    for (const { id, name, parent, phrases } of tags) this.text(id).text(name).text(parent ?? '').list(phrases ?? [])
    this.number(decisions.length)
    for (const { story, tag, verdict, base, traits } of decisions) {
      this.text(story).text(tag).text(verdict).number(base).number(traits.length)
      const bytes = new Uint8Array(new Uint32Array(traits).buffer) // every host of WebAssembly is little-endian
      this.#push(bytes)
    }
    return this
  }

  /** Writes the request. @param {Uint8Array} target of `size` bytes */
  writeTo(target) {
    let at = 0
    for (const part of this.#parts) {
      target.set(part, at)
      at += part.length
    }
  }

  /** @param {Uint8Array} part */
  #push(part) {
    this.#parts.push(part)
    this.size += part.length
    return this
  }
}

/** Reads the fields of an answer that is not JSON. Bytes are those of the engine's memory: copy what is kept. */
export class Reader {
  #bytes
  #at = 0

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes
  }

  number() {
    const { buffer, byteOffset } = this.#bytes
    const value = new DataView(buffer, byteOffset + this.#at, 4).getUint32(0, true)
    this.#at += 4
    return value
  }

  bytes() {
    const size = this.number()
    this.#at += size
    return this.#bytes.subarray(this.#at - size, this.#at)
  }

  text() {
    return decoder.decode(this.bytes())
  }

  list() {
    return Array.from({ length: this.number() }, () => this.text())
  }

  /** What follows the fields read so far. */
  rest() {
    return this.#bytes.subarray(this.#at)
  }
}
