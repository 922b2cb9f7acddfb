/**
 * Keyphrases beside YAKE and retext-keywords, in one run over the labelled sets in
 * ../shared/data/keyphrases/dev: F1 of the first five and the first ten, and the median of
 * milliseconds an article. Compared by stems, averaged over the stories, as
 * ../shared/tools/evaluate.py does.
 *
 *   npm install --prefix build/cache/keyphrases retext@9.0.0 retext-keywords@8.0.2 retext-pos@5.0.0
 *   node build/bench/bench.js keyphrases
 *   YAKE_PYTHON=/path/to/python node build/bench/bench.js keyphrases   # with the authors' YAKE as well
 *
 * Neither is a dependency: retext-keywords wants a tagger (npm pos) under the LGPL, and YAKE
 * is under the GPL. They are measured where whoever measures has installed them.
 */

import { spawnSync } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import process from 'node:process'

import { startEngine } from '../../../web/engine/engine.js'
import { f1, stems } from './score.js'
import { yake } from './yake.js'

const sets = new URL('../../../../shared/data/keyphrases/dev/', import.meta.url)
const MOST = 10

/**
 * @typedef {{ id: string, text: string, keyphrases: string[] }} Labelled
 * @typedef {{ name: string, does: string, phrases: (text: string) => Promise<string[]> | string[] }} Tool
 */

/** retext-keywords, where it is installed as said above. @returns {Promise<Tool[]>} */
async function retextKeywords() {
  const folder = new URL('../../cache/keyphrases/node_modules/', import.meta.url)
  const load = (/** @type {string} */ name) => import(new URL(`${name}/index.js`, folder).href)
  try {
    const [{ retext }, { default: pos }, { default: keywords }] = await Promise.all([load('retext'), load('retext-pos'), load('retext-keywords')])
    const processor = retext().use(pos).use(keywords, { maximum: MOST })
    return [{ name: 'retext', does: 'retext-keywords: keyphrases', phrases: async (text) => phrasesOf(await processor.process(text), text) }]
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.log('\nretext-keywords is not installed; build/bench/keyphrases/keyphrases.js says how.')
    return []
  }
}

/**
 * @param {{ data: { keyphrases?: { matches: { nodes: { position: { start: { offset: number }, end: { offset: number } } }[] }[] }[] } }} file
 * @param {string} text
 */
const phrasesOf = (file, text) =>
  (file.data.keyphrases ?? []).map(({ matches: [{ nodes }] }) => text.slice(nodes[0].position.start.offset, nodes[nodes.length - 1].position.end.offset))

/** @returns {Promise<Tool[]>} */
async function tools() {
  const engine = await startEngine({ wasm: await readFile(new URL('../../dist/engine.wasm', import.meta.url)) })
  return [
    { name: 'YAKE', does: 'its formulas, written here', phrases: (text) => yake(text, MOST) },
    ...(await retextKeywords()),
    { name: 'slugline', does: 'whole analysis', phrases: async (text) => (await engine.analyze({ text })).keyphrases.map((phrase) => phrase.text) },
  ]
}

/** The authors' YAKE over a set, in a process of its own. @param {string} python @param {Labelled[]} set @returns {{ found: string[][], times: number[] }} */
function authors(python, set) {
  const program = `import json, sys, time, yake
extractor = yake.KeywordExtractor(lan="en", n=3, top=${MOST})
for line in sys.stdin:
    begin = time.perf_counter()
    found = [words for words, _ in extractor.extract_keywords(json.loads(line))]
    print(json.dumps([found, 1000 * (time.perf_counter() - begin)]))`
  const { status, stdout, stderr } = spawnSync(python, ['-c', program], { input: set.map(({ text }) => JSON.stringify(text)).join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`YAKE_PYTHON: ${stderr}`)
  const rows = stdout.trim().split('\n').map((line) => JSON.parse(line))
  return { found: rows.map(([found]) => found), times: rows.map(([, time]) => time) }
}

/** @param {Tool} tool @param {Labelled[]} set */
async function measure(tool, set) {
  for (const { text } of set.slice(0, 20)) await tool.phrases(text) // warm
  const found = []
  const times = []
  for (const { text } of set) {
    const begin = performance.now()
    found.push(await tool.phrases(text))
    times.push(performance.now() - begin)
  }
  return { found, times }
}

/** @param {string} name @param {string} does @param {Labelled[]} set @param {{ found: string[][], times: number[] }} measured */
function report(name, does, set, { found, times }) {
  const [five, ten] = [5, 10].map((k) => (100 * set.reduce((total, { keyphrases }, i) => total + f1(found[i], keyphrases, k), 0)) / set.length)
  const ms = times.sort((a, b) => a - b)[times.length >> 1]
  console.log(`${name.padEnd(12)}${five.toFixed(1).padStart(8)}${ten.toFixed(1).padStart(8)}${ms.toFixed(2).padStart(10)}  ${does}`)
}

export async function keyphrases() {
  const names = (await readdir(sets).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort()
  if (!names.length) return console.log('\nNo labelled articles are at hand (../shared/data/keyphrases/dev): keyphrases are not scored.')
  const all = await tools()
  for (const name of names) {
    const lines = (await readFile(new URL(name, sets), 'utf8')).split('\n').filter(Boolean)
    /** @type {Labelled[]} */
    const set = lines.map((line) => JSON.parse(line)).filter(({ keyphrases }) => keyphrases.some(stems))
    console.log(`\nKeyphrases of ${name}, ${set.length} articles:\n\n${'tool'.padEnd(12)}${'F1@5'.padStart(8)}${'F1@10'.padStart(8)}${'ms'.padStart(10)}`)
    if (process.env.YAKE_PYTHON) report('YAKE (GPL)', 'its authors’ program', set, authors(process.env.YAKE_PYTHON, set))
    for (const tool of all) report(tool.name, tool.does, set, await measure(tool, set))
  }
}
