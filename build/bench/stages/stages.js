/**
 * The stages one by one, in WebAssembly: milliseconds each takes for an article of 5 KB once
 * warm. The module is the engine's stages behind the same ABI (main.go), built here with the
 * engine's own flags.
 *
 *   node build/bench/bench.js stages
 *
 * Rounds go through all stages in turn, so that a busy machine disturbs all alike. The best
 * tenth is what the stage costs, the median what it cost here.
 */

import { spawnSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

import { Frame } from '../../../web/engine/frame.js'
import { Reactor } from '../../../web/engine/reactor.js'
import { article, news } from '../texts.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const UNITS = 5000 // of an article
const ARTICLES = 9 // one after another: what is remembered of words must not help more than in a newsroom
const ROUNDS = 600
const WARM = 200 // rounds of them that do not count

/** By the operation's number. */
const STAGES = ['', 'article, tokens', 'names, entities, places', 'topics', 'parts of speech', 'keyphrases']

/** What the bar counts: topics, and keyphrases with the tagging that they alone need. */
const COUNTED = [3, 4, 5]

/** @param {string[]} command */
function build(...command) {
  const { status } = spawnSync('go', command, { cwd: root, stdio: 'inherit', env: { ...process.env, GOOS: 'wasip1', GOARCH: 'wasm' } })
  if (status !== 0) throw new Error(`go ${command.join(' ')}`)
}

/** Texts of about UNITS, cut between paragraphs. @param {string} text */
function cut(text) {
  const texts = ['']
  for (const paragraph of text.split('\n\n')) {
    if (texts[texts.length - 1].length > UNITS - 200) texts.push('')
    texts[texts.length - 1] += `${paragraph}\n\n`
  }
  return texts.slice(0, ARTICLES - 1)
}

export async function stages() {
  await mkdir(`${root}build/cache/stages`, { recursive: true })
  const file = `${root}build/cache/stages/stages.wasm`
  build('build', '-buildmode=c-shared', '-trimpath', '-ldflags=-s -w', '-o', file, './build/bench/stages')
  let texts = await news(UNITS, ARTICLES - 1)
  if (texts.length < ARTICLES - 1) texts = cut(await article(ARTICLES * UNITS))
  const reactor = await Reactor.start(await WebAssembly.compile(await readFile(file)))
  for (const text of texts) reactor.call(0, new Frame().text(text), () => undefined)
  const which = texts.map((_, i) => new Frame().number(i))
  /** @type {number[][]} */
  const times = STAGES.map(() => [])
  for (let round = 0; round < ROUNDS; round++)
    for (let stage = 1; stage < STAGES.length; stage++) {
      const begin = performance.now()
      reactor.call(stage, which[round % texts.length], () => undefined)
      if (round >= WARM) times[stage].push(performance.now() - begin)
    }
  const at = (/** @type {number} */ stage, /** @type {number} */ share) => times[stage].sort((a, b) => a - b)[Math.floor(times[stage].length * share)]
  console.log(`\nThe stages on ${texts.length} articles of ${Math.round(Buffer.byteLength(texts.join('')) / texts.length).toLocaleString('en')} bytes, ms warm:\n\n${'stage'.padEnd(34)}${'best 10 %'.padStart(10)}${'median'.padStart(10)}`)
  const line = (/** @type {string} */ name, /** @type {number[]} */ which) =>
    console.log(name.padEnd(34) + [0.1, 0.5].map((share) => which.reduce((sum, stage) => sum + at(stage, share), 0).toFixed(2).padStart(10)).join(''))
  for (let stage = 1; stage < STAGES.length; stage++) line(STAGES[stage], [stage])
  line('topics and keyphrases together', COUNTED)
}
