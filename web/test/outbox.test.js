// What waits to be sent to a newsroom: kept through dead networks, refusals and two tabs,
// and sent once.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'

import { NewsroomApi, NewsroomError, addressOf, patience } from '../newsroom/api.js'
import { Outbox, keyOf, mostWaiting } from '../newsroom/outbox.js'
import { sha256 } from '../newsroom/sha256.js'
import { openMemory } from '../store/memory.js'

/** A store that tabs share, and their clock. */
function shared() {
  const store = openMemory()
  const clock = { now: 1_000_000_000_000 }
  return { clock, tab: () => new Outbox(store, () => clock.now) }
}

/** An answer that comes when it is let. @returns {{ waits: Promise<void>, come: () => void }} */
function answer() {
  let come = () => {}
  const waits = /** @type {Promise<void>} */ (new Promise((resolve) => (come = resolve)))
  return { waits, come }
}

/** @param {number} n */
const story = (n) => ({ key: `key-${n}`, to: 'https://x.example/', title: `Story ${n}`, text: 'Words.', date: '', when: '2026-01-01T00:00:00Z' })

test('two tabs send each story once', async () => {
  const { tab } = shared()
  const [one, two] = [tab(), tab()]
  for (let n = 0; n < 5; n++) await one.put(story(n))
  await two.put(story(3)) // known already
  const sent = /** @type {string[]} */ ([])
  const api = { url: 'https://x.example/', share: async (/** @type {any} */ { title }, /** @type {string} */ key) => (await new Promise((resolve) => setTimeout(resolve, 1)), sent.push(key), { id: `a-${title}`, added: true }) }
  const ended = await Promise.all([one.send(api), two.send(api)])
  assert.deepEqual(ended.map(({ error }) => error), [null, null])
  assert.equal(ended[0].sent + ended[1].sent, 5)
  assert.deepEqual(sent.toSorted(), [0, 1, 2, 3, 4].map((n) => `key-${n}`))
  assert.deepEqual(await two.waiting(), [])
  assert.deepEqual((await one.shared())['https://x.example/ key-2'], 'a-Story 2')
})

test('while one story is on its way others are put, sent and taken back, it is not', async () => {
  const { tab } = shared()
  const [one, two] = [tab(), tab()]
  await one.put(story(0))
  await one.put(story(1))
  const { waits, come } = answer()
  const slow = one.send({ url: 'https://x.example/', share: async () => (await waits, { id: 'slow', added: true }) })
  while (!(await two.waiting()).some(({ claimed }) => claimed)) await new Promise(setImmediate)
  assert.equal(await two.remove(story(0)), false)
  assert.equal(await two.remove(story(1)), true)
  await two.put(story(2))
  assert.deepEqual(await two.send({ url: 'https://x.example/', share: async () => ({ id: 'quick', added: true }) }), { sent: 1, error: null })
  come()
  assert.equal((await slow).sent, 1)
  assert.deepEqual([await one.waiting(), Object.values(await two.shared()).toSorted()], [[], ['quick', 'slow']])
})

test('what a closed tab was sending is sent by another, when the answer could not come any more', async () => {
  const { clock, tab } = shared()
  const [closed, open] = [tab(), tab()]
  await closed.put(story(0))
  await closed.claim(story(0), false)
  const sent = /** @type {string[]} */ ([])
  const api = { url: 'https://x.example/', share: async (/** @type {any} */ _, /** @type {string} */ key) => (sent.push(key), { id: 'there', added: false }) }
  clock.now += patience
  await open.send(api)
  assert.deepEqual([sent, (await open.waiting()).length], [[], 1])
  clock.now += patience
  await open.send(api)
  assert.deepEqual([sent, await open.waiting()], [['key-0'], []])
  await open.put(story(1))
  await closed.claim(story(1), false)
  clock.now -= 86_400_000 // the clock is put right
  assert.equal((await open.send(api)).sent, 1)
})

test('a tab that comes too late does not end the claim of another', async () => {
  const { clock, tab } = shared()
  const [late, other] = [tab(), tab()]
  await late.put(story(0))
  const first = await late.claim(story(0), false)
  clock.now += 2 * patience
  const second = await other.claim(story(0), false)
  assert.ok(first && second)
  await late.release(first)
  assert.equal(await late.claim(story(0), false), null)
  await other.release(second, 'too long')
  assert.deepEqual((await late.waiting()).map(({ problem, claimed }) => [problem, claimed]), [['too long', 0]])
})

test('a lost answer has the story sent again under the same key, and what is wrong with the page itself loses none', async () => {
  const outbox = shared().tab()
  await outbox.put(story(0))
  const arrived = /** @type {string[]} */ ([])
  const share = async (/** @type {any} */ _, /** @type {string} */ key) => {
    arrived.push(key)
    if (arrived.length === 1) throw new NewsroomError('offline', 'the answer was lost')
    if (arrived.length === 2) throw new TypeError('a mistake')
    return { id: 'there', added: false }
  }
  const api = { url: 'https://x.example/', share }
  assert.equal((await outbox.send(api)).error?.code, 'offline')
  await assert.rejects(outbox.send(api), TypeError)
  assert.deepEqual(await outbox.send(api), { sent: 1, error: null })
  assert.deepEqual([...new Set(arrived)], ['key-0'])
})

