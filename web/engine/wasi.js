/**
 * The WASI calls that Go's runtime makes, for every host: page, Worker, Node, workerd.
 *
 * The engine opens no files, so most calls answer "nothing here". Three matter. Clocks:
 * workerd's stand at 0 in the global scope and Go aborts on a time of 0, so at least 1 is
 * returned. Random values: Go seeds its maps with them while it starts; workerd refuses
 * them in the global scope, so start inside a request. Variables: Go's runtime reads
 * GOMEMLIMIT, by which a host that has little memory says so.
 *
 * What Go writes to stderr (a fatal error's message) is kept for the EngineError.
 */

const SUCCESS = 0
const BAD_DESCRIPTOR = 8
const NOT_SUPPORTED = 58
const RANDOM_AT_ONCE = 65536 // what crypto.getRandomValues fills in one call

/** Thrown out of proc_exit: the instance has ended and cannot be called again. */
export class Exit extends Error {
  /** @param {number} code */
  constructor(code) {
    super(`exit ${code}`)
    this.name = 'Exit'
  }
}

/**
 * @param {Record<string, string>} [environment] variables, in ASCII
 * @returns {{ imports: WebAssembly.ModuleImports, bind(memory: WebAssembly.Memory): void, messages(): string }}
 */
export function wasi(environment = {}) {
  /** @type {WebAssembly.Memory} */
  let memory
  const decoder = new TextDecoder()
  let said = ''
  const view = () => new DataView(memory.buffer)

  const variables = Object.entries(environment).map(([name, value]) => new TextEncoder().encode(`${name}=${value}\0`))

  /** How many strings, and their bytes together. @param {Uint8Array[]} strings */
  const sizes = (strings) => (/** @type {number} */ count, /** @type {number} */ size) => {
    view().setUint32(count, strings.length, true)
    view().setUint32(size, strings.reduce((sum, { length }) => sum + length, 0), true)
    return SUCCESS
  }

  /** @type {Record<string, (...args: any[]) => number>} */
  const calls = {
    args_get: () => SUCCESS,
    args_sizes_get: sizes([]),
    environ_get(addresses, bytes) {
      for (const variable of variables) {
        view().setUint32(addresses, bytes, true)
        new Uint8Array(memory.buffer).set(variable, bytes)
        addresses += 4
        bytes += variable.length
      }
      return SUCCESS
    },
    environ_sizes_get: sizes(variables),
    clock_time_get(id, _precision, result) {
      const ms = id === 0 ? Date.now() : performance.now()
      view().setBigUint64(result, BigInt(Math.max(1, Math.round(ms * 1e6))), true)
      return SUCCESS
    },
    random_get(start, length) {
      const bytes = new Uint8Array(memory.buffer, start, length)
      for (let i = 0; i < length; i += RANDOM_AT_ONCE) crypto.getRandomValues(bytes.subarray(i, i + RANDOM_AT_ONCE))
      return SUCCESS
    },
    fd_write(descriptor, vectors, count, written) {
      if (descriptor !== 1 && descriptor !== 2) return BAD_DESCRIPTOR
      let total = 0
      for (let i = 0; i < count; i++) {
        const start = view().getUint32(vectors + 8 * i, true)
        const length = view().getUint32(vectors + 8 * i + 4, true)
        if (said.length < 4000) said += decoder.decode(new Uint8Array(memory.buffer, start, length))
        total += length
      }
      view().setUint32(written, total, true)
      return SUCCESS
    },
    proc_exit(code) {
      throw new Exit(code)
    },
    sched_yield: () => SUCCESS,
    // Go sleeps through poll_oneoff. Nothing in the engine sleeps; every subscription has "happened".
    poll_oneoff(subscriptions, events, count, result) {
      for (let i = 0; i < count; i++) {
        const memoryView = view()
        memoryView.setBigUint64(events + 32 * i, memoryView.getBigUint64(subscriptions + 48 * i, true), true)
        memoryView.setUint16(events + 32 * i + 8, SUCCESS, true)
        memoryView.setUint8(events + 32 * i + 10, memoryView.getUint8(subscriptions + 48 * i + 8))
      }
      view().setUint32(result, count, true)
      return SUCCESS
    },
    fd_close: () => BAD_DESCRIPTOR,
    fd_fdstat_get: () => BAD_DESCRIPTOR,
    fd_fdstat_set_flags: () => BAD_DESCRIPTOR,
    fd_prestat_get: () => BAD_DESCRIPTOR,
    fd_prestat_dir_name: () => BAD_DESCRIPTOR,
  }

  return {
    // A call that a later Go runtime adds answers "not supported" instead of keeping the engine from starting.
    imports: new Proxy(/** @type {WebAssembly.ModuleImports} */ (calls), {
      get: (known, name) => (name in known ? known[/** @type {string} */ (name)] : () => NOT_SUPPORTED),
    }),
    bind: (m) => void (memory = m),
    messages: () => said.trim(),
  }
}
