// The page in one file, opened from disk: engine and Workers stand in the page itself,
// compressed, and nothing is fetched, for a page from disk may fetch nothing. Workers
// start from Blobs. prose v2, the engine to compare with, is too large to be carried.

import { carried } from './carried.js'
import { startWorker } from './engine/client.js'
import { EngineError } from './engine/error.js'
import { begin } from './start.js'
import { say } from './words.js'

/** The Workers' scripts, by name. @type {Promise<Record<string, string>>} */
const scripts = carried('workers').then((bytes) => JSON.parse(new TextDecoder().decode(bytes)))
const engine = carried('engine')
/** @type {Record<string, string>} */
const addresses = {}

/** Only the scripts that the page carries become Workers. */
const policy = /** @type {{ createScriptURL(name: string): string }} */ (
  /** @type {any} */ (globalThis).trustedTypes?.createPolicy('slugline-page', { createScriptURL: (/** @type {string} */ name) => addresses[name] }) ?? {
    createScriptURL: (name) => addresses[name],
  }
)

/** @param {string} name */
const worker = (name) => new Worker(policy.createScriptURL(name), { name })

scripts.then((all) => {
  for (const [name, source] of Object.entries(all)) addresses[name] = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  begin({
    engine: async () => startWorker({ wasm: await engine, worker: () => worker('worker') }),
    reference: () => Promise.reject(new EngineError('start', say('single.reference'))),
    workers: { search: () => worker('search'), reader: () => worker('reader') },
  })
})
