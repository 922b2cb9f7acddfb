/**
 * Whether the Worker's archive says the same as the command line's: both are given the
 * same articles of the labelled dev set and asked the same queries.
 *
 *   node build/edgebench/same.js [ARTICLES 2000] [QUERIES 300]
 *
 * Prints how many queries have the same best match with the same verdict, how many have
 * the same verdict on every article that either side calls a duplicate, and what differs.
 * Fails under 99 %.
 */

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Newsroom, TOKENS } from '../../wasm/edge/test/newsroom.js'

const BAR = 0.99
const root = fileURLToPath(new URL('../..', import.meta.url))
const data = join(root, '../shared/data/dedup/dev')
const run = promisify(execFile)
const [articles = 2000, queries = 300] = process.argv.slice(2).map(Number)

/** @typedef {{ id: string, title?: string, text: string, date?: string }} Story */
/** @typedef {{ id: string, verdict: string, duplicate: boolean }} Verdict */

/** @param {string} name @returns {Promise<Story[]>} */
const read = async (name) => (await readFile(join(data, name), 'utf8')).trim().split('\n').map((line) => JSON.parse(line))

const [corpus, asked, pairs] = [await read('corpus.jsonl'), await read('queries.jsonl'), await readFile(join(data, 'pairs.tsv'), 'utf8')]
const sample = spread(asked, queries)
const wanted = new Set(sample.map(({ id }) => id))
const targets = new Set(pairs.trim().split('\n').map((line) => line.split('\t')).filter(([query]) => wanted.has(query)).map(([, id]) => id))
const held = [...corpus.filter(({ id }) => targets.has(id)), ...spread(corpus.filter(({ id }) => !targets.has(id)), articles)].slice(0, articles)
  .map(({ id, title, text, date }) => ({ id: String(id), title, text, date }))

const theirs = await byCommandLine()
const ours = await byWorker()
report()

/** @template T @param {T[]} list @param {number} n @returns {T[]} */
function spread(list, n) {
  const step = Math.max(1, list.length / n)
  return Array.from({ length: Math.min(n, list.length) }, (_, i) => list[Math.floor(i * step)])
}

/** @returns {Promise<Map<string, Verdict[]>>} */
async function byCommandLine() {
  const folder = await mkdtemp(join(tmpdir(), 'slugline-same-'))
  try {
    const cli = async (/** @type {string} */ name, /** @type {Story[]} */ stories, /** @type {string[]} */ more) => {
      const file = join(folder, name)
      await writeFile(file, stories.map((story) => JSON.stringify(story)).join('\n'))
      const { stdout } = await run('node', [join(root, 'web/cli.js'), 'analyze', '--jsonl', '--archive', join(folder, 'archive'), ...more, file], { maxBuffer: 1 << 30 })
      return stdout.trim().split('\n').map((line) => JSON.parse(line))
    }
    await cli('corpus.jsonl', held, [])
    return new Map((await cli('queries.jsonl', sample, ['--no-add'])).map(({ id, analysis }) => [id, analysis.matches]))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @returns {Promise<Map<string, Verdict[]>>} */
async function byWorker() {
  const newsroom = await Newsroom.open()
  try {
    const same = new Map() // articles whose content the archive has under another id
    for (let i = 0; i < held.length; i += 50) {
      const some = held.slice(i, i + 50)
      const { value } = await newsroom.post('/api/v1/articles:batch', { articles: some })
      value.results.forEach((/** @type {any} */ result, /** @type {number} */ k) => {
        if (result.status === 409) same.set(some[k].id, true)
        else if (result.status !== 201) throw new Error(`${some[k].id}: ${JSON.stringify(result)}`)
      })
    }
    if (same.size) console.log(`${same.size} articles have the content of another and were not added twice`)
    const answers = new Map()
    for (const { id, title, text, date } of sample) {
      const { status, value } = await newsroom.post('/api/v1/articles', { id, title, text, date })
      if (status === 409) {
        answers.set(id, [{ id: /"([^"]+)"/.exec(value.detail.replaceAll('\\', ''))?.[1] ?? '', verdict: 'exact', duplicate: true }])
        continue
      }
      answers.set(id, value.analysis.matches)
      await newsroom.ask(`/api/v1/articles/${encodeURIComponent(id)}`, { method: 'DELETE', token: TOKENS.admin })
    }
    return answers
  } finally {
    await newsroom.close()
  }
}

function report() {
  let best = 0
  let all = 0
  const shown = (/** @type {Verdict[]} */ list) => list.slice(0, 4).map(({ id, verdict }) => `${id} ${verdict}`).join(', ') || 'nothing'
  const duplicates = (/** @type {Verdict[]} */ list) => list.filter(({ duplicate }) => duplicate).map(({ id, verdict }) => `${id} ${verdict}`).sort().join()
  for (const { id } of sample) {
    const here = ours.get(id) ?? []
    const there = theirs.get(id) ?? []
    const same = here[0]?.verdict === there[0]?.verdict
    best += Number(same)
    all += Number(duplicates(here) === duplicates(there))
    if (!same || duplicates(here) !== duplicates(there)) console.log(`${id}: Worker ${shown(here)}; command line ${shown(there)}`)
  }
  console.log(`${sample.length} queries over ${held.length} articles: same verdict ${(100 * best / sample.length).toFixed(1)} %, same duplicates with the same verdicts ${(100 * all / sample.length).toFixed(1)} %`)
  if (best < BAR * sample.length) process.exitCode = 1
}
