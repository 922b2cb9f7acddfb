/**
 * The engine in a module Worker: the Promise interface of engine.js, with the page's
 * thread left alone.
 *
 * One call at a time goes to the Worker, so a call that is cancelled while it waits never
 * reaches it. A running call cannot be stopped from inside: when a cancelled one still
 * holds up the queue after PATIENCE, the Worker is ended and another started, with the
 * archive opened again and what was added since the last flush repeated.
 */

import { EngineError } from './error.js'
import { openWorker } from './port.js'
import { Queue } from './queue.js'

/**
 * @typedef {import('./types.js').Article} Article
 * @typedef {import('./types.js').ArchiveSource} ArchiveSource
 * @typedef {import('./types.js').Call} Call
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {import('./types.js').Format} Format
 */

const PATIENCE = 300 // ms

/**
 * @param {import('./types.js').StartOptions & { worker?: string | URL | (() => Worker) }} options
 * @returns {Promise<Engine>}
 */
export async function startWorker(options) {
  const { wasm: source } = options
  const client = new WorkerEngine({
    script: options.worker ?? new URL('./worker.js', import.meta.url),
    wasm: source instanceof URL ? source.href
      : typeof Response === 'function' && source instanceof Response ? await source.arrayBuffer()
      : typeof source === 'string' && globalThis.document ? new URL(source, document.baseURI).href : source,
    corrections: options.corrections ?? [],
    desk: options.desk,
  })
  await client.started
  return client
}

/** @implements {Engine} */
class WorkerEngine {
  #options
  #queue = new Queue(PATIENCE, () => this.#replace(new EngineError('trap', 'The engine was busy with a cancelled call and was started again.')))
  /** @type {import('./port.js').Port | undefined} */
  #port
  /** Calls that the Worker has not answered. @type {Map<number, { resolve(value: any): void, reject(error: unknown): void }>} */
  #open = new Map()
  #calls = 0
  #closed = false
  info = /** @type {import('./types.js').EngineInfo} */ ({})
  /** Resolves when the Worker is ready for calls. @type {Promise<void>} */
  started
  archive

  /** @param {{ script: string | URL | (() => Worker), wasm: unknown, corrections: unknown, desk?: import('./types.js').Desk }} options */
  constructor(options) {
    this.#options = options
    this.archive = new WorkerArchive((method, args, call) => this.#call(method, args, call))
    this.started = this.#start()
  }

  /** @param {Article} article @param {Call} [call] */
  async analyze(article, call) {
    return JSON.parse(await this.analyzeJSON(article, call))
  }

  /** @param {Article} article @param {Call} [call] @returns {Promise<string>} */
  analyzeJSON(article, call) {
    return this.#call('analyzeJSON', [article], call)
  }

  /** @param {Article} article @param {Format} format @param {Call} [call] @returns {Promise<string>} */
  export(article, format, call) {
    return this.#call('export', [article, format], call)
  }

  /** @param {string} query @param {number} [limit] @param {Call} [call] @returns {Promise<import('./types.js').TopicEntry[]>} */
  topics(query, limit, call) {
    return this.#call('topics', [query, limit], call)
  }

  /** @param {import('./types.js').Desk} desk @returns {Promise<{ tags: number, decisions: number }>} */
  async teach(desk) {
    this.#options.desk = desk // a Worker that has to be started again is told so at its start
    return this.#call('teach', [desk])
  }

  /** @param {Article} article @param {string} tag @param {Call} [call] @returns {Promise<import('./types.js').Observation>} */
  observe(article, tag, call) {
    return this.#call('observe', [article, tag], call)
  }

  /** @param {Article} article @param {Call} [call] @returns {Promise<string[]>} */
  anchors(article, call) {
    return this.#call('anchors', [article], call)
  }

  /** @param {Article} article @param {string} when @param {import('./types.js').Candidate[]} candidates @param {Call} [call] @returns {Promise<import('./types.js').Match[]>} */
  relate(article, when, candidates, call) {
    return this.#call('relate', [article, when, candidates], call)
  }

  /** @param {import('./types.js').Candidate} candidate @returns {Promise<{ id: string, title: string, text: string }>} */
  recall(candidate) {
    return this.#call('recall', [candidate])
  }

  close() {
    this.#closed = true
    this.#queue.close()
    this.#end(new EngineError('closed', 'The engine has been closed.'))
  }

  /** @param {string} method @param {unknown[]} args @param {Call} [call] @returns {Promise<any>} */
  #call(method, args, call) {
    return this.#queue.add(async () => {
      // A start that failed is tried once more by the next call: the network may be back.
      await this.started.catch(() => (this.started = this.#start()))
      return this.#send(method, args)
    }, call?.signal)
  }

