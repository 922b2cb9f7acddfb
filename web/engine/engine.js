/**
 * The engine on the calling thread: Node, a Worker's inside, workerd, a page without Workers.
 *
 * Calls are synchronous underneath and run in order. After a trap the instance is thrown
 * away and another started from the same compiled module; the archive is opened again and
 * what was added since the last flush is repeated (archive.js), so the next call finds
 * everything as it was.
 */

import { ArchiveClient } from './archive.js'
import { EngineError } from './error.js'
import { Frame, Op, Reader } from './frame.js'
import { loadModule } from './loader.js'
import { Queue } from './queue.js'
import { Reactor } from './reactor.js'

/**
 * @typedef {import('./types.js').Article} Article
 * @typedef {import('./types.js').Call} Call
 * @typedef {import('./types.js').Correction} Correction
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {import('./types.js').StartOptions} StartOptions
 */

/**
 * @param {StartOptions} options
 * @returns {Promise<Engine>}
 */
export async function startEngine(options) {
  const module = await loadModule(options.wasm)
  const engine = new LocalEngine(module, options.corrections ?? [], options.desk)
  await engine.restart()
  return engine
}

/** @implements {Engine} */
class LocalEngine {
  #module
  #corrections
  /** @type {import('./types.js').Desk | undefined} */
  #desk
  #queue = new Queue()
  /** @type {Reactor | undefined} */
  #reactor
  #decoder = new TextDecoder()
  info = /** @type {import('./types.js').EngineInfo} */ ({})
  archive

  /**
   * @param {WebAssembly.Module} module
   * @param {Correction[]} corrections
   * @param {import('./types.js').Desk} [desk]
   */
  constructor(module, corrections, desk) {
    this.#module = module
    this.#corrections = corrections
    this.#desk = desk
    this.archive = new ArchiveClient({
      queue: this.#queue,
      ask: (op, request, read) => this.#ask(op, request, read),
      complete: (article) => this.#complete(article),
    })
  }

  /** Starts an instance, in place of one that trapped. */
  async restart() {
    this.#reactor = await Reactor.start(this.#module)
    this.info = JSON.parse(this.#reactor.call(Op.info, new Frame(), this.#text))
    await this.archive.restore()
    if (this.#desk) await this.#teach(this.#desk)
  }

  /** @param {Article} article @param {Call} [call] */
  async analyze(article, call) {
    return JSON.parse(await this.analyzeJSON(article, call))
  }

  /** @param {Article} article @param {Call} [call] @returns {Promise<string>} */
  analyzeJSON(article, call) {
    if (this.archive.isOpen && article?.matches !== false) return this.archive.compareAs(article, 'json', call)
    return this.#run(Op.analyze, () => new Frame().article(this.#complete(article)), call)
  }

  /** @param {Article} article @param {import('./types.js').Format} format @param {Call} [call] @returns {Promise<string>} */
  export(article, format, call) {
    if (this.archive.isOpen && article?.matches !== false) return this.archive.compareAs(article, format, call)
    return this.#run(Op.export, () => new Frame().text(format).article(this.#complete(article)), call)
  }

  /** @param {string} query @param {number} [limit] @param {Call} [call] */
  async topics(query, limit = 20, call) {
    return JSON.parse(await this.#run(Op.topics, () => new Frame().text(query).number(limit), call))
  }

  /** @param {import('./types.js').Desk} desk */
  teach(desk) {
    return this.#queue.add(async () => {
      const taught = await this.#teach(desk)
      this.#desk = desk
      return taught
    })
  }

  /** @param {import('./types.js').Desk} desk @returns {Promise<{ tags: number, decisions: number }>} */
  async #teach(desk) {
    return JSON.parse(await this.#ask(Op.teach, new Frame().desk(desk), this.#text))
  }

  /** @param {Article} article @param {string} tag @param {Call} [call] @returns {Promise<import('./types.js').Observation>} */
  async observe(article, tag, call) {
    return JSON.parse(await this.#run(Op.observe, () => new Frame().text(tag).article(this.#complete(article)), call))
  }

  /** What a shared archive finds an article by, which is not its text. @param {Article} article @param {Call} [call] @returns {Promise<string[]>} */
  async anchors(article, call) {
    return JSON.parse(await this.#run(Op.anchors, () => new Frame().article(this.#complete(article)), call))
  }

  /**
   * Compares an article with those that a shared archive has found.
   * @param {Article} article
   * @param {string} when RFC 3339
   * @param {import('./types.js').Candidate[]} candidates
   * @param {Call} [call]
   * @returns {Promise<import('./types.js').Match[]>}
   */
  async relate(article, when, candidates, call) {
    const request = () => {
      const frame = new Frame().text('json').text('').text(when).article(this.#complete(article)).number(candidates.length)
      for (const { record, story } of candidates) frame.bytes(bytesOfBase64(record)).text(story)
      return frame
    }
    const analysis = this.#queue.add(async () => this.#ask(Op.relate, request(), (answer) => new Reader(answer).text()), call?.signal)
    return JSON.parse(await analysis).matches
  }

  /** What such a record holds. @param {import('./types.js').Candidate} candidate @returns {Promise<{ id: string, title: string, text: string }>} */
  async recall({ record }) {
    const [id, title, text] = await this.#queue.add(async () =>
      this.#ask(Op.recall, new Frame().bytes(bytesOfBase64(record)), (answer) => {
        const reader = new Reader(answer)
        return [reader.text(), reader.text(), reader.text()]
      }),
    )
    return { id, title, text }
  }

  close() {
    this.#queue.close()
    this.#reactor = undefined
  }

  #text = (/** @type {Uint8Array} */ answer) => this.#decoder.decode(answer)

  /** @param {Article} article */
  #complete(article) {
    if (typeof article?.text !== 'string') throw new EngineError('input', 'An article needs a "text".')
    return article.corrections ? article : { ...article, corrections: this.#corrections }
  }

  /**
   * @param {number} op
   * @param {() => Frame} request
   * @param {Call} [call]
   * @returns {Promise<string>}
   */
  #run(op, request, call) {
    return this.#queue.add(async () => this.#ask(op, request(), this.#text), call?.signal)
  }

  /**
   * @template T
   * @param {number} op
   * @param {Frame} request
   * @param {(answer: Uint8Array) => T} read
   * @returns {Promise<T>}
   */
  async #ask(op, request, read) {
    if (!this.#reactor || this.#reactor.dead) await this.restart()
    const reactor = /** @type {Reactor} */ (this.#reactor)
    try {
      return reactor.call(op, request, read)
    } finally {
      if (reactor.dead) await this.restart()
    }
  }
}

/** @param {string} text */
const bytesOfBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
