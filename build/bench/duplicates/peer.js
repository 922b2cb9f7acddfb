/**
 * An npm peer of the duplicate detection, npm's `minhash` with its LSH index, on the labelled
 * articles: writes what it flags, for build/dedupeval to score beside ours.
 *
 *   node build/bench/duplicates/peer.js DATA OUT
 *
 * Its index throws when asked for a band that it has not seen: a query is inserted first.
 * 64 permutations instead of its 128, or this would take five minutes.
 */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// @ts-expect-error it has no types
import { LshIndex, Minhash } from 'minhash'

const PERMUTATIONS = 64
const BAND = 2
const LEAST = 0.3 // Jaccard estimate that counts as a duplicate: the best of 0.2, 0.3, 0.5

const [data, out] = process.argv.slice(2)

/** @param {string} name @returns {Promise<{ id: string, title?: string, text: string }[]>} */
const read = async (name) => (await readFile(join(data, name), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line))

/** @param {{ title?: string, text: string }} article */
function sign({ title, text }) {
  const words = `${title ?? ''} ${text}`.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
  const signature = new Minhash({ numPerm: PERMUTATIONS })
  for (let at = 0; at + 5 <= words.length; at++) signature.update(words.slice(at, at + 5).join(' '))
  return signature
}

const corpus = await read('corpus.jsonl')
const queries = await read('queries.jsonl')
const index = new LshIndex({ bandSize: BAND })
const signatures = new Map()
let begin = performance.now()
for (const article of corpus) {
  const signature = sign(article)
  signatures.set(article.id, signature)
  index.insert(article.id, signature)
}
const msAdd = (performance.now() - begin) / corpus.length
begin = performance.now()
const lines = queries.map((query) => {
  const signature = sign(query)
  index.insert(`? ${query.id}`, signature)
  const found = index.query(signature).filter((/** @type {string} */ id) => signatures.has(id) && signature.jaccard(signatures.get(id)) >= LEAST)
  return JSON.stringify({ id: query.id, found })
})
const msQuery = (performance.now() - begin) / queries.length
// A signature is 64 numbers, its bands' keys and the lists that hold its id.
const bytes = PERMUTATIONS * 8 + (PERMUTATIONS / BAND) * 40
await writeFile(out, [JSON.stringify({ name: `npm minhash, ${PERMUTATIONS} values, Jaccard ${LEAST.toFixed(2)}`, bytes, msAdd, msQuery }), ...lines].join('\n'))
