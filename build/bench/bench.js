/**
 * Slugline beside other tools that run in a browser: milliseconds for an article of 5 KB
 * once warm, and how many names are right.
 *
 *   make bench                             all of these
 *   node build/bench/bench.js speed        only the first
 *   node build/bench/bench.js names        only the second, where ../shared/data is
 *   node build/bench/bench.js stages       each stage by itself (stages/)
 *   node build/bench/bench.js keyphrases   keyphrases, where ../shared/data is (keyphrases/)
 *
 * All run in one process on the same text, one after another. Medians: a busy machine
 * disturbs them least.
 */

import process from 'node:process'

import { startTools } from './engines.js'
import { keyphrases } from './keyphrases/keyphrases.js'
import { stages } from './stages/stages.js'
import { count, score } from './score.js'
import { article, readSet, sets } from './texts.js'

const UNITS = 5000 // of the article
const WARM = 1500 // ms of warming up
const MEASURE = 4000 // ms of measuring, but not more than RUNS
const RUNS = 400

/** @param {number[]} times */
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1]

/** @param {import('./engines.js').Tool} tool @param {string} text */
async function time(tool, text) {
  const run = async () => {
    const begin = performance.now()
    await tool.names(text)
    return performance.now() - begin
  }
  for (let spent = 0; spent < WARM; ) spent += await run()
  const times = []
  for (let spent = 0; spent < MEASURE && times.length < RUNS; spent += times[times.length - 1]) times.push(await run())
  return { ms: median(times), runs: times.length }
}

/** @param {import('./engines.js').Tool[]} tools */
async function speed(tools) {
  const text = await article(UNITS)
  const bytes = Buffer.byteLength(text)
  console.log(`An article of ${bytes.toLocaleString('en')} bytes, warm, Node ${process.versions.node}:\n`)
  console.log(`${'tool'.padEnd(12)}${'start ms'.padStart(10)}${'ms/article'.padStart(12)}${'MB/s'.padStart(8)}${'runs'.padStart(6)}  each call`)
  for (const tool of tools) {
    const { ms, runs } = await time(tool, text)
    console.log(`${tool.name.padEnd(12)}${tool.start.toFixed(0).padStart(10)}${ms.toFixed(2).padStart(12)}${(bytes / ms / 1000).toFixed(2).padStart(8)}${String(runs).padStart(6)}  ${tool.does}`)
  }
}

/** @param {import('./engines.js').Tool[]} tools */
async function names(tools) {
  const found = await sets()
  if (!found.length) return console.log('\nNo labelled articles are at hand (../shared/data/ner/dev): names are not scored.')
  console.log('\nPersons, organizations and places, both edges and the type right:\n')
  console.log(`${'tool'.padEnd(12)}${found.map((set) => set.replace('.jsonl', '').padStart(24)).join('')}`)
  console.log(`${''.padEnd(12)}${found.map(() => '     P     R    F1'.padStart(24)).join('')}`)
  const articles = await Promise.all(found.map(readSet))
  for (const tool of tools) {
    let line = tool.name.padEnd(12)
    for (const set of tool.types ? articles : []) {
      const counts = []
      for (const { text, names: wanted } of set) counts.push(count(text, wanted, await tool.names(text)))
      const { precision, recall, f1 } = score(counts)
      line += [precision, recall, f1].map((value) => (100 * value).toFixed(1).padStart(6)).join('').padStart(24)
    }
    console.log(tool.types ? line : `${line}      does not tell persons, organizations and places apart`)
  }
}

const only = process.argv[2]
const parts = /** @type {Record<string, () => Promise<unknown>>} */ ({
  speed: async () => speed(await startTools()),
  names: async () => names(await startTools()),
  stages,
  keyphrases,
})
if (only && !Object.hasOwn(parts, only)) {
  console.error(`usage: node build/bench/bench.js [${Object.keys(parts).join('|')}]`)
  process.exit(2)
}
for (const part of only ? [only] : Object.keys(parts)) await parts[part]()
