/**
 * What an archive of ten million articles would take on D1: rows, bytes, databases,
 * queries and rows a request, and the bill. Measured on an archive of dev-set articles in
 * the real tables, at several sizes, then carried forward: bytes and rows written grow
 * with the articles; rows read by a comparison grow until an anchor's holders reach their
 * bound (store/find.go), which gives the worst case at any size.
 *
 *   node build/edgebench/simulate.js [ARTICLES 2000] [TARGET 10000000] [BYTES 0]
 *
 * BYTES leaves shorter articles out: those of the dev set have 900 on average.
 *
 * Prices and limits: developers.cloudflare.com/d1/platform/pricing and /limits, in 2026.
 */

import { readFile } from 'node:fs/promises'

import { Frame } from '../../web/engine/frame.js'
import { EngineHost } from '../../wasm/edge/host.js'
import { Newsroom } from '../../wasm/edge/test/newsroom.js'

const PRICE = { read: 0.001, written: 1.0, gigabyte: 0.75, requests: 0.3, base: 5 } // $ a million rows read, written; a GB and month; a million requests; a month
const INCLUDED = { read: 25_000, written: 50, gigabytes: 5, requests: 10 } // millions a month, GB
const DATABASE = 10 // GB that one database holds
const A_DAY = 5000 // articles that a large newsroom with its wires takes in

const [wanted = 2000, target = 10_000_000, least = 0] = process.argv.slice(2).map(Number)
const opAnchors = 32

