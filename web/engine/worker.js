/**
 * The engine inside a module Worker. Messages in: `{id, method, args}`; out: `{id, value}`
 * or `{id, error}`. The archive's files stay with the page: where the engine needs one,
 * `{ask, method, args}` goes out and `{answer, value}` comes back.
 *
 * client.js is the other end. It sends one call at a time, so a message that comes while
 * a call is running can only be an answer.
 */

import { bytesOf } from './archive.js'
import { startEngine } from './engine.js'
import { EngineError } from './error.js'
import { packed } from './pack.js'
import { ownPort } from './port.js'

/** @type {import('./types.js').Engine} */
let engine

/** Questions to the page. @type {Map<number, (value: any) => void>} */
const asked = new Map()
let questions = 0

/** @param {'list' | 'read'} method @param {unknown[]} args @returns {Promise<any>} */
function ask(method, ...args) {
  return new Promise((resolve) => {
    asked.set(++questions, resolve)
    port.post({ ask: questions, method, args })
  })
}

/** The archive's files, which lie with the page. */
const source = {
  list: () => ask('list'),
  read: (/** @type {string} */ name) => ask('read', name),
}

/** @type {Record<string, (...args: any[]) => Promise<unknown>>} */
const methods = {
  async start(options) {
    engine = await startEngine(options)
    return engine.info
  },
  analyzeJSON: (article) => engine.analyzeJSON(article),
  export: (article, format) => engine.export(article, format),
  topics: (query, limit) => engine.topics(query, limit),
  teach: (desk) => engine.teach(desk),
  observe: (article, tag) => engine.observe(article, tag),
  anchors: (article) => engine.anchors(article),
  relate: (article, when, candidates) => engine.relate(article, when, candidates),
  recall: (candidate) => engine.recall(candidate),
  'archive.open': () => engine.archive.open(source),
  'archive.compare': (article) => engine.archive.compare(article),
  'archive.addAs': (id, article, when, format) => engine.archive.addAs(id, article, when, format),
  'archive.flush': () => engine.archive.flush(),
  'archive.delete': (id) => engine.archive.delete(id),
  'archive.stories': (ids) => engine.archive.stories(ids),
  'archive.import': (piece) => engine.archive.import(piece),
  'archive.imported': () => engine.archive.imported(),
  'archive.compact': () => engine.archive.compact(),
  'archive.pack': async (name) => packed(name, await bytesOf(await source.read(name))),
  'archive.grouped': (least) => engine.archive.grouped(least),
  'archive.list': (numbers) => engine.archive.list(numbers),
  'archive.stats': () => engine.archive.stats(),
}

/** @param {any} message */
async function receive(message) {
  if ('answer' in message) {
    asked.get(message.answer)?.(message.value)
    asked.delete(message.answer)
    return
  }
  const { id, method, args } = message
  try {
    if (!Object.hasOwn(methods, method)) throw new EngineError('input', `The engine has no method "${method}".`)
    const value = await methods[method](...args)
    port.post({ id, value }, method === 'archive.flush' || method === 'archive.compact' ? buffers(value) : [])
  } catch (error) {
    const { message: text, code } = /** @type {EngineError} */ (error)
    port.post({ id, error: { code: code ?? 'trap', message: text ?? String(error) } })
  }
}

/** @param {any} flush @returns {ArrayBuffer[]} */
const buffers = (flush) => flush.write.map((/** @type {import('./types.js').ArchiveFile} */ file) => file.bytes.buffer)

const port = await ownPort({ message: receive })
port.post({ loaded: true })
