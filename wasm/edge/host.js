/**
 * engine.wasm in the isolate: one instance for all requests, started inside the first
 * (workerd gives no random values before that) and replaced after a trap. Calls are
 * synchronous, so requests never share one.
 */

import { Reactor } from '../../web/engine/reactor.js'
import { wasi } from '../../web/engine/wasi.js'

const MOST = 64 << 20 // bytes of memory, from which on an instance is replaced: memory never shrinks
const LIMIT = '24MiB' // from which on Go's collector works harder; a comparison with 24 articles of 100 KB takes 51

export class EngineHost {
  #module
  /** @type {Reactor | undefined} */
  #reactor
  starts = 0

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module
  }

  get memory() {
    return this.#reactor?.memory ?? 0
  }

  /**
   * @template T
   * @param {number} op
   * @param {import('../../web/engine/frame.js').Frame} request
   * @param {(answer: Uint8Array) => T} read
   * @returns {T}
   */
  call(op, request, read) {
    if (!this.#reactor || this.#reactor.dead || this.#reactor.memory > MOST) this.#start()
    return /** @type {Reactor} */ (this.#reactor).call(op, request, read)
  }

  #start() {
    this.starts++
    const host = wasi({ GOMEMLIMIT: LIMIT })
    const instance = new WebAssembly.Instance(this.#module, { wasi_snapshot_preview1: host.imports })
    this.#reactor = new Reactor(/** @type {import('../../web/engine/reactor.js').Exports} */ (/** @type {unknown} */ (instance.exports)), host)
  }
}
