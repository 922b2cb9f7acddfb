/**
 * The archive's half of the Promise interface, over one engine instance.
 *
 * The engine keeps the index in memory; files lie with the host. A comparison first
 * learns which files it lacks, has them loaded, and is asked again. `flush` hands over
 * the files to store; an add counts as archived once they are stored. Until the next
 * flush the adds and deletes since the last one are remembered here, so that an engine
 * that had to be started again can be brought to the same state (`restore`).
 */

import { EngineError } from './error.js'
import { Frame, Op, Reader } from './frame.js'

/**
 * @typedef {import('./types.js').Article} Article
 * @typedef {import('./types.js').ArchiveFile} ArchiveFile
 * @typedef {import('./types.js').ArchiveSource} ArchiveSource
 * @typedef {import('./types.js').ArchiveStats} ArchiveStats
 * @typedef {import('./types.js').Call} Call
 * @typedef {import('./types.js').Format} Format
 *
 * @typedef {object} Host what an archive needs of the engine it belongs to
 * @property {import('./queue.js').Queue} queue
 * @property {<T>(op: number, request: Frame, read: (answer: Uint8Array) => T) => Promise<T>} ask
 * @property {(article: Article) => Article} complete
 */

/** Times that a comparison may find that it needs yet another file. */
const ROUNDS = 8

const decoder = new TextDecoder()
const text = (/** @type {Uint8Array} */ answer) => decoder.decode(answer)

export class ArchiveClient {
  #host
  /** @type {ArchiveSource | undefined} */
  #source
  /** Files of the last flush: the host may be storing them still. @type {Map<string, Uint8Array>} */
  #fresh = new Map()
  /** Names gone with the last flush. @type {Set<string>} */
  #gone = new Set()
  /** Adds and deletes since the last flush. @type {{ op: number, request: Frame }[]} */
  #unflushed = []

  /** @param {Host} host */
  constructor(host) {
    this.#host = host
  }

  /** @param {ArchiveFile[] | ArchiveSource} files */
  open(files) {
    return this.#host.queue.add(async () => {
      this.#source = Array.isArray(files) ? inMemory(files) : files
      this.#fresh.clear()
      this.#gone.clear()
      this.#unflushed = []
      await this.#load()
      return this.#stats()
    })
  }

  get isOpen() {
    return this.#source !== undefined
  }

  /** @param {Article} article @param {Call} [call] @returns {Promise<import('./types.js').Match[]>} */
  async compare(article, call) {
    return JSON.parse(await this.compareAs(article, 'json', call)).matches
  }

  /** The whole analysis, with its matches, as text in a format. @param {Article} article @param {Format} format @param {Call} [call] */
  compareAs(article, format, call) {
    return this.#host.queue.add(
      async () => this.#askWithFiles(Op.archiveCompare, new Frame().text(format).article(this.#host.complete(article))),
      call?.signal,
    )
  }

  /** @param {string} id @param {Article} article @param {string} when RFC 3339 @param {Call} [call] */
  async add(id, article, when, call) {
    return { analysis: JSON.parse(await this.addAs(id, article, when, 'json', call)) }
  }

  /** The same with the analysis as text in a format. @param {string} id @param {Article} article @param {string} when @param {Format} format @param {Call} [call] */
  addAs(id, article, when, format, call) {
    return this.#host.queue.add(async () => {
      const request = new Frame().text(format).text(id).text(when).article(this.#host.complete(article))
      const answer = await this.#askWithFiles(Op.archiveAdd, request)
      this.#unflushed.push({ op: Op.archiveAdd, request })
      return answer
    }, call?.signal)
  }

  /** @returns {Promise<import('./types.js').Flush>} */
  flush() {
    return this.#host.queue.add(async () => {
      return this.#keep(await this.#host.ask(Op.archiveFlush, new Frame(), readFlush))
    })
  }

  /** @param {import('./types.js').Flush} flush */
  #keep(flush) {
    this.#fresh = new Map(flush.write.map((file) => [file.name, file.bytes]))
    this.#gone = new Set(flush.remove)
    this.#unflushed = []
    return flush
  }

  /** @param {string} id */
  delete(id) {
    return this.#host.queue.add(async () => {
      const request = new Frame().text(id)
      const found = await this.#host.ask(Op.archiveDelete, request, (answer) => new Reader(answer).number() === 1)
      if (found) this.#unflushed.push({ op: Op.archiveDelete, request })
      return found
    })
  }

  /** The stories that articles belong to, in the order of their ids; '' where one is not in the archive. @param {string[]} ids @returns {Promise<string[]>} */
  stories(ids) {
    return this.#host.queue.add(() => this.#host.ask(Op.archiveStory, new Frame().list(ids), (answer) => new Reader(answer).list()))
  }

  /** Takes the next piece of an export. Flush after it: an engine that breaks off forgets how far it was. @param {Uint8Array} piece @returns {Promise<import('./types.js').Carried[]>} what it brought */
  import(piece) {
    return this.#host.queue.add(() => this.#host.ask(Op.archiveImport, new Frame().bytes(piece), readCarried))
  }

  /** Ends an import. @returns {Promise<import('./types.js').ImportEnd>} */
  imported() {
    return this.#host.queue.add(() => this.#host.ask(Op.archiveImported, new Frame(), (answer) => {
      const reader = new Reader(answer)
      return { known: reader.number(), damaged: reader.list(), whole: reader.number() === 1 }
    }))
  }

  /** Clears the texts of deleted articles out of the files, so far as they fit into memory. @returns {Promise<import('./types.js').Flush>} what to store, as of flush */
  compact() {
    return this.#host.queue.add(async () => {
      await this.#give(await this.#host.ask(Op.archiveStale, new Frame(), (answer) => new Reader(answer).list()))
      return this.#keep(await this.#host.ask(Op.archiveCompact, new Frame(), readFlush))
    })
  }

  stats() {
    return this.#host.queue.add(() => this.#stats())
  }

  /** Articles by story, the largest story first, each story's earliest article first; articles as numbers for `list`. @param {number} [least] articles of a story @returns {Promise<number[][]>} */
  grouped(least = 1) {
    return this.#host.queue.add(() => this.#host.ask(Op.archiveStories, new Frame().number(least), (answer) => {
      const reader = new Reader(answer)
      return Array.from({ length: reader.number() }, () => Array.from({ length: reader.number() }, () => reader.number()))
    }))
  }

  /** What a list shows of articles; numbers hold until the next add, delete or flush. @param {number[]} numbers @returns {Promise<import('./types.js').Listed[]>} */
  list(numbers) {
    const request = new Frame().number(numbers.length)
    for (const one of numbers) request.number(one)
    return this.#host.queue.add(async () => {
      for (;;) {
        const { needed, listed } = await this.#host.ask(Op.archiveArticles, request, readListed)
        if (!needed.length) return listed
        await this.#give(needed)
      }
    })
  }

  /** Brings a new instance to the state of the one before. Called by the engine, outside the queue. */
  async restore() {
    if (!this.#source) return
    const unflushed = this.#unflushed
    await this.#load()
    for (const { op, request } of unflushed) {
      if (op === Op.archiveAdd) await this.#askWithFiles(op, request)
      else await this.#host.ask(op, request, () => undefined)
    }
  }

  /** Tells the engine the names of all files and gives it those that it needs from the start. */
  async #load() {
    const source = /** @type {ArchiveSource} */ (this.#source)
    const names = new Set(await source.list())
    for (const name of this.#fresh.keys()) names.add(name)
    for (const name of this.#gone) names.delete(name)
    const request = new Frame().list([...names])
    let needed = await this.#host.ask(Op.archiveOpen, request, (answer) => new Reader(answer).list())
    while (needed.length) needed = await this.#give(needed)
  }

  /** Gives the engine files; says which it needs after them. @param {string[]} names */
  async #give(names) {
    let needed = /** @type {string[]} */ ([])
    for (const name of names) {
      const bytes = this.#fresh.get(name) ?? (await bytesOf(await this.#source?.read(name)))
      needed = await this.#host.ask(Op.archiveLoad, new Frame().text(name).bytes(bytes), (answer) => new Reader(answer).list())
    }
    return needed
  }

  /**
   * Asks for something that may need texts which the engine has not loaded.
   * @param {number} op
   * @param {Frame} request
   * @returns {Promise<string>}
   */
  async #askWithFiles(op, request) {
    if (!this.#source) throw new EngineError('input', 'No archive is open: call archive.open() first.')
    for (let round = 0; round < ROUNDS; round++) {
      // The engine keeps the article that it was asked about: only the first request has to bring it.
      const answer = await (round ? this.#host.ask(Op.archiveResume, new Frame(), answerOrNames) : this.#host.ask(op, request, answerOrNames))
      if (typeof answer === 'string') return answer
      await this.#give(answer)
    }
    throw new EngineError('trap', 'The archive asked for its files again and again: it is damaged. Export what is readable and start a new one.')
  }

  /** @returns {Promise<ArchiveStats>} */
  async #stats() {
    return this.#host.ask(Op.archiveStats, new Frame(), (answer) => {
      const reader = new Reader(answer)
      return { articles: reader.number(), bytes: reader.number() * 1024, damaged: reader.list() }
    })
  }
}

