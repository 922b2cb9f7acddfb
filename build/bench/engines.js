/**
 * The tools side by side, each asked for all names of a text in the way that its
 * documentation shows. Slugline is asked for its whole analysis: it has no smaller call.
 */

import { readFile } from 'node:fs/promises'

import { startEngine } from '../../web/engine/engine.js'

const dist = new URL('../dist/', import.meta.url)

/**
 * @typedef {{ start: number, end: number, type: string }} Name offsets in UTF-16 code units
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} does what one call does
 * @property {number} start ms from bytes on disk, or an import, to ready
 * @property {boolean} types whether it tells persons, organizations and places apart
 * @property {(text: string) => Promise<Name[]> | Name[]} names
 */

/** @returns {Promise<Tool[]>} */
export async function startTools() {
  return [await compromise(), await wink(), await module('prose v2', 'sentences, tags, names', 'reference.wasm'), await module('slugline', 'whole analysis', 'engine.wasm')]
}

/**
 * A WebAssembly engine. Its first start tells what a page waits for once the bytes are there.
 * @param {string} name
 * @param {string} does
 * @param {string} file
 * @returns {Promise<Tool>}
 */
async function module(name, does, file) {
  const bytes = await readFile(new URL(file, dist)).catch(() => {
    console.error(`build/dist/${file} is not there: run "make build".`)
    process.exit(1)
  })
  const begin = performance.now()
  const engine = await startEngine({ wasm: bytes })
  const start = performance.now() - begin
  return { name, does, start, types: true, names: async (text) => (await engine.analyze({ text })).mentions }
}

/** @returns {Promise<Tool>} */
async function compromise() {
  const begin = performance.now()
  const { default: nlp } = await import('compromise')
  nlp('Ready.')
  const start = performance.now() - begin
  const kinds = /** @type {const} */ ([['people', 'person'], ['organizations', 'organization'], ['places', 'place']])
  return {
    name: 'compromise',
    does: 'people, organizations, places',
    start,
    types: true,
    names(text) {
      const document = nlp(text)
      return kinds.flatMap(([method, type]) => {
        /** @type {{ offset: { start: number, length: number } }[]} */
        const found = document[method]().json({ offset: true })
        return found.map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length, type }))
      })
    },
  }
}

/** Its English model tags words and finds dates, sums and addresses, but no names by type. @returns {Promise<Tool>} */
async function wink() {
  const begin = performance.now()
  const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')])
  const nlp = winkNLP(model)
  nlp.readDoc('Ready.')
  const start = performance.now() - begin
  return {
    name: 'wink-nlp',
    does: 'sentences, tags, entities',
    start,
    types: false,
    names(text) {
      nlp.readDoc(text).entities().out(nlp.its.detail)
      return []
    },
  }
}
