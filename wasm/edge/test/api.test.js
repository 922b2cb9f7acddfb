/** The API in workerd: every route, what each answers, and what it refuses. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { readFile } from 'node:fs/promises'

import { startEngine } from '../../../web/engine/engine.js'
import { LIST, Newsroom, TOKENS } from './newsroom.js'
import { described, seen } from './openapi.js'
import { FERRY, LOAN, story } from './stories.js'

/** @type {Newsroom} */
let newsroom

before(async () => void (newsroom = await Newsroom.open({ vars: { ALLOWED_ORIGINS: 'https://desk.example https://cms.example' } })))
after(() => newsroom.close())

test('says that it is well', async () => {
  const { status, value } = await newsroom.ask('/healthz', { token: null })
  assert.deepEqual([status, value], [200, { status: 'ok' }])
})

test('analyses JSON and text, in every format', async () => {
  const { value } = await newsroom.post('/api/v1/analyze', { title: 'A loan 😀', text: LOAN })
  const ruto = value.mentions.find((/** @type {any} */ m) => m.field === 'text' && LOAN.slice(m.start, m.end) === 'William Ruto')
  assert.equal(ruto?.type, 'person')
  assert.deepEqual(value.matches, [])
  for (const [format, type] of Object.entries({ ninjs: 'application/json', jsonld: 'application/ld+json', superdesk: 'application/json', csv: 'text/csv; charset=utf-8', html: 'text/html; charset=utf-8' })) {
    const answer = await newsroom.ask(`/api/v1/analyze?format=${format}`, { body: LOAN, headers: { 'Content-Type': 'text/plain' } })
    assert.deepEqual([answer.status, answer.type], [200, type])
    assert.match(answer.text, /Ruto/)
  }
  const corrected = await newsroom.post('/api/v1/analyze', { text: LOAN, corrections: [{ kind: 'not-a-name', name: 'Turkana' }] })
  assert.ok(!corrected.value.entities.some((/** @type {any} */ e) => e.name === 'Turkana'))
})

test('adds an article once, finds its copies, shows it, removes it', async () => {
  const first = await newsroom.post('/api/v1/articles', { id: 'ferry', title: 'Ferry runs aground', text: FERRY, date: '2025-11-03' })
  assert.deepEqual([first.status, first.value.added, first.headers.get('Location')], [201, true, '/api/v1/articles/ferry'])
  const again = await newsroom.post('/api/v1/articles', { title: 'Ferry runs aground', text: FERRY })
  assert.deepEqual([again.status, again.value.added, again.value.id, again.value.firstSeen], [200, false, 'ferry', first.value.firstSeen])
  const later = await newsroom.post('/api/v1/articles', { id: 'ferry 2/é'.replace('/', '-'), title: 'Ferry: more hurt', text: FERRY.replace('31 people', '39 people') })
  assert.equal(later.status, 201)
  const [match] = later.value.analysis.matches
  assert.deepEqual([match.id, match.verdict, match.changes[0].here, match.changes[0].there], ['ferry', 'updated', '39', '31'])
  assert.equal(later.value.story, first.value.story)

  const kept = await newsroom.ask('/api/v1/articles/ferry', { token: TOKENS.reader })
  assert.deepEqual([kept.value.text, kept.value.givenTitle, kept.value.date], [FERRY, 'Ferry runs aground', '2025-11-03'])
  const matches = await newsroom.ask('/api/v1/articles/ferry/matches')
  assert.deepEqual(matches.value.matches.map((/** @type {any} */ m) => m.id), ['ferry 2-é'])
  const whole = await newsroom.ask(`/api/v1/stories/${first.value.story}`)
  assert.deepEqual(whole.value.articles.map((/** @type {any} */ a) => a.id), ['ferry 2-é', 'ferry'])

  assert.equal((await newsroom.ask(`/api/v1/articles/${encodeURIComponent('ferry 2-é')}`, { method: 'DELETE' })).status, 204)
  assert.equal((await newsroom.ask(`/api/v1/articles/${encodeURIComponent('ferry 2-é')}`)).status, 404)
  assert.deepEqual((await newsroom.ask('/api/v1/articles/ferry/matches')).value.matches, [])
  assert.equal((await newsroom.ask('/api/v1/articles/nobody/matches')).status, 404)
  const database = await newsroom.database()
  const { results } = await database.prepare('SELECT who, action, article FROM audit').all()
  assert.deepEqual(results, [{ who: 'admin', action: 'delete', article: 'ferry 2-é' }])
})

