/**
 * From what a host has (an address, bytes, a Response, a module) to a compiled module.
 *
 * Streaming compilation needs the MIME type application/wasm; intranet servers often send
 * another one, so the bytes are then compiled in the ordinary way. Failures are turned
 * into messages that say what to do.
 */

import { EngineError } from './error.js'

/** @typedef {import('./types.js').WasmSource} WasmSource */

/** Modules by address: a second start from the same address compiles nothing. @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map()

/**
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
export async function loadModule(source) {
  if (typeof WebAssembly !== 'object') {
    throw new EngineError('start', 'This browser has WebAssembly turned off. Turn it on, or use a current browser, to run Slugline.')
  }
  if (typeof source === 'function') source = await source()
  if (source instanceof WebAssembly.Module) return source
  if (typeof source === 'string' || source instanceof URL) return fromAddress(String(source))
  if (typeof Response === 'function' && source instanceof Response) return fromResponse(source, source.url || 'the response')
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return compile(source, 'the bytes given')
  throw new EngineError('start', 'No engine was given: pass the address or the bytes of engine.wasm as "wasm".')
}

/** @param {string} address */
function fromAddress(address) {
  let module = compiled.get(address)
  if (!module) {
    module = fetchModule(address)
    compiled.set(address, module)
    module.catch(() => compiled.delete(address)) // a failed start may be tried again
  }
  return module
}

/** @param {string} address */
async function fetchModule(address) {
  if (address.startsWith('file:') && typeof process === 'object' && process.versions?.node) {
    const { readFile } = await import(/* webpackIgnore: true */ 'node:fs/promises')
    const bytes = await readFile(new URL(address)).catch((cause) => {
      throw new EngineError('start', `${new URL(address).pathname} cannot be read. Run "make build" to make it.`, { cause })
    })
    return compile(bytes, address)
  }
  /** @type {Response} */
  let response
  try {
    response = await fetch(address, { credentials: 'same-origin' })
  } catch (cause) {
    throw new EngineError('start', `The engine could not be fetched from ${address}. ${address.startsWith('file:')
      ? 'Browsers do not let a page opened from disk fetch files: open the one-file build, or serve the folder.'
      : 'Check the connection, and that the page\'s policy allows connect-src to that address.'}`, { cause })
  }
  return fromResponse(response, address)
}

/**
 * @param {Response} response
 * @param {string} address
 */
async function fromResponse(response, address) {
  if (!response.ok) {
    throw new EngineError('start', `The server answered ${response.status} for ${address}. Copy engine.wasm to that address, or say where it is.`)
  }
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/wasm') && WebAssembly.compileStreaming) {
    const copy = response.clone()
    try {
      return await WebAssembly.compileStreaming(response)
    } catch (cause) {
      if (refused(cause)) throw forbidden(cause)
      return compile(await copy.arrayBuffer(), address) // says in its message what is wrong with the bytes
    }
  }
  return compile(await response.arrayBuffer(), address)
}

/**
 * @param {ArrayBuffer | ArrayBufferView} bytes
 * @param {string} address
 */
async function compile(bytes, address) {
  const head = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, Math.min(4, bytes.byteLength))
    : new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength))
  if (head.length < 4 || head[0] !== 0 || head[1] !== 0x61 || head[2] !== 0x73 || head[3] !== 0x6d) {
    const page = head[0] === 0x3c ? ' It looks like a web page: the server may answer every unknown address with one.' : ''
    throw new EngineError('start', `${address} is not a WebAssembly module.${page} Copy engine.wasm to that address, or say where it is.`)
  }
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (bytes))
  } catch (cause) {
    if (refused(cause)) throw forbidden(cause)
    throw new EngineError('start', `${address} is damaged or cut short. Build or copy engine.wasm again. (${message(cause)})`, { cause })
  }
}

/** @param {unknown} cause */
const message = (cause) => (cause instanceof Error ? cause.message : String(cause))

/** Whether a content security policy kept the module from compiling. @param {unknown} cause */
const refused = (cause) => /content security policy|unsafe-eval|disallowed by embedder|csp/i.test(message(cause))

/** @param {unknown} cause */
const forbidden = (cause) => new EngineError('start',
  "The page's content security policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src, or serve worker.js with a policy of its own that has it.",
  { cause })
