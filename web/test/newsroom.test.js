// The page pointed at a newsroom's Worker: the real one, in workerd, on the page's own address
// as Cloudflare serves both. What goes out is looked at: fingerprints hold no words.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

import { Newsroom, TOKENS } from '../../wasm/edge/test/newsroom.js'
import { FERRY } from '../../wasm/edge/test/stories.js'
import { built, launch, point, policy, site, take, types, visit } from './site.js'

const ready = built && existsSync(new URL('../../build/dist/worker/index.js', import.meta.url))

describe('the page and a newsroom', { skip: !ready && 'build page and Worker first: make build worker' }, () => {
  /** @type {import('playwright-core').Browser} */
  let browser
  /** @type {Newsroom} */
  let newsroom
  /** @type {{ url: string, dead: boolean, close: () => void }} */
  let place
  before(async () => {
    newsroom = await Newsroom.open()
    place = await beside(newsroom.url)
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    place?.close()
    await newsroom?.close()
  })

  /** Page and Worker on one address. @param {URL} worker */
  async function beside(worker) {
    const state = { url: '', dead: false, close: () => {} }
    const server = createServer(async (request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
      if (/^\/(api\/|healthz)/.test(path)) {
        if (state.dead) return request.socket.destroy()
        const pieces = []
        for await (const piece of request) pieces.push(piece)
        const headers = /** @type {Record<string, string>} */ ({ Connection: 'close' }) // as in wasm/edge/test/newsroom.js
        for (const name of ['authorization', 'content-type', 'idempotency-key']) if (request.headers[name]) headers[name] = String(request.headers[name])
        const answer = await fetch(new URL(request.url ?? '/', worker), { method: request.method, headers, body: pieces.length ? Buffer.concat(pieces) : undefined })
        response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain' }).end(Buffer.from(await answer.arrayBuffer()))
        return
      }
      const file = join(site, normalize(path.endsWith('/') ? `${path}index.html` : path))
      const body = await readFile(file).catch(() => undefined)
      response.writeHead(body ? 200 : 404, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy }).end(body)
    })
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
    state.url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`
    state.close = () => (server.closeAllConnections(), server.close())
    return state
  }

  test('fingerprints find its stories, sharing sends one, a dead network makes it wait', async () => {
    await newsroom.post('/api/v1/articles', { id: 'wire-7', title: 'Ferry runs aground', text: FERRY })
    const { page, context, noted, close } = await visit(browser, place.url)
    /** @type {{ path: string, body: string, url: string }[]} */
    const sent = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/^\/(api\/|healthz)/.test(pathname)) sent.push({ path: pathname, body: request.postData() ?? '', url: request.url() })
    })
    try {
      await take(page, { title: 'A story before', text: 'President William Ruto met Narendra Modi in New Delhi. '.repeat(6) })
      assert.equal(sent.length, 0)
      await page.locator('.bar .new').click()

      // A wrong token is told, and changes nothing.
      await point(page, 'slug_wrong_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
      await page.locator('slugline-newsroom [role=alert]', { hasText: 'does not know this token' }).waitFor()
      noted.splice(0, noted.length, ...noted.filter((line) => !/status of 401/.test(line))) // the browser's own line about the answer
      await page.locator('slugline-newsroom').getByLabel(/Token/).fill(TOKENS.writer)
      await page.locator('slugline-newsroom').getByRole('button', { name: 'Try and save' }).click()
      await page.locator('slugline-newsroom [role=status]', { hasText: 'the token is good' }).waitFor()
      await page.keyboard.press('Escape')

      // Found by fingerprints; compared here.
      sent.length = 0
      const edited = { title: 'Ferry: more hurt', text: FERRY.replace('31 people', '39 people') }
      await take(page, edited)
      const card = page.locator('slugline-elsewhere .match')
      await card.waitFor()
      assert.equal(await card.getAttribute('data-verdict'), 'updated')
      assert.match(await card.innerText(), /31\s*→\s*39/)
      assert.deepEqual(sent.map(({ path }) => path), ['/api/v1/matches'])
      const { anchors } = JSON.parse(sent[0].body)
      assert.ok(anchors.length > 20 && anchors.every((/** @type {string} */ one) => /^[\w-]{8}$/.test(one)))
      for (const word of new Set(edited.text.match(/[A-Za-z]{5,}/g))) assert.ok(!sent[0].body.includes(word), `${word} was sent`)
      assert.match(await page.locator('.strip').innerText(), /in the newsroom’s archive/)
      // The proof counts every request, those that tried the address among them, and names it.
      await page.waitForFunction((n) => document.querySelector('slugline-analyzer')?.['find']('slugline-proof').shared >= n, 4)
      await page.click('slugline-proof .badge')
      const named = await page.locator('slugline-proof .sent li').allInnerTexts()
      assert.equal(String(named.length), await page.locator('slugline-proof .badge').getAttribute('data-requests'))
      assert.ok(named.some((line) => line.includes('fingerprints of “Ferry: more hurt”')) && !named.some((line) => line.includes('the story “')), named.join('\n'))
      await page.keyboard.press('Escape')

      // Side by side with the newsroom's text.
      await card.getByRole('button').click()
      await page.locator('slugline-twin', { hasText: '31 people' }).waitFor()
      await page.keyboard.press('Escape')

      // Without a network the story waits, over a reload too, and is sent once by itself.
      place.dead = true
      await page.locator('slugline-elsewhere .share').click()
      await page.locator('slugline-elsewhere', { hasText: 'is sent by itself' }).waitFor()
      await page.reload()
      await page.waitForSelector('slugline-intake')
      await page.click('.bar .settings')
      await page.locator('slugline-newsroom li', { hasText: 'Ferry: more hurt' }).waitFor()
      noted.length = 0 // the browser tells of the dead network
      place.dead = false
      const other = await context.newPage() // a second tab, which sends at its start
      await other.goto(place.url)
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['newsroom']?.waiting.length === 0)
      await other.close()
      const { value } = await newsroom.ask('/api/v1/articles?query=more+hurt')
      assert.deepEqual(value.articles.map((/** @type {any} */ { title }) => title), ['Ferry: more hurt'])
      for (const { url } of sent) assert.ok(!url.includes(TOKENS.writer.slice(-20)))

      // What was shared does not meet itself.
      await page.keyboard.press('Escape')
      await take(page, edited)
      await page.locator('slugline-elsewhere .match').waitFor()
      assert.equal(await page.locator('slugline-elsewhere .match').count(), 1)
      assert.ok(await page.locator('slugline-elsewhere .share').isDisabled())
      assert.deepEqual(noted.filter((line) => !/ERR_EMPTY_RESPONSE|ERR_FAILED/.test(line)), [])
    } finally {
      await close()
    }
  })

  test('the section passes axe, light and dark, and works by keyboard', async () => {
    const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const context = await browser.newContext({ colorScheme, bypassCSP: true })
      const page = await context.newPage()
      try {
        await page.goto(place.url)
        await page.waitForSelector('slugline-intake')
        await point(page, TOKENS.reader)
        await page.locator('slugline-newsroom [role=status]', { hasText: 'the token is good' }).waitFor()
        await page.addScriptTag({ content: axe })
        const problems = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document)).violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes[0].html}`))
        assert.deepEqual(problems, [])
        await page.keyboard.press('Escape')
        await take(page, { title: 'Ferry', text: FERRY.replace('31 people', '39 people') })
        await page.locator('slugline-elsewhere .match').first().waitFor()
        const again = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document)).violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes[0].html}`))
        assert.deepEqual(again, [])
        await page.locator('slugline-elsewhere .share').focus()
        await page.keyboard.press('Enter') // a reader's token may not share
        await page.locator('slugline-elsewhere', { hasText: 'scopes read and write' }).waitFor()
      } finally {
        await context.close()
      }
    }
  })
})