test('finds articles by anchors alone, for a client that keeps its text', async () => {
  const engine = await startEngine({ wasm: await readFile(new URL('../../../build/dist/engine.wasm', import.meta.url)) })
  const edited = { title: 'Ferry: more hurt', text: FERRY.replace('31 people', '39 people') }
  const anchors = await engine.anchors(edited)
  const { value } = await newsroom.post('/api/v1/matches', { anchors }, { token: TOKENS.reader })
  const [{ id, title, words, copied, copiedFrom, verdict }] = value.candidates
  assert.deepEqual([id, title], ['ferry', 'Ferry runs aground'])
  assert.ok(words > 50 && copied > 0.5 && copiedFrom > 0.5 && copied < 1 && ['near', 'quotes'].includes(verdict), `${words} ${copied} ${copiedFrom} ${verdict}`)
  const twice = await newsroom.post('/api/v1/matches', { anchors: [...anchors, ...anchors], words: 10 * words }, { token: TOKENS.reader })
  assert.deepEqual([twice.value.candidates[0].copiedFrom, twice.value.candidates[0].copied], [copiedFrom, copiedFrom / 10], 'one that is said twice counts once')
  const matches = await engine.relate(edited, '2025-11-04T10:00:00Z', value.candidates)
  assert.deepEqual(matches.map(({ id, verdict, changes }) => [id, verdict, changes[0].there, changes[0].here]), [['ferry', 'updated', '31', '39']])
  assert.equal((await engine.recall(value.candidates[0])).text, FERRY)
  assert.deepEqual((await newsroom.post('/api/v1/matches', { anchors: ['AAAAAAAA'] })).value, { candidates: [] })
  for (const bad of [{}, { anchors: [] }, { anchors: ['short'] }, { anchors: ['AAAA+AAA'] }, { anchors: ['AAAAAAA\u0000'] }, { anchors: [7] }, { anchors: 'AAAAAAAA' }, { anchors: ['AAAAAAAA'], more: 1 }, { anchors: ['AAAAAAAA'], words: 1.5 }, { anchors: ['AAAAAAAA'], words: 1e9 }, { anchors: Array(8313).fill('AAAAAAAA') }, [], null]) {
    assert.equal((await newsroom.post('/api/v1/matches', bad)).status, 400, JSON.stringify(bad)?.slice(0, 60))
  }
  engine.close()
})

test('an Idempotency-Key is good for one article', async () => {
  const headers = { 'Idempotency-Key': 'wire 2025-11-03 no. 7' }
  const article = story(500)
  const answers = await Promise.all(Array.from({ length: 5 }, () => newsroom.post('/api/v1/articles', { ...article, id: undefined }, { headers })))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 201])
  assert.equal(new Set(answers.map(({ value }) => value.id)).size, 1)
  assert.equal((await newsroom.post('/api/v1/articles', story(501), { headers })).status, 422)
  const { value: { id } } = answers[0]
  await newsroom.ask(`/api/v1/articles/${id}`, { method: 'DELETE' })
  assert.equal((await newsroom.post('/api/v1/articles', { ...article, id: undefined }, { headers })).status, 410)
  const other = await newsroom.post('/api/v1/articles', { ...story(502), id: undefined }, { headers, token: TOKENS.admin })
  assert.equal(other.status, 201, 'keys belong to a client')
})

test('an id stands for one text, a text for one id', async () => {
  await newsroom.post('/api/v1/articles', { id: 'taken', text: LOAN })
  assert.equal((await newsroom.post('/api/v1/articles', { id: 'taken', text: LOAN + '\n\nMore is to follow.' })).status, 409)
  assert.equal((await newsroom.post('/api/v1/articles', { id: 'another', text: LOAN })).status, 409)
  assert.equal((await newsroom.post('/api/v1/articles', { id: 'taken', text: LOAN })).status, 200)
})

test('a batch has an answer for each article, also of those that match within it', async () => {
  const one = story(600)
  const { value } = await newsroom.post('/api/v1/articles:batch', { articles: [one, { ...one, id: 'copy', title: 'Another title' }, { id: 'empty', text: ' ' }, { text: 7 }, one] })
  assert.deepEqual(value.results.map((/** @type {any} */ r) => r.status), [201, 201, 400, 400, 200])
  assert.deepEqual(value.results[1].matches.filter((/** @type {any} */ m) => m.duplicate), [{ id: one.id, title: one.title, verdict: 'exact', duplicate: true }])
})

