// What the page costs, held to bars that a busy machine keeps too: `make bench-page` has the
// ones we aim at. Tasks are counted in the processor's time, so that other programs do not
// count; the start and the frames, which only a clock can tell, have wide bars.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { longest, memory, quantile, start, typing } from '../../build/pagebench/measure.js'
import { article } from '../../build/pagebench/articles.js'
import { built, launch, serve } from './site.js'

/** @type {Awaited<ReturnType<typeof serve>>} */
let server
/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  assert.ok(built, 'build the site first: make build')
  server = await serve()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.close()
})

test('articles to measure with differ, and have the length asked for', () => {
  assert.equal(article(7, 5000).text.length, 5000)
  assert.equal(article(7, 5000).text, article(7, 5000).text)
  assert.equal(new Set(Array.from({ length: 300 }, (_, at) => article(at, 5000).text.slice(100))).size, 300)
})

test('the first names are on the page soon after it is opened', { timeout: 60000 }, async () => {
  const found = [await start(browser, server.url), await start(browser, server.url), await start(browser, server.url)]
  assert.ok(Math.min(...found) < 3000, found.join())
})

test('no article holds up the page', { timeout: 120000 }, async () => {
  const short = await longest(browser, server.url, 5_000)
  assert.ok(short.cpu < 50, `5 KB: ${short.cpu} ms`)
  const long = await longest(browser, server.url, 200_000)
  assert.ok(long.cpu < 100, `200 KB: ${long.cpu} ms`)
})

test('typing in a long article keeps frames coming', { timeout: 120000 }, async () => {
  const { frames, longest } = await typing(browser, server.url, 20_000, 72)
  assert.ok(longest.cpu < 50, `longest task: ${longest.cpu} ms`)
  assert.ok(quantile(frames, 0.5) < 34, `median frame: ${quantile(frames, 0.5)} ms`)
})

test('stories that have left the page leave its memory', { timeout: 180000 }, async () => {
  const { before, after } = await memory(browser, server.url, { pastes: 90, first: 45, bytes: 5000 })
  assert.ok(after < before * 1.1, `${before} bytes after 45 pastes, ${after} after 90`)
})
