// What waits to be sent to a newsroom: kept through dead networks, refusals and two tabs,
// and sent once.

import { test } from 'node:test'
import assert from 'node:assert/strict'

import { NewsroomApi, NewsroomError, addressOf } from '../newsroom/api.js'
import { Outbox, keyOf, mostWaiting } from '../newsroom/outbox.js'

/** A store and a lock that two tabs share. */
function shared() {
  const settings = /** @type {Map<string, any>} */ (new Map())
  const store = { setting: async (/** @type {string} */ name) => settings.get(name), set: async (/** @type {string} */ name, /** @type {any} */ value) => void settings.set(name, structuredClone(value)) }
  let last = Promise.resolve()
  const alone = /** @type {import('../newsroom/outbox.js').Alone} */ ((work) => {
    const mine = last.then(work)
    last = /** @type {Promise<any>} */ (mine).catch(() => undefined)
    return mine
  })
  return { tab: () => new Outbox(store, alone) }
}

/** @param {number} n */
const story = (n) => ({ key: `key-${n}`, to: 'https://x.example/', title: `Story ${n}`, text: 'Words.', date: '', when: '2026-01-01T00:00:00Z' })

test('two tabs send each story once, in order', async () => {
  const { tab } = shared()
  const [one, two] = [tab(), tab()]
  for (let n = 0; n < 5; n++) await one.put(story(n))
  await two.put(story(3)) // known already
  const sent = /** @type {string[]} */ ([])
  const api = { url: 'https://x.example/', share: async (/** @type {any} */ { title }, /** @type {string} */ key) => (await new Promise((resolve) => setTimeout(resolve, 1)), sent.push(key), { id: `a-${title}`, added: true }) }
  assert.deepEqual(await Promise.all([one.send(api), two.send(api)]), [null, null])
  assert.deepEqual(sent, [0, 1, 2, 3, 4].map((n) => `key-${n}`))
  assert.deepEqual(await two.waiting(), [])
  assert.deepEqual((await one.shared())['https://x.example/ key-2'], 'a-Story 2')
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
  assert.equal((await outbox.send(api))?.code, 'offline')
  assert.equal((await outbox.waiting()).length, 3)
  alive = true
  assert.equal(await outbox.send(api), null)
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
  assert.equal(await outbox.send(api('https://z.example/'), true), null)
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