test('lists by words, name, topic and time, page by page', async () => {
  const day = new Date(Date.now() - 3_600_000).toISOString()
  for (let i = 0; i < 7; i++) {
    await newsroom.post('/api/v1/articles', { id: `page-${i}`, title: `Zanzibar diary ${i}`, text: `${story(700 + i).text}\n\nThe diary of Halima Noor, day ${i}, was read aloud in Zanzibar.` })
  }
  const ids = []
  for (let cursor = '', pages = 0; pages < 5; pages++) {
    const { value } = await newsroom.ask(`/api/v1/articles?query=zanzibar+DIARY&limit=3${cursor}`)
    ids.push(...value.articles.map((/** @type {any} */ a) => a.id))
    if (!value.next) break
    cursor = `&cursor=${value.next}`
  }
  assert.deepEqual(ids, [6, 5, 4, 3, 2, 1, 0].map((i) => `page-${i}`))
  const byName = await newsroom.ask('/api/v1/articles?entity=halima%20NOOR&limit=100')
  assert.ok(byName.value.articles.length >= 7 && byName.value.articles.every((/** @type {any} */ a) => a.names.includes('Halima Noor')))
  const [topic] = byName.value.articles.flatMap((/** @type {any} */ a) => a.topics)
  const byTopic = await newsroom.ask(`/api/v1/articles?topic=${topic}&entity=halima+noor&query=diary&after=${day}`)
  assert.ok(byTopic.value.articles.length > 0 && byTopic.value.articles.every((/** @type {any} */ a) => a.topics.includes(topic)))
  assert.deepEqual((await newsroom.ask('/api/v1/articles?after=2099-01-01')).value.articles, [])
  assert.deepEqual((await newsroom.ask('/api/v1/articles?query=%22%20OR%20title%3A*%20NEAR(')).value.articles, [])
  for (const bad of ['limit=0', 'limit=x', 'limit=101', 'after=yesterday', 'cursor=abc', 'cursor=OS4x', 'colour=red', 'query=a&query=b', `query=${'a'.repeat(201)}`]) {
    assert.equal((await newsroom.ask(`/api/v1/articles?${bad}`)).status, 400, bad)
  }
})

test('every scope does what it may, and nothing else', async () => {
  await newsroom.post('/api/v1/articles', { id: 'matrix', text: LOAN + '\n\nAnother line for this one.' })
  const calls = /** @type {[string, string, any, string][]} */ ([
    ['POST', '/api/v1/analyze', { text: LOAN }, 'read'],
    ['GET', '/api/v1/articles', undefined, 'read'],
    ['GET', '/api/v1/articles/matrix', undefined, 'read'],
    ['GET', '/api/v1/articles/matrix/matches', undefined, 'read'],
    ['POST', '/api/v1/matches', { anchors: ['AAAAAAAA'] }, 'read'],
    ['GET', '/api/v1/stories/0123456789abcdef', undefined, 'read'],
    ['POST', '/api/v1/articles', { text: LOAN }, 'write'],
    ['POST', '/api/v1/articles:batch', { articles: [{ text: LOAN }] }, 'write'],
    ['GET', '/api/v1/export', undefined, 'admin'],
    ['DELETE', '/api/v1/articles/nobody', undefined, 'admin'],
  ])
  const may = { reader: ['read'], writer: ['read', 'write'], admin: ['read', 'write', 'admin'] }
  for (const [method, path, json, scope] of calls) {
    for (const [name, scopes] of Object.entries(may)) {
      const { status } = await newsroom.ask(path, { method, json, token: TOKENS[/** @type {'reader' | 'writer' | 'admin'} */ (name)] })
      assert.ok(scopes.includes(scope) ? [200, 404].includes(status) : status === 403, `${name} ${method} ${path}: ${status}`)
    }
    for (const token of [null, TOKENS.ended, TOKENS.forged, TOKENS.unknown, 'slug_admin_', 'x'.repeat(5000)]) {
      const { status, headers } = await newsroom.ask(path, { method, json, token })
      assert.equal(status, 401, `${method} ${path} with ${token}`)
      assert.match(headers.get('WWW-Authenticate') ?? '', /^Bearer/)
    }
  }
  assert.equal((await newsroom.ask('/cron/retention', { method: 'POST' })).status, 404, 'the timer cannot be called')
})