  /** @param {string} method @param {unknown[]} args @returns {Promise<any>} */
  #send(method, args) {
    return new Promise((resolve, reject) => {
      const id = ++this.#calls
      this.#open.set(id, { resolve, reject })
      this.#port?.post({ id, method, args })
    })
  }

  async #start() {
    const { script, wasm, corrections, desk } = this.#options
    const loaded = new Promise((resolve, reject) => {
      openWorker(script, {
        message: (message) => (message.loaded ? resolve(undefined) : this.#receive(message)),
        failure: (error) => {
          const lost = new EngineError('start', `The engine's Worker could not run: ${error.message}. Check that worker.js is where the page looks for it and that the page's policy allows it (worker-src).`, { cause: error })
          reject(lost)
          this.#replace(lost, false)
        },
      }).then((port) => (this.#port = port), reject)
    })
    const [given] = await Promise.all([typeof wasm === 'function' ? wasm() : wasm, loaded])
    this.info = await this.#send('start', [{ wasm: given, corrections, desk }])
    await this.archive.restore((method, args) => this.#send(method, args))
  }

  /** Ends the Worker and starts another. @param {EngineError} reason what its open calls are told @param {boolean} [start] */
  #replace(reason, start = true) {
    this.#end(reason)
    if (this.#closed) return
    this.started = start ? this.#start() : Promise.reject(reason)
    this.started.catch(() => undefined) // the next call hears of it
  }

  /** @param {EngineError} reason */
  #end(reason) {
    this.#port?.end()
    this.#port = undefined
    for (const { reject } of this.#open.values()) reject(reason)
    this.#open.clear()
  }

  /** @param {any} message */
  async #receive(message) {
    if ('ask' in message) {
      const port = this.#port
      const value = await this.archive.answer(message.method, message.args)
      return port?.post({ answer: message.ask, value })
    }
    const call = this.#open.get(message.id)
    this.#open.delete(message.id)
    if (!this.#open.size) this.#port?.rest()
    if (message.error) call?.reject(new EngineError(message.error.code, message.error.message))
    else call?.resolve(message.value)
  }
}

/** The archive's methods, and what a new Worker has to be told of the archive. */
class WorkerArchive {
  #call
  /** @type {ArchiveSource | undefined} */
  #source
  /** Files of the last flush: the page may be storing them still. @type {Map<string, Uint8Array>} */
  #fresh = new Map()
  /** @type {Set<string>} */
  #gone = new Set()
  /** Adds and deletes since the last flush. @type {{ method: string, args: unknown[] }[]} */
  #unflushed = []

  /** @param {(method: string, args: unknown[], call?: Call) => Promise<any>} call */
  constructor(call) {
    this.#call = call
  }

  /** @param {import('./types.js').ArchiveFile[] | ArchiveSource} files @returns {Promise<import('./types.js').ArchiveStats>} */
  open(files) {
    this.#source = Array.isArray(files) ? filesSource(files) : files
    this.#fresh.clear()
    this.#gone.clear()
    this.#unflushed = []
    return this.#call('archive.open', [])
  }

  /** @param {Article} article @param {Call} [call] @returns {Promise<import('./types.js').Match[]>} */
  compare(article, call) {
    return this.#call('archive.compare', [article], call)
  }

  /** @param {string} id @param {Article} article @param {string} when @param {Call} [call] */
  async add(id, article, when, call) {
    return { analysis: JSON.parse(await this.addAs(id, article, when, 'json', call)) }
  }

  /** @param {string} id @param {Article} article @param {string} when @param {Format} format @param {Call} [call] @returns {Promise<string>} */
  async addAs(id, article, when, format, call) {
    return this.#changing('archive.addAs', [id, article, when, format], call)
  }

  /** @returns {Promise<import('./types.js').Flush>} */
  async flush() {
    return this.#keep(await this.#call('archive.flush', []))
  }

  /** @returns {Promise<import('./types.js').Flush>} */
  async compact() {
    return this.#keep(await this.#call('archive.compact', []))
  }

  /** @param {import('./types.js').Flush} flush */
  #keep(flush) {
    this.#fresh = new Map(flush.write.map((/** @type {import('./types.js').ArchiveFile} */ file) => [file.name, file.bytes]))
    this.#gone = new Set(flush.remove)
    this.#unflushed = []
    return flush
  }

  /** @param {string} id @returns {Promise<boolean>} */
  async delete(id) {
    return this.#changing('archive.delete', [id])
  }

  /** @param {string[]} ids @returns {Promise<string[]>} */
  stories(ids) {
    return this.#call('archive.stories', [ids])
  }

  /** @param {Uint8Array} piece @returns {Promise<import('./types.js').Carried[]>} */
  import(piece) {
    return this.#call('archive.import', [piece])
  }

  /** @returns {Promise<import('./types.js').ImportEnd>} */
  imported() {
    return this.#call('archive.imported', [])
  }

  /** What an export holds before the bytes of a file: pack.js. @param {string} name @returns {Promise<Uint8Array>} */
  pack(name) {
    return this.#call('archive.pack', [name])
  }

  /** @param {number} [least] @returns {Promise<number[][]>} */
  grouped(least = 1) {
    return this.#call('archive.grouped', [least])
  }

  /** @param {number[]} numbers @returns {Promise<import('./types.js').Listed[]>} */
  list(numbers) {
    return this.#call('archive.list', [numbers])
  }

  /** @returns {Promise<import('./types.js').ArchiveStats>} */
  stats() {
    return this.#call('archive.stats', [])
  }

  /** @param {string} method @param {unknown[]} args @param {Call} [call] */
  async #changing(method, args, call) {
    const value = await this.#call(method, args, call)
    this.#unflushed.push({ method, args })
    return value
  }

  /** Answers the Worker. @param {string} method @param {string[]} args */
  async answer(method, args) {
    if (method === 'read') {
      const [name] = args
      return this.#fresh.get(name) ?? this.#source?.read(name)
    }
    const names = new Set(await this.#source?.list())
    for (const name of this.#fresh.keys()) names.add(name)
    for (const name of this.#gone) names.delete(name)
    return [...names]
  }

  /** Brings a new Worker to the state of the one before. @param {(method: string, args: unknown[]) => Promise<unknown>} send */
  async restore(send) {
    if (!this.#source) return
    await send('archive.open', [])
    for (const { method, args } of this.#unflushed) await send(method, args)
  }
}

/** @param {import('./types.js').ArchiveFile[]} files @returns {ArchiveSource} */
function filesSource(files) {
  const byName = new Map(files.map((file) => [file.name, file.bytes]))
  return { list: async () => [...byName.keys()], read: async (name) => byName.get(name) }
}
