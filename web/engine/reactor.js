/**
 * One instance of an engine: memory, calls, traps. The exports are described in
 * wasm/reactor/exports.go. A trap leaves Go's memory in an unknown state, so an instance
 * that trapped refuses every later call; engine.js starts another.
 */

import { EngineError } from './error.js'
import { ABI } from './frame.js'
import { wasi } from './wasi.js'

/**
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {() => number} abi_version
 * @property {(size: number) => number} input
 * @property {(op: number, size: number) => number} call
 * @property {() => number} output
 * @property {() => number} output_size
 */

export class Reactor {
  #exports
  #wasi
  #dead = false

  /** @param {WebAssembly.Module} module */
  static async start(module) {
    const host = wasi()
    let instance
    try {
      instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: host.imports })
    } catch (cause) {
      throw new EngineError('start', `The engine could not start: ${cause instanceof Error ? cause.message : cause}. It may belong to another version: build or copy engine.wasm again.`, { cause })
    }
    return new Reactor(/** @type {Exports} */ (/** @type {unknown} */ (instance.exports)), host)
  }

  /**
   * @param {Exports} exports
   * @param {ReturnType<typeof wasi>} host
   */
  constructor(exports, host) {
    this.#exports = exports
    this.#wasi = host
    if (!exports.abi_version || !exports.call) {
      throw new EngineError('start', 'This WebAssembly module is not a Slugline engine. Copy engine.wasm from the same build as this page.')
    }
    host.bind(exports.memory)
    this.#guard(() => exports._initialize())
    const version = this.#guard(() => exports.abi_version())
    if (version !== ABI) {
      throw new EngineError('start', `engine.wasm speaks version ${version} and this page version ${ABI}: copy both from the same build.`)
    }
  }

  /** Whether a trap has ended this instance. */
  get dead() {
    return this.#dead
  }

  /** Bytes of memory that the instance holds. */
  get memory() {
    return this.#exports.memory.buffer.byteLength
  }

  /**
   * Carries out one operation and hands the answer's bytes, which are only valid inside `read`, to it.
   * @template T
   * @param {number} op
   * @param {import('./frame.js').Frame} request
   * @param {(answer: Uint8Array) => T} read
   * @returns {T}
   */
  call(op, request, read) {
    if (this.#dead) throw new EngineError('trap', 'The engine has stopped.')
    const { memory, input, call, output, output_size: outputSize } = this.#exports
    return this.#guard(() => {
      const start = input(request.size) >>> 0
      request.writeTo(new Uint8Array(memory.buffer, start, request.size))
      const done = call(op, request.size)
      const answer = new Uint8Array(memory.buffer, output() >>> 0, outputSize() >>> 0)
      if (!done) throw new EngineError('input', new TextDecoder().decode(answer))
      return read(answer)
    })
  }

  /**
   * @template T
   * @param {() => T} run
   * @returns {T}
   */
  #guard(run) {
    try {
      return run()
    } catch (cause) {
      if (cause instanceof EngineError) throw cause
      this.#dead = true
      const said = this.#wasi.messages().split('\n', 1)[0] || (cause instanceof Error ? cause.message : String(cause))
      throw new EngineError('trap', `The engine stopped on this input (${said}) and was started again.`, { cause })
    }
  }
}