test('a dead network stops it, and nothing is lost; a refused story waits for the reader', async () => {
  const { tab } = shared()
  const outbox = tab()
  for (let n = 0; n < 3; n++) await outbox.put(story(n))
  let alive = false
  const api = {
    url: 'https://x.example/',
    async share(/** @type {any} */ { title }) {
      if (!alive) throw new NewsroomError('offline', 'no network')
      if (title === 'Story 1') throw new NewsroomError('refused', 'too long')
      return { id: title, added: true }
    },
  }
  assert.equal((await outbox.send(api)).error?.code, 'offline')
  assert.equal((await outbox.waiting()).length, 3)
  alive = true
  assert.deepEqual(await outbox.send(api), { sent: 2, error: null })
  assert.deepEqual((await outbox.waiting()).map(({ title, problem }) => [title, problem]), [['Story 1', 'too long']])
  await outbox.remove(story(1))
  assert.deepEqual(await outbox.waiting(), [])
})

test('a story goes to the newsroom that it was shared with, whatever is chosen since', async () => {
  const outbox = shared().tab()
  await outbox.put(story(0))
  await outbox.put({ ...story(0), to: 'https://y.example/' })
  const sent = /** @type {string[]} */ ([])
  const api = (/** @type {string} */ url) => ({ url, share: async () => (sent.push(url), { id: 'there', added: true }) })
  assert.equal((await outbox.send(api('https://z.example/'), true)).sent, 0)
  assert.deepEqual([sent, (await outbox.waiting()).length], [[], 2])
  await outbox.send(api('https://y.example/'))
  assert.deepEqual([sent, (await outbox.waiting()).map(({ to }) => to)], [['https://y.example/'], ['https://x.example/']])
  assert.deepEqual(Object.keys(await outbox.shared()), ['https://y.example/ key-0'])
})

test('the outbox has an end', async () => {
  const outbox = shared().tab()
  for (let n = 0; n < mostWaiting; n++) assert.ok(await outbox.put(story(n)))
  assert.equal(await outbox.put(story(mostWaiting)), false)
})

test('the same words have the same key, other words another', async () => {
  assert.equal(await keyOf({ title: 'A', text: 'b' }), await keyOf({ title: 'A', text: 'b' }))
  assert.notEqual(await keyOf({ title: 'A', text: 'b' }), await keyOf({ title: 'Ab', text: '' }))
  assert.match(await keyOf({ title: '', text: '\ud800' }), /^page-[0-9a-f]{64}$/)
})

test('where the browser has no crypto.subtle, the key is the same', async (t) => {
  const article = { title: 'Ferry', text: 'Ünïcode '.repeat(300) }
  const key = await keyOf(article)
  t.mock.getter(crypto, 'subtle', () => undefined)
  assert.equal(crypto.subtle, undefined)
  assert.equal(await keyOf(article), key)
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + length * 17) % 256)
    assert.deepEqual(Buffer.from(sha256(bytes)), createHash('sha256').update(bytes).digest(), `${length} bytes`)
  }
})

test('an address is a safe one', () => {
  assert.equal(addressOf(' https://slugline.example ', 'https://page.example/'), 'https://slugline.example/')
  assert.equal(addressOf('https://x.example/tools/slugline', 'https://page.example/'), 'https://x.example/tools/slugline/')
  assert.equal(addressOf('./', 'http://localhost:8787/'), 'http://localhost:8787/')
  for (const bad of ['http://slugline.example/', 'javascript:alert(1)', 'https://user:pass@x.example/', 'ftp://x.example', 'data:text/html,x', 'https://'])
    assert.throws(() => addressOf(bad, 'https://page.example/'), NewsroomError, bad)
})

test('every failure has words, and the token is in the header alone', async () => {
  const asked = /** @type {[URL, RequestInit][]} */ ([])
  const noted = /** @type {unknown[]} */ ([])
  let answer = () => new Response('{}', { status: 200 })
  const api = new NewsroomApi({ url: 'https://x.example/', token: 'slug_secret' }, /** @type {any} */ (async (/** @type {URL} */ url, /** @type {RequestInit} */ init) => (asked.push([url, init]), answer())), ({ what, bytes, to }) => noted.push([what, bytes, to]))
  /** @param {number} status @param {string} [body] @param {Record<string, string>} [headers] */
  const failure = async (status, body = '{}', headers = {}) => {
    answer = () => new Response(body, { status, headers })
    return api.candidates(['AAAAAAAA']).then(() => 'none', ({ code, after }) => `${code} ${after}`)
  }
  assert.deepEqual(
    await Promise.all([]).then(async () => [await failure(401), await failure(403, '{"type":"urn:slugline:problem:scope"}'), await failure(429, '{}', { 'Retry-After': '7' }), await failure(503), await failure(422, '{"detail":"x"}'), await failure(200, 'no json')]),
    ['token 0', 'token 0', 'busy 7', 'busy 0', 'refused 0', 'refused 0'],
  )
  assert.deepEqual([noted.length, noted[0]], [6, ['fingerprints', 24, 'https://x.example/']])
  for (const [url, { headers }] of asked) {
    assert.ok(!url.href.includes('secret'))
    assert.equal(/** @type {Record<string, string>} */ (headers).Authorization, 'Bearer slug_secret')
  }
})
