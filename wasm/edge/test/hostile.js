/**
 * Requests that mean harm, made up from a seed: malformed JSON, wrong types, SQL in every
 * field, path tricks, large headers, bytes that are no UTF-8, forged and ended tokens.
 * None may bring about a 5xx, show anything of the inside, or change the archive.
 */

import assert from 'node:assert/strict'
import { request } from 'node:http'
import { connect } from 'node:net'

import { TOKENS } from './newsroom.js'
import { story } from './stories.js'

const SQL = ["'; DROP TABLE articles; --", "' OR 1=1 --", '"; DELETE FROM anchors; --', "x' UNION SELECT sql FROM sqlite_master --", '%27%20OR%201=1', "a') ; INSERT INTO audit VALUES (1,2,'delete','keep-1'); --", 'NEAR(a b)', '"*"', 'title:*', '\\', '\u2028', '$1', '?1', "json_each('[]')"]
const VALUES = /** @type {unknown[]} */ ([null, 0, -1, 1e308, true, [], {}, [[]], JSON.parse('{"toString":1}'), '', ' ', '\u0000', '\ud800', 'a'.repeat(3000), '__proto__', JSON.parse('{"__proto__":null,"constructor":1}'), ...SQL])
const PATHS = ['/api/v1/articles/..%2f..%2fhealthz', '/api/v1//articles', '/api/v1/articles/%00', '/api/v1/articles/%ff%fe', '/api/v1/articles/%2e%2e/', '/API/V1/articles', '/api/v1/articles:batch/', '/api/v1/stories/%27', '/cron/retention', '/.env', '/api/v1/export/../../cron/retention', '/api/v1/articles/' + 'a'.repeat(3000), '/api/v1/articles/a%2Fb', '/api/v1/articles/{id}', '/_cf/secrets', '/api/v1/articles?cursor=%27', '/api/v1/articles?' + 'a=1&'.repeat(400), '/engine.wasm', '/index.js']
/** Bodies for /matches, whose fields and sizes are others than an article's. */
const ANCHORS = /** @type {unknown[]} */ ([[], [[]], [{}], [null], [0], [''], ['AAAAAAAA', 7], ['AAAAAAA\u0000'], ['AAAAAAA\ud800'], ['AAAA+/=='], ['ＡAAAAAAA'], Array(8312).fill('AAAAAAAA'), Array(8313).fill('AAAAAAAA'), Array(60_000).fill('A'), SQL, SQL.map((one) => one.slice(0, 8).padEnd(8, "'"))])
/** What no answer may hold: of Go, of SQLite, of the files here, of the secrets. */
const INSIDE = /goroutine|runtime error|panic|SQLITE|sqlite_|D1_ERROR|\.go:\d|\.js:\d|at [\w.]+ \(|node_modules|sha256|CREATE TABLE|slug_(reader|writer|admin)/i

/** @typedef {{ method: string, headers: Record<string, string>, body?: string | Uint8Array }} Init */

export class HostileRequests {
  #newsroom
  #state
  #kept = ''

  /** @param {import('./newsroom.js').Newsroom} newsroom @param {number} seed */
  constructor(newsroom, seed) {
    this.#newsroom = newsroom
    this.#state = seed
  }

  /** Puts articles into the archive that must be there afterwards, as they were. */
  async prepare() {
    await this.#newsroom.post('/api/v1/articles:batch', { articles: Array.from({ length: 10 }, (_, i) => ({ ...story(9000 + i), id: `keep-${i}` })) })
    this.#kept = await this.#look()
  }

  async intact() {
    assert.equal(await this.#look(), this.#kept)
  }

  async #look() {
    const { results } = await (await this.#newsroom.database()).prepare("SELECT id, digest, seen, title, hex(record) AS record, anchors, names FROM articles JOIN contents USING (seq) WHERE id LIKE 'keep-%' ORDER BY id").all()
    assert.equal(results.length, 10)
    return JSON.stringify(results)
  }

  /** @param {number} n @returns {Promise<{ server: string[], leaked: string[], refused: number, statuses: Record<number, number> }>} */
  async send(n) {
    const result = { server: /** @type {string[]} */ ([]), leaked: /** @type {string[]} */ ([]), refused: 0, statuses: /** @type {Record<number, number>} */ ({}) }
    for (let i = 0; i < n; i += 8) {
      await Promise.all(Array.from({ length: Math.min(8, n - i) }, async () => {
        const { path, init } = this.#make()
        const answer = await askAlone(this.#newsroom.url, path, init)
        const { text } = answer
        const what = `${init.method} ${path.slice(0, 80)} ${String(init.body).slice(0, 120)}: ${answer.status} ${text.slice(0, 200)}`
        result.statuses[answer.status] = (result.statuses[answer.status] ?? 0) + 1
        if (answer.status >= 500 || answer.status === 0) result.server.push(what)
        if (answer.status >= 400) {
          result.refused++
          // What was sent may come back; what was not may not.
          const told = SQL.reduce((rest, one) => rest.replaceAll(JSON.stringify(JSON.stringify(one)).slice(1, -1), '').replaceAll(JSON.stringify(one).slice(1, -1), ''), text)
          if (INSIDE.test(told) || INSIDE.test(answer.headers)) result.leaked.push(what)
        }
      }))
    }
    return result
  }

  /** @returns {{ path: string, init: Init }} */
  #make() {
    const token = this.#pick([TOKENS.writer, TOKENS.writer, TOKENS.writer, TOKENS.reader, TOKENS.ended, TOKENS.forged, TOKENS.unknown, "slug_writer_' OR 1=1", ''])
    /** @type {Record<string, string>} */
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const sql = encodeURIComponent(this.#pick(SQL))
    const route = this.#pick(['/api/v1/analyze', '/api/v1/articles', '/api/v1/articles:batch', '/api/v1/matches'])
    switch (this.#roll(9)) {
      case 0: return { path: this.#pick(PATHS), init: { method: this.#pick(['GET', 'POST', 'DELETE', 'PUT', 'PATCH']), headers } }
      case 1: return { path: route, init: { method: 'POST', headers, body: this.#broken() } }
      case 2: return { path: `/api/v1/articles?${this.#pick(['query', 'entity', 'topic', 'after', 'cursor', 'limit'])}=${sql}`, init: { method: 'GET', headers } }
      case 3: return { path: `/api/v1/${this.#pick(['articles', 'stories'])}/${sql}${this.#pick(['', '/matches'])}`, init: { method: this.#pick(['GET', 'DELETE']), headers } }
      case 4: return { path: route, init: { method: 'POST', headers: { ...headers, [this.#pick(['X-Long', 'Idempotency-Key', 'Origin', 'Cf-Access-Jwt-Assertion'])]: 'x'.repeat(this.#roll(12_000)) }, body: '{}' } }
      case 5: return { path: route, init: { method: 'POST', headers, body: this.#bytes() } }
      case 6: return { path: route, init: { method: 'POST', headers: { ...headers, 'Content-Type': this.#pick(['', 'text/html', 'application/json; charset=utf-7', 'multipart/form-data', 'text/plain']) }, body: this.#broken() } }
      case 7: {
        const body = { anchors: this.#pick([...ANCHORS, ...VALUES]), ...(this.#roll(2) && { [this.#pick(['words', 'Anchors', 'title', 'record'])]: this.#pick(VALUES) }) }
        return { path: '/api/v1/matches', init: { method: 'POST', headers, body: JSON.stringify(body) } }
      }
      default: {
        const field = this.#pick(['id', 'title', 'text', 'date', 'corrections', 'articles', 'colour'])
        const body = { ...(this.#roll(2) ? {} : { text: 'Nothing of note.' }), [field]: this.#pick(VALUES) }
        return { path: route, init: { method: 'POST', headers, body: JSON.stringify(route.endsWith('batch') && this.#roll(2) ? { articles: [body, this.#pick(VALUES)] } : body) } }
      }
    }
  }

  #broken() {
    return this.#pick(['{', '[', '"', '{"text":"a"', '{"text":}', '{"text":"\\ud800"}', '{"text":"a"}x', '{"text":1e999}', '['.repeat(5000), '{"a":'.repeat(3000), '{"text":"a","text":"b"}', 'null', '', '\ufeff{"text":"a"}', '{"__proto__":{"text":"a"}}'])
  }

  #bytes() {
    return Uint8Array.from({ length: 1 + this.#roll(200) }, () => this.#roll(256))
  }

  /** @template T @param {T[]} list @returns {T} */
  #pick(list) {
    return list[this.#roll(list.length)]
  }

  /** @param {number} n */
  #roll(n) {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * n)
  }
}

/**
 * One request on a connection of its own, with the path as it is. Status 0: no answer.
 * @param {URL} url
 * @param {string} path
 * @param {Init} init
 * @returns {Promise<{ status: number, headers: string, text: string }>}
 */
function askAlone(url, path, { method, headers, body }) {
  return new Promise((resolve) => {
    const size = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const sent = request({ host: url.hostname, port: url.port, path, method, headers: { ...headers, ...size }, agent: false }, (answer) => {
      const pieces = /** @type {Buffer[]} */ ([])
      answer.on('data', (piece) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.rawHeaders.join('\n'), text: Buffer.concat(pieces).toString() }))
    })
    sent.on('error', (error) => resolve({ status: 0, headers: '', text: String(error) }))
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer in a minute')))
    sent.end(body)
  })
}

/** Sends a body a byte a second, and returns what comes back. @param {URL} url @param {string} token @returns {Promise<string>} */
export function sendSlowly(url, token) {
  return new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname, () => {
      socket.write(`POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"text":"`)
    })
    const drip = setInterval(() => socket.write('a'), 1000)
    const done = (/** @type {string} */ text) => {
      clearInterval(drip)
      socket.destroy()
      resolve(text)
    }
    socket.on('data', (piece) => done(String(piece)))
    socket.on('error', (error) => done(String(error)))
    socket.setTimeout(40_000, () => done('nothing came back'))
  })
}