test('refuses what it cannot take, and says how to do better', async () => {
  const json = { 'Content-Type': 'application/json' }
  const calls = /** @type {[number, string, import('./newsroom.js').Ask][]} */ ([
    [400, '/api/v1/articles', { body: '{"text":', headers: json }],
    [400, '/api/v1/articles', { body: '{"text":"a"} {}', headers: json }],
    [400, '/api/v1/articles', { json: [] }],
    [400, '/api/v1/articles', { json: { text: 'a', colour: 1 } }],
    [400, '/api/v1/articles', { json: { text: 'a', id: 'a/b' } }],
    [400, '/api/v1/articles', { body: Buffer.from('{"text":"\xff"}', 'latin1'), headers: json }],
    [400, '/api/v1/articles', { json: { text: LOAN }, headers: { 'Idempotency-Key': 'a,b' } }],
    [400, '/api/v1/articles:batch', { json: { articles: [] } }],
    [400, '/api/v1/articles:batch', { json: { articles: Array(101).fill({ text: 'a' }) } }],
    [400, '/api/v1/analyze', { json: { text: 'a', corrections: [{ kind: 'odd', name: 'a' }] } }],
    [400, '/api/v1/analyze?format=pdf', { json: { text: 'a' } }],
    [413, '/api/v1/articles', { json: { text: 'a '.repeat(1 << 19) } }],
    [413, '/api/v1/articles', { json: { text: 'a '.repeat(50_001) } }],
    [413, '/api/v1/analyze', { json: { text: 'é '.repeat(35_000) } }],
    [415, '/api/v1/articles', { body: LOAN, headers: { 'Content-Type': 'text/plain' } }],
    [415, '/api/v1/analyze', { body: LOAN, headers: { 'Content-Type': 'application/xml' } }],
    [405, '/api/v1/articles/x', { method: 'POST', json: {} }],
    [405, '/api/v1/analyze', { method: 'GET' }],
    [405, '/api/v1/export', { method: 'DELETE' }],
    [404, '/api/v1/nothing', {}],
    [404, '/api/v1/stories/nothing', {}],
    [400, '/api/v1/articles/%ff', {}],
    [404, '/', {}],
  ])
  for (const [status, path, ask] of calls) {
    const answer = await newsroom.ask(path, ask)
    assert.equal(answer.status, status, `${path} ${JSON.stringify(ask).slice(0, 100)}: ${answer.text}`)
    assert.equal(answer.type, 'application/problem+json')
  }
})

test('a page of an allowed origin may ask, others may not', async () => {
  const preflight = await newsroom.ask('/api/v1/articles', { method: 'OPTIONS', token: null, headers: { Origin: 'https://desk.example', 'Access-Control-Request-Method': 'POST' } })
  assert.deepEqual([preflight.status, preflight.headers.get('Access-Control-Allow-Origin')], [204, 'https://desk.example'])
  const refused = await newsroom.ask('/api/v1/articles', { method: 'OPTIONS', token: null, headers: { Origin: 'https://desk.example.evil' } })
  assert.deepEqual([refused.status, refused.headers.get('Access-Control-Allow-Origin')], [403, null])
  const read = await newsroom.ask('/api/v1/articles', { headers: { Origin: 'https://evil.example' } })
  assert.equal(read.headers.get('Access-Control-Allow-Origin'), null)
  assert.equal((await newsroom.post('/api/v1/articles', { text: LOAN }, { headers: { Origin: 'null' } })).status, 403)
  const well = await newsroom.ask('/healthz', { token: null, headers: { Origin: 'https://evil.example' } })
  assert.deepEqual([well.status, well.headers.get('Access-Control-Allow-Origin')], [200, '*'], 'that it is there is no secret')
})

test('tokens are in no log and no answer', () => {
  const log = newsroom.log.join('')
  for (const token of Object.values(TOKENS)) assert.ok(!log.includes(token.slice(-20)), log)
  assert.ok(!log.includes(JSON.parse(LIST)[0].sha256))
})

test('the description has been tried, operation by operation', () => {
  // These need a broken server, or ten seconds of patience; safety.test.js and archive.test.js bring about the rest.
  const rare = /(405|408|413|429|500|503|400|401|403|415|422)$/
  assert.deepEqual(described.filter((one) => !seen.has(one) && !rare.test(one)), [])
})
