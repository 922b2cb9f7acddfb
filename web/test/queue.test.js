// What waits to be sent, in the browser's own database: lists of older editions, several tabs,
// and a tab that is closed while it sends. The newsroom is played by the test.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'

import { example } from '../story/example.js'
import { built, kept, launch, serve, take, visit } from './site.js'

describe('stories that wait', { skip: !built && 'build the page first: make build' }, () => {
  /** @type {import('playwright-core').Browser} */
  let browser
  /** @type {{ url: string, close: () => Promise<void> }} */
  let server
  before(async () => {
    server = await serve()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await server?.close()
  })

  /** @typedef {{ key: string, title: string, answer: (id?: string) => Promise<unknown>, fail: () => Promise<unknown> }} Post */

  /**
   * A browser in which the second edition of the page has left a list.
   * @param {object[]} list
   * @param {(post: Post) => unknown} hear
   */
  async function left(list, hear) {
    const { context, page, noted, close } = await visit(browser, 'about:blank', {}, server.url)
    await context.route('**/api/v1/articles', (route, request) => {
      const { title } = request.postDataJSON()
      return hear({ key: request.headers()['idempotency-key'], title, answer: (id = title) => route.fulfill({ json: { id, added: true } }).catch(() => undefined), fail: () => route.abort() })
    })
    await context.route('**/old', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel=icon href="data:,"><title>old</title>' }))
    await page.goto(`${server.url}old`)
    await page.evaluate(async ({ list, url }) => {
      const opening = indexedDB.open('slugline', 2)
      opening.onupgradeneeded = () => {
        const stories = opening.result.createObjectStore('stories', { keyPath: 'id' })
        stories.createIndex('when', 'when')
        stories.createIndex('story', 'story')
        opening.result.createObjectStore('texts', { keyPath: 'id' })
        opening.result.createObjectStore('archive')
        const settings = opening.result.createObjectStore('settings')
        settings.put({ on: true, url, token: 'slug_desk_x' }, 'newsroom')
        settings.put(list, 'newsroom-outbox')
      }
      await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }))
      opening.result.close()
    }, { list, url: server.url })
    return { context, page, noted, close }
  }

  /** @param {string} title @param {object} [more] */
  const story = (title, more) => ({ key: `page-${title}`, to: server.url, title, text: `${title} was said.`, date: '', when: '2026-01-01T00:00:00.000Z', ...more })

  const open = async (/** @type {import('playwright-core').Page} */ page) => {
    await page.goto(server.url)
    await page.waitForSelector('slugline-intake')
  }

  const waiting = (/** @type {import('playwright-core').Page} */ page) =>
    page.evaluate(async () => (await /** @type {any} */ (document.querySelector('slugline-analyzer')).newsroom.outbox.waiting()).map((/** @type {any} */ { title, to, problem }) => [title, to, problem].filter(Boolean).join(' ')))

  test('a list of an older edition is kept, and goes where it was to go', async () => {
    const sent = /** @type {string[]} */ ([])
    const { page, noted, close } = await left(
      [story('Refused', { problem: 'too long' }), story('Elsewhere', { to: 'https://other.example/' }), story('First edition', { to: undefined }), story('Second edition')],
      ({ key, answer }) => (sent.push(key), answer()),
    )
    try {
      await open(page)
      await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['newsroom']?.sent.stories === 2)
      assert.deepEqual(sent.toSorted(), ['page-First edition', 'page-Second edition'])
      assert.deepEqual(await waiting(page), [`Refused ${server.url} too long`, 'Elsewhere https://other.example/'].toSorted((a, b) => (a < b ? 1 : -1)))
      await page.reload()
      await page.click('.bar .settings')
      await page.locator('slugline-newsroom li', { hasText: 'Elsewhere' }).waitFor()
      assert.equal(await page.locator('slugline-newsroom li').count(), 2)
      assert.deepEqual(noted, [])
    } finally {
      await close()
    }
  })

  test('two tabs send each once; what a closed tab was sending is sent when its claim has ended', async () => {
    const sent = /** @type {string[]} */ ([])
    const { context, page, close } = await left(['a', 'b', 'c'].map((title) => story(title)), ({ key, title, answer }) => {
      sent.push(key)
      return title === 'a' && sent.length === 1 ? undefined : answer() // the first never gets its answer
    })
    try {
      await open(page)
      while (!sent.length) await new Promise((resolve) => setTimeout(resolve, 20))
      const second = await context.newPage()
      await open(second)
      await second.waitForFunction(() => document.querySelector('slugline-analyzer')?.['newsroom']?.sent.stories === 2)
      assert.deepEqual(sent, ['page-a', 'page-b', 'page-c'])
      assert.deepEqual(await waiting(second), [`a ${server.url}`])
      await page.close()
      const later = await context.newPage()
      await later.addInitScript(() => {
        const now = Date.now
        Date.now = () => now() + 31_000
      })
      await open(later)
      await later.waitForFunction(() => document.querySelector('slugline-analyzer')?.['newsroom']?.sent.stories === 1)
      assert.deepEqual([sent.at(-1), await waiting(later)], ['page-a', []])
    } finally {
      await close()
    }
  })

  test('an element that is taken out of its page sends nothing more, and goes on when it is put back', async () => {
    let sent = 0
    const { context, page, close } = await left([story('a')], ({ fail }) => (sent++, fail()))
    try {
      await context.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel=icon href="data:,"><title>CMS</title><slugline-analyzer></slugline-analyzer><script type="module" src="embed/slugline.js"></script>' }))
      await page.clock.install()
      await page.goto(`${server.url}host`)
      await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['newsroom']?.wait > 5) // it will try again in five seconds
      const element = await page.evaluateHandle(() => /** @type {any} */ (document.querySelector('slugline-analyzer')))
      await element.evaluate((one) => one.remove())
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await page.clock.fastForward(60_000)
      assert.equal(sent, 1)
      await element.evaluate((one) => document.body.append(one))
      await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['newsroom']?.wait > 5)
      assert.equal(sent, 2)
    } finally {
      await close()
    }
  })

  test('to forget all is to forget what waits, too, and it is said', async () => {
    const { page, noted, close } = await left([story('a', { problem: 'too long' }), story('b', { to: 'https://other.example/' })], ({ fail }) => fail())
    try {
      await open(page)
      await page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).newsroom.point({ on: false, url: '', token: '' }))
      await take(page, example)
      await kept(page, 1)
      await page.click('.bar .past')
      const foot = page.locator('slugline-keep')
      await foot.locator('.manage').click()
      await foot.locator('.forget').click()
      await foot.locator('.forget', { hasText: 'the 2 stories that wait for the newsroom, too' }).waitFor()
      assert.equal((await waiting(page)).length, 2)
      await foot.locator('.forget').click()
      await foot.locator('.told', { hasText: '1 story forgotten. The 2 stories that waited for the newsroom will not be sent.' }).waitFor()
      assert.deepEqual(await waiting(page), [])
      assert.equal(await page.evaluate(() => document.querySelector('slugline-analyzer')?.['newsroom']?.waiting.length), 0)
      assert.deepEqual(noted, [])
    } finally {
      await close()
    }
  })
})
