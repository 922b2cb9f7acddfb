/**
 * One request through the Go handler (main.go): a new instance, as syumai/workers has it,
 * with the bindings it asks for. The instance ends when its answer has been read, and its
 * memory goes to the next.
 */

import { EngineError } from '../../web/engine/error.js'

const PATIENCE = 30_000 // ms that a handler may take to its first byte

/**
 * @typedef {{ size: number, writeTo(target: Uint8Array): void }} Bytes
 * @typedef {{ principal: import('./tokens.js').Principal, retention: number, shards: { from: string, binding: string }[] }} Asked
 */

/**
 * @param {object} parts
 * @param {WebAssembly.Module} parts.module
 * @param {import('./memories.js').Memories} parts.memories
 * @param {boolean} parts.large that it will take more memory than others
 * @param {import('./host.js').EngineHost} parts.engine
 * @param {Request} parts.request
 * @param {Asked} parts.asked
 * @param {object} parts.env
 * @param {object} parts.ctx
 * @returns {Promise<{ response: Response, done: Promise<void> }>} done: nothing of it runs any more
 */
export async function handle({ module, memories, large, engine, request, asked, env, ctx }) {
  const binding = {
    asked: JSON.stringify(asked),
    call: (/** @type {number} */ op, /** @type {Uint8Array} */ bytes) => ask(engine, op, bytes),
    log: (/** @type {string} */ message) => console.error(message),
    handleRequest: /** @type {(request: Request) => Promise<Response>} */ (() => Promise.reject(new Error('the handler did not start'))),
  }
  const { Go } = /** @type {{ Go: new () => any }} */ (/** @type {unknown} */ (globalThis))
  const go = new Go()
  /** @type {(value?: unknown) => void} */
  let ready = () => undefined
  const started = new Promise((resolve) => (ready = resolve))
  const memory = memories.take(large)
  const instance = new WebAssembly.Instance(module, { ...go.importObject, workers: { ready: () => ready(), memory } })
  const done = Promise.resolve(go.run(instance, { env, ctx, binding })).then(() => memories.give(memory))
  const ended = done.then(() => {
    throw new Error('the handler ended before it answered')
  })
  ended.catch(() => undefined) // it ends after the answer, too
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the handler takes too long')), PATIENCE)
  })
  try {
    await Promise.race([started, ended, late])
    return { response: /** @type {Response} */ (await Promise.race([binding.handleRequest(request), ended, late])), done }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * One operation of the engine for the Go side.
 * @param {import('./host.js').EngineHost} engine
 * @param {number} op
 * @param {Uint8Array} bytes
 * @returns {Uint8Array | string | null} a string where the engine refuses, null where it stopped
 */
function ask(engine, op, bytes) {
  /** @type {Bytes} */
  const request = { size: bytes.length, writeTo: (target) => target.set(bytes) }
  try {
    return engine.call(op, /** @type {import('../../web/engine/frame.js').Frame} */ (request), (answer) => answer.slice())
  } catch (error) {
    if (error instanceof EngineError && error.code === 'input') return error.message
    console.error(error instanceof Error ? error.message : error)
    return null
  }
}
