/** Who is let in, how often, how much; and what hostile requests get. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Response } from 'miniflare'

import { HostileRequests, sendSlowly } from './hostile.js'
import { loose } from './loose.js'
import { Newsroom, TOKENS } from './newsroom.js'
import { LOAN, longStory, story } from './stories.js'

/** @param {Parameters<typeof Newsroom.open>[0]} options @param {(newsroom: Newsroom) => Promise<void>} use */
async function within(options, use) {
  const newsroom = await Newsroom.open(options)
  try {
    await use(newsroom)
  } finally {
    await newsroom.close()
  }
}

test('without tokens nobody is let in, nor with a list that is broken', async () => {
  for (const TOKENS_ of ['', '[]', '{', '[{"name":"a","sha256":"00","scopes":["read"]}]', '[{"name":"a","sha256":"' + '0'.repeat(64) + '","scopes":["everything"]}]']) {
    await within({ vars: { TOKENS: TOKENS_ } }, async (newsroom) => {
      for (const path of ['/api/v1/analyze', '/api/v1/articles']) {
        const { status, value } = await newsroom.post(path, { text: LOAN })
        assert.deepEqual([status, value.type], [503, 'urn:slugline:problem:configuration'], TOKENS_)
      }
      const database = await newsroom.database()
      assert.equal(await database.prepare('SELECT count(*) AS n FROM articles').first('n'), 0)
    })
  }
})

test('Cloudflare Access lets in whom it has signed for', async () => {
  const team = 'https://newsroom.cloudflareaccess.com'
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
  const [good, other] = [await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']), await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])]
  const jwk = { ...await crypto.subtle.exportKey('jwk', good.publicKey), kid: 'one' }
  const part = (/** @type {unknown} */ value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: team, aud: ['desk'], exp: now + 600, nbf: now - 5, email: 'jane@newsroom.example' }
  /** @param {object} [changed] @param {object} [head] @param {CryptoKey} [key] */
  const sign = async (changed = {}, head = {}, key = good.privateKey) => {
    const body = `${part({ alg: 'RS256', kid: 'one', ...head })}.${part({ ...claims, ...changed })}`
    return `${body}.${Buffer.from(await crypto.subtle.sign(algorithm.name, key, Buffer.from(body))).toString('base64url')}`
  }
  let fetched = 0
  const outside = (/** @type {Request} */ request) => {
    assert.equal(request.url, `${team}/cdn-cgi/access/certs`)
    fetched++
    return Response.json({ keys: [jwk] })
  }
  await within({ vars: { TOKENS: '', ACCESS_TEAM: team, ACCESS_AUDIENCE: 'desk', ACCESS_SCOPES: 'read write cron everything' }, outside }, async (newsroom) => {
    const ask = async (/** @type {string} */ jwt, /** @type {string} */ method = 'GET') =>
      (await newsroom.ask('/api/v1/articles', { method, token: null, headers: { 'Cf-Access-Jwt-Assertion': jwt, 'Content-Type': 'application/json' }, body: method === 'POST' ? JSON.stringify({ text: LOAN }) : undefined })).status
    assert.equal(await ask(await sign()), 200)
    assert.equal(await ask(await sign(), 'POST'), 201)
    const refused = {
      'another audience': await sign({ aud: ['shop'] }),
      'another team': await sign({ iss: 'https://evil.cloudflareaccess.com' }),
      'ended': await sign({ exp: now - 3600 }),
      'without an end': await sign({ exp: undefined }),
      'not yet': await sign({ nbf: now + 3600 }),
      'another key': await sign({}, {}, other.privateKey),
      'an unknown key': await sign({}, { kid: 'two' }),
      'no algorithm': `${part({ alg: 'none', kid: 'one' })}.${part(claims)}.`,
      'the key as a secret': await sign({}, { alg: 'HS256' }),
      'changed': (await sign()).replace(/\.[^.]+\./, `.${part({ ...claims, email: 'eve@evil.example' })}.`),
      'nonsense': 'a.b.c',
      'too long': 'a'.repeat(9000),
    }
    for (const [name, jwt] of Object.entries(refused)) assert.equal(await ask(jwt), 401, name)
    assert.equal((await newsroom.ask('/api/v1/export', { token: null, headers: { 'Cf-Access-Jwt-Assertion': await sign() } })).status, 403)
    assert.equal(fetched, 1, 'the keys are kept')
  })
})

test('a client that asks too often waits, others do not', () => within({ vars: { RATE_PER_MINUTE: '20' } }, async (newsroom) => {
  const statuses = []
  for (let i = 0; i < 30; i++) statuses.push((await newsroom.ask('/api/v1/articles', { token: TOKENS.reader })).status)
  assert.ok(statuses.filter((status) => status === 429).length >= 5, statuses.join())
  const { status, headers } = await newsroom.ask('/api/v1/articles', { token: TOKENS.reader })
  if (status === 429) assert.ok(Number(headers.get('Retry-After')) > 0)
  assert.equal((await newsroom.ask('/api/v1/articles', { token: TOKENS.writer })).status, 200)
  const guesses = []
  for (let i = 0; i < 30; i++) guesses.push((await newsroom.ask('/api/v1/articles', { token: TOKENS.forged })).status)
  assert.ok(guesses.includes(401) && guesses.includes(429) && new Set(guesses).size === 2, guesses.join())
}))

test('the Rate Limiting binding counts where there is one', () => within({ ratelimits: { RATE: { simple: { limit: 5, period: 60 } } } }, async (newsroom) => {
  const statuses = []
  for (let i = 0; i < 10; i++) statuses.push((await newsroom.post('/api/v1/analyze', { text: LOAN })).status)
  assert.deepEqual(statuses, [...Array(5).fill(200), ...Array(5).fill(429)])
}))

test('fifty at once are all answered, and an overflow is told when to come back', () => within({}, async (newsroom) => {
  const posts = await Promise.all(Array.from({ length: 50 }, (_, i) => newsroom.post('/api/v1/articles', longStory(i))))
  assert.deepEqual([...new Set(posts.map(({ status }) => status))], [201])
  const flood = await Promise.all(Array.from({ length: 120 }, () => newsroom.ask('/api/v1/articles', { token: TOKENS.reader })))
  const busy = flood.filter(({ status }) => status !== 200)
  assert.ok(busy.length < 120 && busy.every(({ status, headers }) => status === 503 && headers.get('Retry-After')), busy.map(({ status }) => status).join())
  assert.equal((await newsroom.ask('/api/v1/articles')).status, 200)
}))

test('a body that crawls in is given up, and holds up nobody', () => within({}, async (newsroom) => {
  const slow = sendSlowly(newsroom.url, TOKENS.writer)
  const start = performance.now()
  assert.equal((await newsroom.post('/api/v1/articles', story(1))).status, 201)
  assert.ok(performance.now() - start < 9000, 'the other request did not wait for it')
  assert.match(await slow, /^HTTP\/1\.1 408/)
}))

test('hostile requests get a 4xx, learn nothing and change nothing', () => within({}, async (newsroom) => {
  const hostile = new HostileRequests(newsroom, 7)
  await hostile.prepare()
  const result = await hostile.send(process.env.CI ? 10_000 : 400)
  assert.deepEqual({ server: result.server, leaked: result.leaked }, { server: [], leaked: [] })
  assert.ok(result.refused > 300, `${result.refused} refused`)
  await hostile.intact()
  assert.deepEqual(await loose(await newsroom.database()), {})
}))
