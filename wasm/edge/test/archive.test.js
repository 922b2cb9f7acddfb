/** The archive in D1: migrations, shards, retention, export, and what a crash leaves. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'node:test'

import { moveMonth } from '../../../build/shards/month.js'
import { startEngine } from '../../../web/engine/engine.js'
import { killDuringBatches } from './crash.js'
import { loose } from './loose.js'
import { Newsroom } from './newsroom.js'
import { FERRY, LOAN, story } from './stories.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const run = promisify(execFile)

/** @param {Parameters<typeof Newsroom.open>[0]} options @param {(newsroom: Newsroom) => Promise<void>} use */
async function within(options, use) {
  const newsroom = await Newsroom.open(options)
  try {
    await use(newsroom)
  } finally {
    await newsroom.close()
  }
}

test('an archive of before is brought up to date', () => within({ migrated: 1 }, async (newsroom) => {
  assert.equal((await newsroom.ask('/healthz', { token: null })).status, 503, 'the search table is not there yet')
  assert.equal((await newsroom.post('/api/v1/articles', { id: 'old', title: 'Ferry runs aground', text: FERRY })).status, 201)
  await newsroom.migrate('DB', 1)
  assert.equal((await newsroom.ask('/healthz', { token: null })).status, 200)
  assert.deepEqual((await newsroom.ask('/api/v1/articles?query=ferry+aground')).value.articles.map((/** @type {any} */ a) => a.id), ['old'])
  assert.equal((await newsroom.post('/api/v1/articles', { text: FERRY.replace('140', '150') })).value.analysis.matches[0].id, 'old')
  assert.deepEqual(await loose(await newsroom.database()), {})
}))

test('months lie in databases of their own and are one archive', () => {
  const month = new Date().toISOString().slice(0, 7)
  const SHARDS = JSON.stringify([{ from: '0000-00', binding: 'OLD' }, { from: month, binding: 'DB' }])
  return within({ vars: { SHARDS }, databases: ['DB', 'OLD'] }, async (newsroom) => {
    // As after a move: what is in the old database was written while it was the current one.
    for (const [id, text] of [['wire-1', FERRY], ['wire-2', LOAN]]) await newsroom.post('/api/v1/articles', { id, title: id, text })
    const [db, old] = await Promise.all(['DB', 'OLD'].map(async (name) => newsroom.database(name)))
    const asked = (/** @type {any} */ one) => ({ all: async (/** @type {string} */ sql, /** @type {unknown[]} */ ...params) => (await one.prepare(sql).bind(...params).all()).results })
    assert.equal(await moveMonth(asked(db), asked(old), month), 2)
    for (const one of [db, old]) assert.deepEqual(await loose(one), {})
    const { value } = await newsroom.post('/api/v1/articles', { id: 'wire-3', text: FERRY.replace('31 people', '39 people') })
    assert.deepEqual(value.analysis.matches.map((/** @type {any} */ m) => [m.id, m.verdict]), [['wire-1', 'updated']])
    assert.equal((await newsroom.post('/api/v1/articles', { id: 'wire-1', title: 'wire-1', text: FERRY })).value.added, false)
    const ids = []
    for (let next = ''; ;) {
      const page = (await newsroom.ask(`/api/v1/articles?limit=1${next}`)).value
      ids.push(...page.articles.map((/** @type {any} */ a) => a.id))
      if (!page.next) break
      next = `&cursor=${page.next}`
    }
    assert.deepEqual(ids, ['wire-3', 'wire-2', 'wire-1'])
    const articles = (await newsroom.ask(`/api/v1/stories/${value.story}`)).value.articles
    assert.deepEqual(articles.map((/** @type {any} */ a) => a.id), ['wire-3', 'wire-1'])
    assert.equal((await newsroom.ask('/api/v1/articles/wire-1', { method: 'DELETE' })).status, 204)
    assert.equal((await newsroom.ask('/api/v1/articles/wire-1')).status, 404)
  })
})

