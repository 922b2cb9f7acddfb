// When things go wrong, or the network goes away: the reader keeps the text, and is told
// what to do.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { example } from '../story/example.js'
import { built, launch, paste, serve, visit } from './site.js'

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  assert.ok(built, 'build the site first: make build')
  browser = await launch()
})

after(() => browser?.close())

test('an engine that does not come is a clear message; the text stays, and trying again works', async () => {
  const server = await serve()
  const { page, context, close } = await visit(browser, 'about:blank', { serviceWorkers: 'block' }, server.url)
  await context.route('**/engine.wasm', (route) => route.fulfill({ status: 404, body: 'gone' }))
  await page.goto(server.url)
  await page.click('.example')
  const alert = page.locator('.strip[role=alert]')
  await alert.waitFor()
  assert.match(await alert.innerText(), /could not start[\s\S]*Your text is safe/)
  assert.match(await page.locator('slugline-article article').innerText(), /Kericho/)
  await context.unroute('**/engine.wasm')
  await alert.locator('button').click()
  await page.locator('slugline-article mark').first().waitFor()
  await close()
  await server.close()
})

test('after a first visit the page works with the server gone', { timeout: 60000 }, async () => {
  const server = await serve()
  const { page, noted, close } = await visit(browser, server.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await server.close()
  await page.reload()
  await page.waitForSelector('slugline-intake')
  await page.click('.example')
  await page.locator('slugline-article mark').first().waitFor()
  assert.deepEqual(noted, [])
  await close()
})

test('a browser that refuses storage still analyses, and says that nothing is kept', async () => {
  const server = await serve()
  const { page, noted, close } = await visit(browser, server.url, {}, server.url, () => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })
  await page.locator('slugline-intake', { hasText: 'keeps nothing' }).waitFor()
  await page.click('.example')
  await page.locator('slugline-article mark').first().waitFor()
  assert.deepEqual(noted, [])
  await close()
  await server.close()
})

for (const [what, text] of /** @type {[string, string][]} */ ([
  ['one word', 'Accra'],
  ['only emoji', '🎉🎉🎉'],
  ['lone surrogates and NUL', 'In Accra \ud83d the bank \u0000 said no. '.repeat(20)],
  ['Chinese', '国务院总理周二在北京主持召开会议。'.repeat(20)],
  ['100,000 letters without a space', 'A'.repeat(100000)],
  ['HTML source', '<div class="a"><p>The bank in Accra said no.</p></div>\n'.repeat(50)],
]))
  test(`odd input: ${what}`, { timeout: 60000 }, async () => {
    const server = await serve()
    const { page, noted, close } = await visit(browser, server.url)
    await page.focus('slugline-intake textarea')
    await paste(page, text)
    await page.waitForFunction(() => ['ready', 'failed'].includes(document.querySelector('slugline-analyzer')?.['session'].state))
    await page.click('.bar .new')
    await page.click('.example')
    await page.locator('slugline-article mark').first().waitFor()
    assert.deepEqual(noted, [])
    await close()
    await server.close()
  })

test('a story of 200 KB is drawn in portions and answers to the walk', { timeout: 60000 }, async () => {
  const server = await serve()
  const { page, noted, close } = await visit(browser, server.url)
  await page.focus('slugline-intake textarea')
  await paste(page, Array.from({ length: 70 }, (_, at) => `Part ${at}. ${example.text}`).join('\n\n'))
  await page.locator('slugline-article mark').first().waitFor({ timeout: 20000 })
  await page.waitForFunction(() => {
    const article = document.querySelector('slugline-analyzer')?.['find']('slugline-article')
    return article.drawn >= article.blocks.length
  })
  assert.match((await page.locator('slugline-article p').last().textContent()) ?? '', /read the contract to me/)
  assert.deepEqual(noted, [])
  await close()
  await server.close()
})
