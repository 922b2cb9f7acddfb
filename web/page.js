// The page: starts the session, the looks chosen earlier, and the service worker that keeps
// the page working without a network.

import { startWorker } from './engine/client.js'
import { loadModule } from './engine/loader.js'
import { begin } from './start.js'
import { say } from './words.js'

const base = new URL('.', document.baseURI)

/** Script addresses are the page's own alone; Trusted Types lets no other string become one. */
const scripts = /** @type {{ createScriptURL(url: string): string }} */ (
  /** @type {any} */ (globalThis).trustedTypes?.createPolicy('slugline-page', {
    createScriptURL(/** @type {string} */ url) {
      const address = new URL(url, base)
      if (address.origin !== base.origin) throw new TypeError(`refused script ${address}`)
      return address.href
    },
  }) ?? { createScriptURL: (url) => new URL(url, base).href }
)

/**
 * The module is compiled by the page while its Worker starts, from what index.html has asked
 * for beforehand; where the page may not or cannot, the Worker fetches it and says why.
 * @param {string} file the engine's module
 * @returns {Promise<import('./engine/types.js').Engine>}
 */
const start = (file) =>
  startWorker({
    wasm: () => loadModule(new URL(file, base)).catch(() => new URL(file, base).href),
    worker: () => new Worker(scripts.createScriptURL('worker.js'), { type: 'module', name: file }),
  })

/** @param {string} file */
const worker = (file) => new Worker(scripts.createScriptURL(file), { type: 'module', name: file })

const analyzer = begin({
  engine: () => start('engine.wasm'),
  reference: () => start('reference.wasm'),
  workers: { search: () => worker('search.js'), reader: () => worker('reader.js') },
})

if ('serviceWorker' in navigator && location.protocol !== 'file:') {
  addEventListener('load', async () => {
    try {
      const kept = await navigator.serviceWorker.register(scripts.createScriptURL('sw.js'))
      kept.addEventListener('updatefound', () => {
        const coming = kept.installing
        coming?.addEventListener('statechange', () => {
          if (coming.state === 'installed' && navigator.serviceWorker.controller) offer(coming)
        })
      })
    } catch {
      // A browser that refuses service workers (private windows, plain http) shows the page all the same.
    }
  })
}

/** A new edition of the page has been fetched. @param {ServiceWorker} coming */
function offer(coming) {
  analyzer.inform(say('update.ready'), say('update.now'), () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    coming.postMessage('take over')
  })
}
