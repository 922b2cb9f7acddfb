/**
 * A newsroom for tests: the built Worker in workerd, offline, with a database in memory
 * or in a folder, tokens of every kind, and the answers held against openapi.json.
 */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { Miniflare, Response } from 'miniflare'
import { unstable_splitSqlQuery as splitSqlQuery } from 'wrangler'

import { validate } from './openapi.js'

/** SLUGLINE_WORKER names another build than build/dist/worker, with a slash at its end. */
const worker = process.env.SLUGLINE_WORKER ?? fileURLToPath(new URL('../../../build/dist/worker/', import.meta.url))
const migrations = new URL('../migrations/', import.meta.url)

/** @param {string} name */
const tokenOf = (name) => `slug_${name}_${createHash('sha256').update(name).digest('base64url')}`

/** @param {string} name @param {string[]} scopes @param {string} [expires] */
const entryOf = (name, scopes, expires) => ({ name, sha256: createHash('sha256').update(tokenOf(name)).digest('hex'), scopes, ...(expires && { expires }) })

export const TOKENS = {
  reader: tokenOf('reader'),
  writer: tokenOf('writer'),
  admin: tokenOf('admin'),
  ended: tokenOf('ended'),
  forged: tokenOf('writer').slice(0, -1) + (tokenOf('writer').endsWith('A') ? 'B' : 'A'),
  unknown: tokenOf('nobody'),
}

export const LIST = JSON.stringify([
  entryOf('reader', ['read']),
  entryOf('writer', ['read', 'write'], '2099-01-01T00:00:00Z'),
  entryOf('admin', ['read', 'write', 'admin']),
  entryOf('ended', ['read', 'write', 'admin'], '2020-01-01T00:00:00Z'),
])

/** @typedef {{ method?: string, token?: string | null, headers?: Record<string, string>, body?: any, json?: unknown }} Ask */

export class Newsroom {
  /** @type {Miniflare} */
  #miniflare
  /** @type {URL} */
  #url
  /** What the Worker wrote to its log. @type {string[]} */
  log

  /**
   * @param {object} [options]
   * @param {Record<string, unknown>} [options.vars]
   * @param {string} [options.folder] where the database lies
   * @param {string[]} [options.databases] bindings
   * @param {number} [options.migrated] how many migrations to apply
   * @param {(request: any) => any} [options.outside] answers what the Worker fetches
   * @param {object} [options.ratelimits]
   * @param {number} [options.inspectorPort]
   */
  static async open({ vars = {}, folder, databases = ['DB'], migrated, outside, ...more } = {}) {
    const log = /** @type {string[]} */ ([])
    const miniflare = new Miniflare(/** @type {any} */ ({
      modules: [
        { type: 'ESModule', path: worker + 'index.js' },
        { type: 'CompiledWasm', path: worker + 'engine.wasm' },
        { type: 'CompiledWasm', path: worker + 'app.wasm' },
      ],
      modulesRoot: worker,
      compatibilityDate: '2026-04-01',
      host: '127.0.0.1',
      port: 0,
      d1Databases: Object.fromEntries(databases.map((name) => [name, name])),
      ...(folder ? { d1Persist: folder } : {}),
      bindings: { TOKENS: LIST, RATE_PER_MINUTE: '1000000', ...vars },
      outboundService: outside ?? (() => new Response('there is no outside here', { status: 502 })),
      handleRuntimeStdio: (/** @type {import('node:stream').Readable} */ stdout, /** @type {import('node:stream').Readable} */ stderr) => {
        for (const stream of [stdout, stderr]) stream.on('data', (piece) => log.push(String(piece)))
      },
      ...more,
    }))
    const newsroom = new Newsroom(miniflare, await miniflare.ready, log)
    for (const name of databases) await newsroom.migrate(name, 0, migrated)
    return newsroom
  }

  /** @param {Miniflare} miniflare @param {URL} url @param {string[]} log */
  constructor(miniflare, url, log) {
    this.#miniflare = miniflare
    this.#url = url
    this.log = log
  }

  get url() {
    return this.#url
  }

  get miniflare() {
    return this.#miniflare
  }

  close() {
    return this.#miniflare.dispose()
  }

  /** @param {string} [binding] @returns {Promise<any>} */
  database(binding = 'DB') {
    return this.#miniflare.getD1Database(binding)
  }

  /** Applies migrations as wrangler does, statement by statement. @param {string} [binding] @param {number} [from] @param {number} [to] */
  async migrate(binding = 'DB', from = 0, to = Infinity) {
    const database = await this.database(binding)
    const there = await database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'articles'").first('n')
    if (there && from === 0) return
    for (const name of (await readdir(migrations)).filter((file) => file.endsWith('.sql')).sort().slice(from, to)) {
      const text = await readFile(new URL(name, migrations), 'utf8')
      await database.batch(splitSqlQuery(text).map((statement) => database.prepare(statement)))
    }
  }

  /**
   * Asks, and holds the answer against openapi.json.
   * @param {string} path
   * @param {Ask} [ask]
   */
  async ask(path, { method, token = TOKENS.admin, headers = {}, body, json } = {}) {
    const sent = json === undefined ? body : JSON.stringify(json)
    const answer = await fetch(new URL(path, this.#url), {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      // A connection of its own: workerd closes idle ones after 5 s, and a busy Node, which means to after 4, may still ask on them.
      // Nothing is asked twice, so a workerd that dies is seen.
      headers: { Connection: 'close', ...(token && { Authorization: `Bearer ${token}` }), ...(json !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      body: sent,
    }).catch((error) => {
      throw new Error(`${path} was not answered: ${error.cause ?? error}. workerd said: ${this.log.slice(-5).join('')}`)
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const type = answer.headers.get('Content-Type') ?? ''
    const value = /json/.test(type) ? JSON.parse(text) : undefined
    validate(method ?? (sent === undefined ? 'GET' : 'POST'), path, answer.status, type, value)
    assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff')
    return { status: answer.status, headers: answer.headers, type, text, value, bytes }
  }

  /** @param {string} path @param {unknown} json @param {Ask} [ask] */
  post(path, json, ask = {}) {
    return this.ask(path, { json, token: TOKENS.writer, ...ask })
  }
}
