// The page on one origin and a newsroom's Worker on another: what has to be allowed on either
// side, and what the reader is told where it is not. In workerd, with the page built for it.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'

import { chromium } from 'playwright-core'

import { Newsroom, TOKENS } from '../../wasm/edge/test/newsroom.js'
import { FERRY, LOAN } from '../../wasm/edge/test/stories.js'
import { built, chromiumOptions, point, serve, take, visit } from './site.js'

const ready = built && existsSync(new URL('../../build/dist/worker/index.js', import.meta.url))

/** Where the page is served over plain http to machines that are not this one. */
const intranet = 'intranet.example'

describe('the page and a newsroom at another address', { skip: !ready && 'build page and Worker first: make build worker' }, () => {
  /** @type {import('playwright-core').Browser} */
  let browser
  /** @type {Newsroom} */
  let newsroom
  /** On the Worker's list, not on it, and built for no newsroom. @type {{ url: string, close: () => Promise<void> }[]} */
  let [desk, stranger, plain] = /** @type {any[]} */ ([])

  before(async () => {
    const origin = () => newsroom.url.origin
    ;[desk, stranger, plain] = await Promise.all([serve(origin), serve(origin), serve()])
    newsroom = await Newsroom.open({ vars: { ALLOWED_ORIGINS: `https://cms.example ${new URL(desk.url).origin} ${new URL(plainly()).origin}` } })
    browser = await chromium.launch({ ...chromiumOptions, args: [...(chromiumOptions.args ?? []), `--host-resolver-rules=MAP ${intranet} 127.0.0.1`] })
  })
  after(async () => {
    await browser?.close()
    await Promise.all([desk, stranger, plain].map((place) => place?.close()))
    await newsroom?.close()
  })

  const plainly = () => desk.url.replace('127.0.0.1', intranet)

  const titles = async () => (await newsroom.ask('/api/v1/articles')).value.articles.map((/** @type {any} */ { title }) => title)

  test('on its list: found by fingerprints, shared, and sent once the network is back', async () => {
    await newsroom.post('/api/v1/articles', { id: 'wire-7', title: 'Ferry runs aground', text: FERRY })
    const { page, context, noted, close } = await visit(browser, desk.url)
    /** @type {{ method: string, path: string, body: string }[]} */
    const sent = []
    context.on('request', (request) => {
      const { origin, pathname: path } = new URL(request.url())
      if (origin === newsroom.url.origin) sent.push({ method: request.method(), path, body: request.postData() ?? '' })
    })
    try {
      await page.evaluate(() => navigator.serviceWorker.ready)
      await point(page, TOKENS.writer, newsroom.url.origin)
      await page.locator('slugline-newsroom [role=status]', { hasText: 'the token is good' }).waitFor()
      await page.keyboard.press('Escape')

      sent.length = 0
      const edited = { title: 'Ferry: more hurt', text: FERRY.replace('31 people', '39 people') }
      await take(page, edited)
      const card = page.locator('slugline-elsewhere .match')
      await card.waitFor()
      assert.equal(await card.getAttribute('data-verdict'), 'updated')
      assert.deepEqual(sent.map(({ method, path }) => `${method} ${path}`), ['POST /api/v1/matches'])
      for (const word of new Set(edited.text.match(/[A-Za-z]{5,}/g))) assert.ok(!sent[0].body.includes(word), `${word} was sent`)

      await page.locator('slugline-elsewhere .share').click()
      await page.locator('slugline-elsewhere [role=status]', { hasText: 'the newsroom has it' }).waitFor()
      assert.deepEqual(await titles(), ['Ferry: more hurt', 'Ferry runs aground'])

      // Without a network the page still opens, and what is shared waits.
      await context.setOffline(true)
      await page.reload()
      await page.waitForSelector('slugline-intake')
      await take(page, { title: 'A loan', text: LOAN })
      await page.locator('slugline-elsewhere .share').click()
      await page.locator('slugline-elsewhere', { hasText: 'is sent by itself' }).waitFor()
      assert.equal((await titles()).length, 2)
      await context.setOffline(false)
      await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['newsroom']?.waiting.length === 0)
      assert.deepEqual(await titles(), ['A loan', 'Ferry: more hurt', 'Ferry runs aground'])

      // The proof names every request, and no other address was asked.
      await page.click('slugline-proof .badge')
      assert.equal(String(await page.locator('slugline-proof .sent li').count()), await page.locator('slugline-proof .badge').getAttribute('data-requests'))
      assert.deepEqual(noted.filter((line) => !line.startsWith(`request: ${newsroom.url.origin}/`) && !/ERR_INTERNET_DISCONNECTED/.test(line)), [])
    } finally {
      await close()
    }
  })

  test('over plain http, where browsers hash nothing for a page, stories are found and shared as well', async () => {
    const page = await browser.newPage()
    try {
      await page.goto(plainly())
      await page.waitForSelector('slugline-intake')
      assert.equal(await page.evaluate(() => isSecureContext), false)
      await point(page, TOKENS.writer, newsroom.url.origin)
      await page.locator('slugline-newsroom [role=status]', { hasText: 'the token is good' }).waitFor()
      await page.keyboard.press('Escape')
      await take(page, { title: 'Ferry afloat again', text: FERRY.replace('31 people', '42 people') })
      await page.locator('slugline-elsewhere .match').first().waitFor()
      await page.locator('slugline-elsewhere .share').click()
      await page.locator('slugline-elsewhere [role=status]', { hasText: 'the newsroom has it' }).waitFor()
      assert.equal((await titles())[0], 'Ferry afloat again')
    } finally {
      await page.close()
    }
  })

  test('not on its list: the reader is told of which, and nothing but a question whether it is there gets through', async () => {
    const { page, close } = await visit(browser, stranger.url)
    const answered = /** @type {string[]} */ ([])
    page.on('requestfinished', (request) => void (request.url().startsWith(newsroom.url.origin) && answered.push(new URL(request.url()).pathname)))
    try {
      await point(page, TOKENS.writer, newsroom.url.origin)
      const told = page.locator('slugline-newsroom [role=alert]')
      await told.waitFor()
      assert.match(await told.innerText(), new RegExp(`does not let pages of ${new URL(stranger.url).origin} ask.*ALLOWED_ORIGINS`))
      assert.deepEqual(answered, ['/healthz'])
      assert.equal(await page.evaluate(() => document.querySelector('slugline-analyzer')?.['newsroom']?.place.on), false)
    } finally {
      await close()
    }
  })

  test('built for no newsroom: the browser refuses, and the reader is told what to look at', async () => {
    const { page, close } = await visit(browser, plain.url)
    try {
      await point(page, TOKENS.writer, newsroom.url.origin)
      await page.locator('slugline-newsroom [role=alert]', { hasText: 'connect-src' }).waitFor()
    } finally {
      await close()
    }
  })
})
