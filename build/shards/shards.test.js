/** A month on its way between two D1 databases of workerd: whole, once, and what is refused. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { loose } from '../../wasm/edge/test/loose.js'
import { Newsroom } from '../../wasm/edge/test/newsroom.js'
import { FERRY, LOAN, story } from '../../wasm/edge/test/stories.js'
import { moveMonth } from './month.js'

const built = existsSync(new URL('../dist/worker/index.js', import.meta.url))
const program = fileURLToPath(new URL('./move.js', import.meta.url))
const SHARDS = [{ from: '0000-00', binding: 'OLD' }, { from: '2026-05', binding: 'DB' }]

describe('moving a month', { skip: !built && 'build the Worker first: make worker' }, () => {
  /** @type {Newsroom} */
  let newsroom
  /** @type {Record<string, any>} */
  let databases = {}

  before(async () => {
    newsroom = await Newsroom.open({ vars: { SHARDS: JSON.stringify(SHARDS) }, databases: ['DB', 'OLD'] })
    databases = { DB: await newsroom.database('DB'), OLD: await newsroom.database('OLD') }
  })
  after(() => newsroom?.close())

  /** @param {'DB' | 'OLD'} name @param {(sql: string) => unknown} [first] runs before every statement */
  const database = (name, first = () => undefined) => ({
    async all(/** @type {string} */ sql, /** @type {unknown[]} */ ...params) {
      await first(sql)
      return (await databases[name].prepare(sql).bind(...params).all()).results
    },
  })

  /** @param {'DB' | 'OLD'} name @returns {Promise<string[]>} in the order of arrival */
  const held = async (name) => (await databases[name].prepare('SELECT id FROM articles ORDER BY seq').all()).results.map((/** @type {any} */ { id }) => id)

  /** Empties the archive, and fills the newer database as if it had been there for months. @param {[string, { title?: string, text: string, corrections?: object[] }][]} articles day and article, named 0, 1, … */
  async function filled(articles) {
    for (const one of Object.values(databases)) await one.batch([one.prepare('DELETE FROM articles'), one.prepare('DELETE FROM audit')])
    for (const [i, [day, article]] of articles.entries()) {
      const { status } = await newsroom.post('/api/v1/articles', { ...article, id: String(i) })
      assert.equal(status, 201)
      await databases.DB.prepare('UPDATE articles SET seen = ? WHERE id = ?').bind(`${day}T08:00:00Z`, String(i)).run()
    }
  }

  /** A story of the most bytes that the API takes, of letters that hardly pack. */
  const longStory = (seed = 1) => ({ text: Array.from({ length: 15_000 }, (_, i) => (Math.imul(seed * 15_000 + i, 2654435761) >>> 0).toString(36) + (i % 20 ? '' : '.')).join(' ').slice(0, 99_000) })
  const long = longStory()

  /** D1's HTTP API, as far as it is used. @param {(use: { url: string, failing: number[] }) => Promise<void>} use `failing`: statuses of the next answers */
  async function withApi(use) {
    const failing = /** @type {number[]} */ ([])
    const server = createServer(async (request, response) => {
      const [, name] = /^\/accounts\/desk\/d1\/database\/id-(\w+)\/query$/.exec(request.url ?? '') ?? []
      const pieces = []
      for await (const piece of request) pieces.push(piece)
      const say = (/** @type {number} */ status, /** @type {object} */ value) => response.writeHead(status, { 'Content-Type': 'application/json', 'Retry-After': '1' }).end(JSON.stringify(value))
      if (request.headers.authorization !== 'Bearer secret') return say(403, { success: false, errors: [{ message: 'Authentication error' }] })
      if (failing.length) return say(failing.shift() ?? 500, { success: false, errors: [{ message: 'later' }] })
      const { sql, params } = JSON.parse(String(Buffer.concat(pieces)))
      const { results } = await databases[name].prepare(sql).bind(...params).all()
      say(200, { success: true, result: [{ results, success: true }], errors: [] })
    })
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
    try {
      await use({ url: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`, failing })
    } finally {
      server.close()
    }
  }

  /** @param {string[]} args @param {Record<string, string>} env @returns {Promise<{ code: unknown, out: string }>} */
  const run = (args, env) => new Promise((resolve) => execFile('node', [program, ...args], { env: { ...process.env, ...env } }, (error, out, err) => resolve({ code: error?.code ?? 0, out: out + err })))

  test('the program moves a month, by the API of D1, and the archive is as it was', async () => {
    const edited = { title: 'Ferry: more hurt', text: FERRY.replace('31 people', '39 people') }
    await filled([
      ['2026-03-02', { title: 'Ferry runs aground', text: FERRY }], ['2026-03-05', { title: '“A loan” 😀 \\ \'; --', text: LOAN, corrections: [{ kind: 'not-a-name', name: 'Turkana' }] }],
      ['2026-03-31', long], ['2026-04-01', story(1)], ['2026-05-03', story(2)],
    ])
    const kept = (await newsroom.ask('/api/v1/articles/1')).value
    const folder = await mkdtemp(join(tmpdir(), 'slugline-shards-'))
    try {
      await withApi(async ({ url, failing }) => {
        const config = join(folder, 'wrangler.jsonc')
        const bound = ['DB', 'OLD', 'TWIN'].map((binding) => ({ binding, database_name: binding, database_id: `id-${binding === 'TWIN' ? 'DB' : binding}` }))
        await writeFile(config, JSON.stringify({ name: 'x', d1_databases: bound, vars: { SHARDS: JSON.stringify(SHARDS) } }))
        const env = { CLOUDFLARE_ACCOUNT_ID: 'desk', CLOUDFLARE_API_TOKEN: 'secret', CLOUDFLARE_API_BASE_URL: url, WRANGLER_SEND_METRICS: 'false' }
        const refused = /** @type {[string[], object, RegExp][]} */ ([
          [['2026-3', 'DB', 'OLD'], {}, /MONTH FROM TO/],
          [['2026-03', 'DB', 'OLD'], { CLOUDFLARE_API_TOKEN: '' }, /Set CLOUDFLARE_ACCOUNT_ID/],
          [['2026-03', 'DB', 'OLD'], { CLOUDFLARE_API_TOKEN: 'wrong' }, /D1 answered 403: Authentication error/],
          [['2026-03', 'DB', 'NONE'], {}, /no D1 database with the binding NONE/],
          [['2026-03', 'DB', 'TWIN'], {}, /one database/],
          [['2026-05', 'DB', 'OLD'], {}, /SHARDS gives 2026-05 to DB, not to OLD/],
          [['2026-04', 'DB', 'OLD'], {}, /still has 2026-03: the oldest month goes first/],
        ])
        for (const [args, more, words] of refused) {
          const { code, out } = await run([...args, config], { ...env, ...more })
          assert.deepEqual([code, words.test(out)], [1, true], out)
        }
        assert.equal((await held('OLD')).length, 0)
        failing.push(429, 503)
        const { code, out } = await run(['2026-03', 'DB', 'OLD', config], env)
        assert.deepEqual([code, /2026-03: 3 articles moved from DB to OLD/.test(out)], [0, true], out)
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    assert.deepEqual([await held('OLD'), await held('DB')], [['0', '1', '2'], ['3', '4']])
    for (const one of Object.values(databases)) assert.deepEqual(await loose(one), {})
    assert.deepEqual((await newsroom.ask('/api/v1/articles/1')).value, kept)
    assert.equal((await newsroom.ask('/api/v1/articles/2')).value.text, long.text)
    const { value } = await newsroom.post('/api/v1/articles', { id: 'edited', ...edited })
    assert.deepEqual(value.analysis.matches.map((/** @type {any} */ { id, verdict }) => [id, verdict]), [['0', 'updated']])
    assert.deepEqual((await newsroom.ask('/api/v1/articles?query=ferry')).value.articles.map((/** @type {any} */ { id }) => id), ['edited', '0'])
    assert.deepEqual((await newsroom.ask('/api/v1/articles')).value.articles.map((/** @type {any} */ { id }) => id), ['edited', '4', '3', '2', '1', '0'])
  })

  test('broken off at any statement nothing is lost, and the next run ends it', async () => {
    const articles = /** @type {[string, any][]} */ (Array.from({ length: 4 }, (_, i) => [`2026-03-0${i + 1}`, story(20 + i)]))
    const names = ['0', '1', '2', '3']
    for (let at = 1, broke = true; broke; at++) {
      await filled(articles)
      let n = 0
      const first = () => {
        if (++n === at) throw new Error('the line is dead')
      }
      broke = await moveMonth(database('DB', first), database('OLD', first), '2026-03').then(() => false, () => true)
      assert.deepEqual([...new Set([...await held('OLD'), ...await held('DB')])].sort(), names, `broken off at ${at}`)
      await moveMonth(database('DB'), database('OLD'), '2026-03')
      assert.deepEqual([await held('OLD'), await held('DB')], [names, []], `broken off at ${at}`)
      for (const one of Object.values(databases)) assert.deepEqual(await loose(one), {})
    }
  })

  test('what is removed meanwhile stays removed', async () => {
    const articles = /** @type {[string, any][]} */ (Array.from({ length: 2 }, (_, i) => [`2026-03-0${i + 1}`, story(30 + i)]))
    for (let at = 1, n = at; n >= at; at++) {
      await filled(articles)
      n = 0
      const first = async () => {
        if (++n === at) assert.equal((await newsroom.ask('/api/v1/articles/0', { method: 'DELETE' })).status, 204)
      }
      await moveMonth(database('DB', first), database('OLD', first), '2026-03')
      if (n >= at) assert.deepEqual([await held('OLD'), await held('DB')], [['1'], []], `removed at ${at}`)
    }
  })

  test('as many go at once as a statement takes', async () => {
    await filled(Array.from({ length: 8 }, (_, i) => [`2026-03-0${i + 1}`, longStory(i)]))
    assert.ok(await databases.DB.prepare('SELECT min(length(record)) AS n FROM contents').first('n') > 90_000)
    const steps = /** @type {number[][]} */ ([])
    assert.equal(await moveMonth(database('DB'), database('OLD'), '2026-03', (...step) => steps.push(step)), 8)
    assert.ok(steps.length > 1 && steps.at(-1)?.[1] === 0, JSON.stringify(steps))
    assert.deepEqual([await held('OLD'), await held('DB')], [['0', '1', '2', '3', '4', '5', '6', '7'], []])
  })

  test('months go oldest first, for lists are in the order of arrival', async () => {
    await filled([['2026-03-02', story(40)], ['2026-04-02', story(41)]])
    await moveMonth(database('DB'), database('OLD'), '2026-04')
    await assert.rejects(moveMonth(database('DB'), database('OLD'), '2026-03'), /the oldest months are moved first/)
    assert.deepEqual([await held('OLD'), await held('DB')], [['1'], ['0']])
  })
})