test('the timer removes what is older than may be kept, and says so', () => within({ vars: { RETENTION_DAYS: '30' } }, async (newsroom) => {
  for (const i of [1, 2, 3]) await newsroom.post('/api/v1/articles', story(i), { headers: { 'Idempotency-Key': `key-${i}` } })
  const database = await newsroom.database()
  await database.prepare("UPDATE articles SET seen = '2020-01-01T00:00:00Z' WHERE id <> 'story-3'").run()
  await database.prepare("UPDATE requests SET at = '2020-01-01T00:00:00Z' WHERE id = 'story-1'").run()
  const worker = /** @type {any} */ (await newsroom.miniflare.getWorker())
  assert.equal((await worker.scheduled({ cron: '17 3 * * *' })).outcome, 'ok')
  assert.deepEqual((await newsroom.ask('/api/v1/articles')).value.articles.map((/** @type {any} */ a) => a.id), ['story-3'])
  assert.deepEqual((await database.prepare('SELECT who, action, article FROM audit ORDER BY article').all()).results,
    [1, 2].map((i) => ({ who: 'retention', action: 'expire', article: `story-${i}` })))
  assert.equal(await database.prepare('SELECT count(*) AS n FROM requests').first('n'), 2)
  assert.deepEqual(await loose(database), {})
}))

test('two stories that an article joins are one, under either name', () => within({}, async (newsroom) => {
  const first = await newsroom.post('/api/v1/articles', { id: 'a', text: FERRY })
  const second = await newsroom.post('/api/v1/articles', { id: 'b', text: story(9).text })
  const database = await newsroom.database()
  // What the engine says of an article that is a version of both.
  await database.prepare(`INSERT INTO incoming (id, digest, seen, story, title, words, source, record, corrections, anchors, names, keys, topics, joined, request)
    SELECT 'c', 'c', seen, ?1, title, words, source, record, corrections, '[]', '[]', '[]', '[]', json_array(?2), '' FROM incoming WHERE id = 'a'`)
    .bind(first.value.story, second.value.story).run()
  for (const { value } of [first, second]) {
    const { articles } = (await newsroom.ask(`/api/v1/stories/${value.story}`)).value
    assert.deepEqual(articles.map((/** @type {any} */ a) => a.id), ['c', 'b', 'a'])
  }
}))

test('the export is an archive file that the engine reads', () => within({}, async (newsroom) => {
  const stories = Array.from({ length: 70 }, (_, i) => story(i))
  for (const part of [stories.slice(0, 35), stories.slice(35)]) {
    const { value } = await newsroom.post('/api/v1/articles:batch', { articles: part })
    assert.ok(value.results.every((/** @type {any} */ r) => r.status === 201))
  }
  const { bytes } = await newsroom.ask('/api/v1/export')
  assert.equal(new TextDecoder().decode(bytes.subarray(0, 8)), 'SLUGPACK')
  const blobs = readExport(bytes)
  assert.equal(blobs.length, 2)
  // Chunks without an index are what a damaged archive has, too: the engine finds nothing missing in them.
  const engine = await startEngine({ wasm: new URL('../../../build/dist/engine.wasm', import.meta.url) })
  const { damaged } = await engine.archive.open(blobs)
  assert.deepEqual(damaged, [])
  engine.close()
  assert.equal(blobs.reduce((sum, { bytes }) => sum + new DataView(bytes.buffer, bytes.byteOffset).getUint32(16, true), 0), 70, 'records')
}))

/** @param {Uint8Array} bytes */
function readExport(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const blobs = []
  for (let at = 12; at < bytes.length;) {
    const n = bytes[at]
    const name = new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + n))
    const size = view.getUint32(at + 1 + n, true)
    blobs.push({ name, bytes: bytes.slice(at + 9 + n, at + 9 + n + size) })
    at += 9 + n + size
  }
  return blobs
}

test('what was acknowledged outlives a kill, and nothing is left half', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slugline-crash-'))
  try {
    const wanted = process.env.CI ? 100 : 4
    const { kills, lost, half, acknowledged } = await killDuringBatches({ folder, kills: wanted, random: 1 })
    assert.deepEqual({ kills, lost, half }, { kills: wanted, lost: [], half: {} })
    assert.ok(acknowledged > 0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('wrangler takes the configuration, and the upload is small enough', async () => {
  const { stdout } = await run('npx', ['--no-install', 'wrangler', 'deploy', '--dry-run', '-c', 'wasm/edge/wrangler.jsonc'], { cwd: root, env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' } })
  const [, gzip, unit] = /gzip: ([\d.]+) (\w+)/.exec(stdout) ?? []
  assert.equal(unit, 'KiB', stdout)
  assert.ok(Number(gzip) <= 3072, stdout)
})
