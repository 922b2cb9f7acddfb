/**
 * What an archive of 100,000 generated articles asks of engine.wasm on Node: the time that
 * remembering an article and looking for what it repeats take beside its analysis, the bytes
 * of index, the memory. Figures, beside their bars.
 *
 *   make bench-archive        # writes build/cache/large.slugline first, where it is not there
 *
 * The analysis of the same article is timed in turn with the whole, and its median taken
 * off: what is left is the archive's. New articles are edited from archived ones, so every query has
 * something to find and to align.
 */

import { open, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { startEngine } from '../../web/engine/engine.js'

const path = process.argv[2] ?? fileURLToPath(new URL('../cache/large.slugline', import.meta.url))
const rounds = Number(process.argv[3] ?? 300)

/** @type {{ title: string, text: string }[]} */
const stories = JSON.parse(await readFile(path.replace(/\.slugline$/, '.json'), 'utf8'))
const engine = await startEngine({ wasm: await readFile(new URL('../dist/engine.wasm', import.meta.url)) })
const empty = await startEngine({ wasm: await readFile(new URL('../dist/engine.wasm', import.meta.url)) })
await empty.archive.open([])
const bare = await startEngine({ wasm: await readFile(new URL('../dist/engine.wasm', import.meta.url)) })
for (const each of [engine, empty, bare]) for (const story of stories) await each.analyzeJSON(story)

/** Where the files of an export lie in it. @type {Map<string, { from: number, size: number }>} */
const files = new Map()
const file = await open(path)
const { size: whole } = await file.stat()
for (let at = 12; at < whole; ) {
  const head = Buffer.alloc(64)
  await file.read(head, 0, 64, at)
  const length = head.readUInt8(0)
  const size = head.readUInt32LE(1 + length)
  files.set(head.toString('latin1', 1, 1 + length), { from: at + 9 + length, size })
  at += 9 + length + size
}
const before = process.memoryUsage()
const stats = await engine.archive.open({
  list: async () => [...files.keys()],
  read: async (name) => {
    const { from, size } = files.get(name) ?? { from: 0, size: 0 }
    const bytes = new Uint8Array(size)
    await file.read(bytes, 0, size, from)
    return bytes
  },
})

const found = { right: 0 }
/** @type {Record<'query' | 'plain' | 'add', number[]>} */
const ms = { query: [], plain: [], add: [] }
for (let round = -20; round < rounds; round++) {
  const story = stories[(round + 20) % stories.length]
  const words = story.text.split(' ')
  words[(round + 20) % 97] = `edited${round + 20}`
  const article = { title: story.title, text: words.join(' ') }
  const query = await time(() => /** @type {import('../../web/engine/archive.js').ArchiveClient} */ (engine.archive).compareAs(article, 'json'))
  const plain = await time(() => bare.analyzeJSON(article))
  const add = await time(() => empty.archive.addAs(`new-${round}`, article, '2026-01-01T00:00:00Z', 'json'))
  if (round < 0) continue
  if (JSON.parse(query.answer).matches[0]?.title === story.title) found.right++
  for (const [name, { ms: taken }] of Object.entries({ query, plain, add })) ms[/** @type {keyof typeof ms} */ (name)].push(taken)
  if (round % 64 === 63) {
    await empty.archive.flush()
    await empty.archive.open([]) // so that an article is not compared with all of its own versions
  }
}
await file.close()
const memory = process.memoryUsage()
const index = [...files].reduce((sum, [name, { size }]) => sum + (name.startsWith('s') ? size : 0), 0)

console.log(`${stats.articles} articles, ${rounds} queries, ${found.right} found the article that they were edited from; the analysis of one takes ${quantile(ms.plain, 0.5).toFixed(2)} ms`)
say('query, ms, median', quantile(ms.query, 0.5) - quantile(ms.plain, 0.5), 5)
say('query, ms, 95 %', quantile(ms.query, 0.95) - quantile(ms.plain, 0.5), 25)
say('ingest of a 4 KB article, ms', quantile(ms.add, 0.5) - quantile(ms.plain, 0.5), 1)
say('index, bytes an article', index / stats.articles, 800)
say('memory, MB, for the archive', (memory.rss - before.rss) / 1e6, 100)

/** @param {() => Promise<string>} work */
async function time(work) {
  const start = performance.now()
  const answer = await work()
  return { ms: performance.now() - start, answer }
}

/** @param {number[]} figures @param {number} q */
function quantile(figures, q) {
  return [...figures].sort((a, b) => a - b)[Math.floor((figures.length - 1) * q)]
}

/** @param {string} what @param {number} figure @param {number} bar */
function say(what, figure, bar) {
  console.log(`${what.padEnd(32)} ${figure.toFixed(2).padStart(8)}  bar ${bar}: ${figure <= bar ? 'kept' : 'missed'}`)
}
