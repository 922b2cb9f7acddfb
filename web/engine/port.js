/**
 * One shape for both kinds of Worker: the browser's and Node's worker_threads.
 *
 * @typedef {object} Port
 * @property {(message: unknown, transfer?: Transferable[]) => void} post
 * @property {() => void} end
 * @property {() => void} rest nothing is awaited for now: an idle engine does not keep a program alive
 *
 * @typedef {object} Listener
 * @property {(message: any) => void} message
 * @property {(error: Error) => void} [failure] the script did not load, or threw outside any call
 */

/**
 * Starts a module Worker.
 * @param {string | URL | (() => Worker)} script
 * @param {Listener} listener
 * @returns {Promise<Port>}
 */
export async function openWorker(script, listener) {
  if (typeof script !== 'function' && typeof Worker !== 'function') return openThread(script, listener)
  const worker = typeof script === 'function' ? script() : new Worker(script, { type: 'module', name: 'slugline' })
  worker.addEventListener('message', (event) => listener.message(event.data))
  worker.addEventListener('messageerror', () => listener.failure?.(new Error('a message could not be read')))
  worker.addEventListener('error', (event) => {
    event.preventDefault?.()
    listener.failure?.(new Error(event.message || 'its script could not be loaded'))
  })
  return { post: (message, transfer = []) => worker.postMessage(message, transfer), end: () => worker.terminate(), rest() {} }
}

/** @param {string | URL} script @param {Listener} listener @returns {Promise<Port>} */
async function openThread(script, listener) {
  const { Worker: Thread } = await import('node:worker_threads')
  const thread = new Thread(typeof script === 'string' ? new URL(script) : script)
  thread.on('message', listener.message)
  thread.on('error', (error) => listener.failure?.(/** @type {Error} */ (error)))
  return {
    post(message, transfer = []) {
      thread.ref()
      thread.postMessage(message, /** @type {any} */ (transfer))
    },
    end: () => void thread.terminate(),
    rest: () => thread.unref(),
  }
}

/**
 * The other end: the Worker's own port.
 * @param {Listener} listener
 * @returns {Promise<Port>}
 */
export async function ownPort(listener) {
  const scope = /** @type {any} */ (globalThis)
  if (typeof scope.postMessage === 'function' && typeof scope.addEventListener === 'function') {
    scope.addEventListener('message', (/** @type {MessageEvent} */ event) => listener.message(event.data))
    return { post: (message, transfer = []) => scope.postMessage(message, transfer), end: () => scope.close(), rest() {} }
  }
  const { parentPort } = await import('node:worker_threads')
  if (!parentPort) throw new Error('worker.js runs in a Worker')
  parentPort.on('message', listener.message)
  return { post: (message, transfer = []) => parentPort.postMessage(message, /** @type {any} */ (transfer)), end: () => parentPort.close(), rest() {} }
}
