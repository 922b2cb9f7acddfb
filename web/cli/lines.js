/**
 * A stream cut into lines, in constant memory: the next piece is read when the lines of
 * the last have been used. `idle` says whether the next line would have to be waited for,
 * so that a caller that gathers a batch can finish it instead of keeping its asker waiting.
 */

const PATIENCE = 20 // ms without input after which a source counts as idle

export class Lines {
  #source
  /** @type {string[]} */
  #ready = []
  #rest = ''
  /** @type {Promise<IteratorResult<string>> | undefined} */
  #coming
  #ended = false

  /** @param {AsyncIterable<Uint8Array>} stream UTF-8 */
  constructor(stream) {
    this.#source = decoded(stream)[Symbol.asyncIterator]()
  }

  /** Whether no line has come for a while, although the stream is still open. */
  async idle() {
    if (this.#ready.length || this.#ended) return false
    let timer
    const late = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE, 'late')))
    const first = await Promise.race([this.#fill(), late])
    clearTimeout(timer)
    return first === 'late'
  }

  /** @returns {Promise<string | undefined>} without its line end; undefined after the last */
  async next() {
    while (!this.#ready.length && !this.#ended) await this.#fill()
    return this.#ready.shift()
  }

  async #fill() {
    this.#coming ??= this.#source.next()
    const { done, value } = await this.#coming
    if (this.#ended) return
    this.#coming = undefined
    if (done) {
      this.#ended = true
      if (this.#rest) this.#ready.push(this.#rest)
      return
    }
    const lines = (this.#rest + value).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#ready.push(line.endsWith('\r') ? line.slice(0, -1) : line)
  }
}

/** @param {AsyncIterable<Uint8Array>} stream */
async function* decoded(stream) {
  const decoder = new TextDecoder()
  for await (const piece of stream) yield decoder.decode(piece, { stream: true })
  const last = decoder.decode()
  if (last) yield last
}
