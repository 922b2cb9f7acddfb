// Where an element's engine and Workers come from: beside this script, or from the folder
// that the host names (`base`), for a script that was bundled into the host's own.

import { startWorker } from '../engine/client.js'
import { EngineError } from '../engine/error.js'
import { say } from '../words.js'

/** The Workers' scripts. */
const scripts = ['worker.js', 'search.js', 'reader.js']

/** Beside this script: written out, so that bundlers find them. @type {Record<string, URL>} */
const beside = {
  'engine.wasm': new URL('../engine.wasm', import.meta.url),
  'worker.js': new URL('../worker.js', import.meta.url),
  'search.js': new URL('../search.js', import.meta.url),
  'reader.js': new URL('../reader.js', import.meta.url),
}

/** @param {string | null} folder @returns {Record<string, URL>} reference.wasm is prose v2, to compare with; a site may leave it out */
const placesIn = (folder) =>
  folder === null
    ? { ...beside, 'reference.wasm': new URL('../reference.wasm', /* @vite-ignore */ import.meta.url) }
    : Object.fromEntries([...Object.keys(beside), 'reference.wasm'].map((file) => [file, new URL(file, folder)]))

/** Addresses that Workers may start from. @type {Set<string>} */
const found = new Set()

const policy = /** @type {{ createScriptURL(address: string): string }} */ (
  /** @type {any} */ (globalThis).trustedTypes?.createPolicy('slugline-page', { createScriptURL: (/** @type {string} */ address) => (found.has(address) ? address : '') }) ?? {
    createScriptURL: (address) => address,
  }
)

/** @param {URL} place */
async function part(place) {
  const response = await fetch(place)
  if (!response.ok) throw new EngineError('start', say('embed.missing', { file: response.url, status: response.status }))
  return response.blob()
}

export class Assets {
  /** @param {string | null} folder its address; null for beside this script */
  constructor(folder) {
    this.places = placesIn(folder)
    /**
     * A Worker starts from the page's own origin only. For a page of another origin, and for a
     * sandboxed one, which has none, the scripts are fetched, and start from Blobs: as classic
     * ones, for a sandboxed page may not start modules from Blobs.
     */
    this.isOwn = this.places['worker.js'].origin === globalThis.origin
    /** Where each Worker starts from, once it is known. @type {Record<string, string>} */
    this.addresses = {}
    /** @type {Promise<void> | null} */
    this.finding = null
  }

  ready() {
    this.finding ??= this.find()
    this.finding.catch(() => (this.finding = null)) // the network may be back
    return this.finding
  }

  async find() {
    const addresses = await Promise.all(scripts.map(async (file) => (this.isOwn ? this.places[file].href : blobOf(await part(this.places[file])))))
    for (const address of addresses) found.add(address)
    this.addresses = Object.fromEntries(scripts.map((file, at) => [file, addresses[at]]))
  }

  /** Once ready. @param {string} file */
  worker(file) {
    return new Worker(policy.createScriptURL(this.addresses[file]), { type: this.isOwn ? 'module' : 'classic', name: file })
  }

  /** @param {string} module engine.wasm or reference.wasm @returns {Promise<import('../engine/types.js').Engine>} rejects with words for the reader */
  async start(module) {
    await this.ready()
    const place = this.places[module]
    return startWorker({ wasm: this.isOwn ? place : await (await part(place)).arrayBuffer(), worker: () => this.worker('worker.js') })
  }
}

/** @param {Blob} script an ES module without imports and exports */
const blobOf = (script) => URL.createObjectURL(new Blob(['(async()=>{', script, '\n})()'], { type: 'text/javascript' }))

/** By folder; all elements share those beside this script. @type {Map<string | null, Assets>} */
const opened = new Map()

/**
 * @param {string | null} base a folder's address, from the document's own; null for beside this script
 * @param {boolean} isWritten in the page's markup. There it may name the page's origin and this
 *   script's only, so that markup from anybody brings no code of theirs along.
 * @throws {EngineError} with words for the reader
 */
export function assetsAt(base, isWritten) {
  const folder = base === null ? null : folderOf(base, isWritten)
  const assets = opened.get(folder) ?? new Assets(folder)
  opened.set(folder, assets)
  return assets
}

/** @param {string} base @param {boolean} isWritten */
function folderOf(base, isWritten) {
  const address = base.endsWith('/') ? base : `${base}/`
  if (!URL.canParse(address, document.baseURI)) throw new EngineError('start', say('embed.base', { base }))
  const { href, origin } = new URL(address, document.baseURI)
  const near = [globalThis.origin, new URL(import.meta.url).origin].filter((each) => each !== 'null')
  if (isWritten && !near.includes(origin)) throw new EngineError('start', say('embed.base.far', { base }))
  return href
}