const source = await readFile(new URL('../../wasm/edge/store/find.go', import.meta.url), 'utf8')
const [, sql = ''] = /const candidates = `([^`]+)`/.exec(source) ?? []
const bound = (/** @type {string} */ name) => Number(new RegExp(`${name}\\s*= (\\d+)`).exec(source)?.[1])
const lines = (await readFile(new URL('../../../shared/data/dedup/dev/corpus.jsonl', import.meta.url), 'utf8')).trim().split('\n')
const corpus = lines.map((line) => JSON.parse(line)).filter(({ text }) => text.length >= least)
const articles = Math.min(wanted, corpus.length - (corpus.length % 200))
const step = Math.floor(corpus.length / articles)
const stories = Array.from({ length: articles }, (_, i) => corpus[i * step])
const engine = new EngineHost(await WebAssembly.compile(await readFile(new URL('../../build/dist/engine.wasm', import.meta.url))))

const newsroom = await Newsroom.open()
try {
  const database = await newsroom.database()
  const sizes = [articles / 4, articles / 2, articles]
  /** @type {{ n: number, bytes: number, read: number, hits: number }[]} */
  const measured = []
  for (let done = 0; done < articles;) {
    const some = stories.slice(done, done + 50).map(({ id, title, text }) => ({ id: String(id), title, text }))
    await newsroom.post('/api/v1/articles:batch', { articles: some })
    done += some.length
    if (sizes.includes(done)) measured.push({ n: done, ...(await queries(database)) })
  }
  report(measured, await rows(database), await written(database))
} finally {
  await newsroom.close()
}

/** Rows read by comparisons of articles with the archive, on average. @param {any} database */
async function queries(database) {
  let read = 0
  let hits = 0
  const probes = stories.filter((_, i) => i % Math.ceil(articles / 100) === 0)
  for (const { title, text } of probes) {
    const anchors = engine.call(opAnchors, new Frame().article({ title, text }), (bytes) => new TextDecoder().decode(bytes))
    const { meta, results } = await database.prepare(sql).bind(anchors, bound('mostHolders') - 1, bound('mostCandidates')).all()
    read += meta.rows_read
    hits += results.length
  }
  const { meta } = await database.prepare('SELECT 1').all()
  return { bytes: meta.size_after, read: read / probes.length, hits: hits / probes.length }
}

/** Rows an article, by table. @param {any} database @returns {Promise<Record<string, number>>} */
async function rows(database) {
  const n = await database.prepare('SELECT count(*) AS n FROM articles').first('n')
  const counts = await Promise.all(['articles', 'contents', 'anchors', 'names', 'topics'].map(async (table) => [table, (await database.prepare(`SELECT count(*) AS n FROM ${table}`).first('n')) / n]))
  const bytes = await database.prepare('SELECT avg(length(record)) AS record, avg(length(anchors)) AS anchors FROM contents').first()
  return { ...Object.fromEntries(counts), 'bytes of a record': bytes.record, 'bytes of its anchors': bytes.anchors }
}

/** Rows that one article writes, indexes included, as D1 counts them. @param {any} database */
async function written(database) {
  const row = await database.prepare('SELECT id, digest, seen, story, title, words, source, record, corrections, anchors, names, keys, topics FROM incoming LIMIT 1').first()
  const columns = Object.keys(row)
  const values = { ...row, id: 'once more', digest: 'once more', record: new Uint8Array(row.record) }
  const { meta } = await database.prepare(`INSERT INTO incoming (${columns}, joined, request) VALUES (${columns.map(() => '?')}, '[]', 'key')`).bind(...columns.map((name) => values[name])).run()
  return meta.rows_written
}

/**
 * @param {{ n: number, bytes: number, read: number, hits: number }[]} measured
 * @param {Record<string, number>} each
 * @param {number} writes
 */
function report(measured, each, writes) {
  const last = /** @type {typeof measured[0]} */ (measured.at(-1))
  const first = measured[0]
  const perArticle = (last.bytes - first.bytes) / (last.n - first.n)
  console.log('measured')
  for (const { n, bytes, read, hits } of measured) console.log(`  ${n} articles: ${(bytes / 2 ** 20).toFixed(1)} MB; a comparison reads ${read.toFixed(0)} rows and brings ${hits.toFixed(1)} candidates`)
  console.log(`  rows an article: ${Object.entries(each).map(([name, n]) => `${name} ${n.toFixed(1)}`).join(', ')}`)
  console.log(`  an article writes ${writes} rows, in one statement`)
  // From one size to the next rows read grow by what more articles hold the same anchors.
  const growth = Math.max(0, Math.log(last.read / first.read) / Math.log(last.n / first.n))
  const carried = last.read * (target / last.n) ** growth
  const most = 8192 + 600 * 2 * bound('mostHolders') + 3 * bound('mostCandidates')
  const gigabytes = (target * perArticle) / 1e9
  const databases = Math.ceil(gigabytes / (0.9 * DATABASE))
  console.log(`at ${target.toLocaleString('en')} articles`)
  console.log(`  ${(perArticle / 1000).toFixed(2)} kB an article: ${gigabytes.toFixed(0)} GB, ${databases} databases of ${DATABASE} GB, ${Math.round(target / databases).toLocaleString('en')} articles each`)
  console.log(`  ${Math.round(target * each.anchors).toLocaleString('en')} anchors, ${Math.round(target * writes).toLocaleString('en')} rows written in all`)
  console.log(`  an article posted: ${2 * databases + 1} queries, two a database and one write (limits: 50 on the free plan, 1,000 on the paid)`)
  console.log(`  a comparison reads ${Math.min(carried, most).toFixed(0)} rows a database where growth goes on as measured (exponent ${growth.toFixed(2)}), never more than ${most.toLocaleString('en')} for 600 words`)
  const month = 30 * A_DAY
  const read = (month * databases * Math.min(carried, most)) / 1e6
  const cost = PRICE.base + Math.max(0, read - INCLUDED.read) * PRICE.read + Math.max(0, (month * writes) / 1e6 - INCLUDED.written) * PRICE.written
    + Math.max(0, gigabytes - INCLUDED.gigabytes) * PRICE.gigabyte + Math.max(0, month / 1e6 - INCLUDED.requests) * PRICE.requests
  console.log(`  ${A_DAY} articles a day: ${(target / A_DAY / 365).toFixed(1)} years to get there; then $${cost.toFixed(2)} a month (storage $${(Math.max(0, gigabytes - INCLUDED.gigabytes) * PRICE.gigabyte).toFixed(2)}, ${read.toFixed(0)} million rows read, ${((month * writes) / 1e6).toFixed(1)} million written)`)
}