/** A file's bytes. A page hands files over as Blobs, which the Worker reads off the page's thread. @param {Uint8Array | Blob | undefined} file */
export async function bytesOf(file) {
  if (file instanceof Uint8Array) return file
  return file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
}

/** The answer, or the names of the files that are needed first. @param {Uint8Array} bytes */
function answerOrNames(bytes) {
  const reader = new Reader(bytes)
  const needed = reader.list()
  return needed.length ? needed : text(reader.rest())
}

/** @param {Uint8Array} answer @returns {import('./types.js').Flush} */
function readFlush(answer) {
  const reader = new Reader(answer)
  /** @type {import('./types.js').Flush} */
  const flush = { write: [], remove: [] }
  for (let n = reader.number(); n > 0; n--) {
    const name = reader.text()
    if (reader.number()) flush.write.push({ name, bytes: reader.bytes().slice() })
    else flush.remove.push(name)
  }
  return flush
}

/** @param {Uint8Array} answer @returns {import('./types.js').Carried[]} */
function readCarried(answer) {
  const reader = new Reader(answer)
  return Array.from({ length: reader.number() }, () => ({
    id: reader.text(), title: reader.text(), text: reader.text(), date: reader.text(), when: reader.text(),
    words: reader.number(), story: reader.text(), names: reader.list(),
  }))
}

/** @param {Uint8Array} answer */
function readListed(answer) {
  const reader = new Reader(answer)
  const needed = reader.list()
  /** @type {import('./types.js').Listed[]} */
  const listed = needed.length ? [] : Array.from({ length: reader.number() }, () => ({ id: reader.text(), title: reader.text(), when: reader.text(), words: reader.number() }))
  return { needed, listed }
}

/** @param {ArchiveFile[]} files @returns {ArchiveSource} */
function inMemory(files) {
  const byName = new Map(files.map((file) => [file.name, file.bytes]))
  return { list: async () => [...byName.keys()], read: async (name) => byName.get(name) }
}
