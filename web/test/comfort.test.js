// What makes a day with the page easier: keys of one's own, more contrast where the system
// asks for it, and stories that come from other pages and programs, which wait for a yes.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { first, readKeys, remapped } from '../components/shortcuts.js'
import { mark, readSent } from '../intake/sent.js'
import { example } from '../story/example.js'
import { built, kept, launch, serve, take, visit } from './site.js'

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

/** @param {string} html @returns {Promise<{ url: string, close: () => void }>} a page of somebody else, on another port */
async function elsewhere(html) {
  const other = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html))
  await new Promise((done) => other.listen(0, '127.0.0.1', () => done(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (other.address())
  return { url: `http://127.0.0.1:${port}/`, close: () => (other.closeAllConnections(), other.close()) }
}

/** A page with a story and what stands around one. */
const foreign = `<!doctype html><title>Rates fall | The Herald</title><link rel=icon href="data:,"><nav><a href="/">Home</a></nav><article><h1>${example.title}</h1>${example.text
  .split('\n\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('')}</article><footer>About us</footer>`

test('a key given to another act leaves the first without', () => {
  const keys = remapped(first, 'edit', 'N')
  assert.equal(keys.edit, 'n')
  assert.equal(keys.new, '')
  assert.equal(remapped(first, 'edit', '').edit, '')
  assert.equal(remapped(first, 'edit', '4').types, '')
  assert.deepEqual(readKeys({ edit: 'q', new: 'Enter', help: 7, types: 'x', constructor: 'y', labels: '' }), { ...first, edit: 'q', labels: '' })
  assert.deepEqual(readKeys(null), first)
})

test('a fragment that is no story is none', () => {
  for (const fragment of ['', '#', mark, `${mark}{`, `${mark}%`, `${mark}null`, `${mark}[]`, `${mark}{"text":7}`, `${mark}{"text":" "}`, `#other={"text":"x"}`, mark + 'x'.repeat(2_000_001)])
    assert.equal(readSent(fragment), null, fragment.slice(0, 40))
  assert.deepEqual(readSent(`${mark}{"text":"x","from":"javascript:alert(1)"}`), { title: '', text: 'x', html: '', from: '' })
  assert.equal(readSent(`${mark}{"text":"x","from":"https://user:word@a.example/path"}`)?.from, 'a.example')
})

test('keys are changed, taken away, kept, and put back; and single keys are turned off', { timeout: 60000 }, async () => {
  const { page, noted, close } = await visit(browser, server.url)
  const key = (/** @type {string} */ act) => page.locator(`slugline-help [data-act=${act}]`)
  const view = () => page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).view)
  await page.keyboard.press('?')
  await key('edit').click()
  await page.keyboard.press('q')
  await page.locator('slugline-help [role=status]', { hasText: 'Q' }).waitFor()
  await key('labels').click()
  await page.keyboard.press('Delete')
  await page.locator('slugline-help [role=status]', { hasText: 'no key' }).waitFor()
  await key('types').click()
  await page.keyboard.press('Escape')
  await page.reload()
  await page.waitForSelector('slugline-intake')
  await take(page, example)
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).shortcuts.keys.edit === 'q')
  const marks = await page.locator('slugline-article mark').count()
  for (const press of ['e', 'l', '1']) await page.keyboard.press(press)
  assert.equal(await view(), 'read')
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).labels), false)
  assert.equal(await page.locator('slugline-article mark').count(), marks)
  assert.equal(await page.locator('.bar .edit').getAttribute('title'), 'Q')
  await page.keyboard.press('q')
  await page.locator('slugline-editor textarea.text').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('slugline-article mark').first().waitFor()
  await page.keyboard.press('?')
  await page.click('slugline-help .reset')
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.locator('slugline-editor textarea.text').waitFor()
  await page.keyboard.press('Escape')
  await page.click('.bar .settings')
  await page.uncheck('slugline-settings input[name=keys]')
  await page.keyboard.press('Escape')
  for (const press of ['e', '?', 'n']) await page.keyboard.press(press)
  assert.equal(await view(), 'read')
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).dialogs.some((/** @type {any} */ one) => one.open)), false)
  assert.deepEqual(noted, [])
  await close()
})

test('the system’s wish for more contrast is followed', async () => {
  const ink = async (/** @type {'more' | 'no-preference'} */ contrast) => {
    const { page, close } = await visit(browser, server.url, { contrast, colorScheme: 'light' })
    const colour = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('slugline-analyzer'))).getPropertyValue('--ink'))
    await close()
    return colour
  }
  assert.notEqual(await ink('more'), await ink('no-preference'))
})

test('the bookmarklet sends the article of another site, which waits for a yes', { timeout: 60000 }, async () => {
  const other = await elsewhere(foreign)
  const { page, context, noted, close } = await visit(browser, server.url)
  await page.click('.bar .help')
  const code = (await page.locator('slugline-help .send').getAttribute('href')) ?? ''
  await page.click('slugline-help .send')
  await page.locator('slugline-help [role=status]', { hasText: 'Drag it' }).waitFor()
  const press = await context.newPage()
  await press.goto(other.url)
  const [arrived] = await Promise.all([context.waitForEvent('page'), press.evaluate(`void ${decodeURIComponent(code.replace(/^javascript:/, ''))}`)])
  const dialog = arrived.locator('slugline-offer dialog')
  await dialog.getByText(`come from ${new URL(other.url).host}`).waitFor()
  assert.equal(new URL(arrived.url()).hash, '')
  assert.equal(await arrived.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.story), null)
  await dialog.locator('.take').click()
  await arrived.locator('slugline-article mark').first().waitFor()
  assert.equal(await arrived.locator('slugline-article h1').innerText(), example.title)
  assert.ok(!(await arrived.locator('slugline-article').innerText()).includes('About us'))
  await kept(arrived, 1)
  // What is selected goes alone; and a story that is left leaves nothing.
  await press.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector('article p:nth-of-type(2)'))))
  const [second] = await Promise.all([context.waitForEvent('page'), press.evaluate(`void ${decodeURIComponent(code.replace(/^javascript:/, ''))}`)])
  await second.locator('slugline-offer blockquote', { hasText: example.text.split('\n\n')[1].slice(0, 30) }).waitFor()
  await second.locator('slugline-offer .leave').click()
  await second.locator('slugline-offer blockquote').waitFor({ state: 'detached' })
  await kept(second, 1)
  assert.deepEqual(noted.filter((one) => one !== `request: ${other.url}`), [])
  await close()
  other.close()
})

test('what another program shares reaches the page without a request to its server', { timeout: 60000 }, async () => {
  const other = await elsewhere(`<!doctype html><link rel=icon href="data:,"><form method=post enctype="multipart/form-data" action="${server.url}share"><input name=title value="Shared"><textarea name=text>${example.text}</textarea><input name=url value="https://herald.example/1"><button>Go</button></form>`)
  const { page, noted, close } = await visit(browser, server.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller)
  await page.goto(other.url)
  await page.click('button')
  await page.locator('slugline-offer dialog', { hasText: 'herald.example' }).waitFor()
  assert.equal(page.url(), server.url)
  await page.click('slugline-offer .take')
  await page.locator('slugline-article mark').first().waitFor()
  assert.equal(await page.locator('slugline-article h1').innerText(), 'Shared')
  assert.deepEqual(noted.filter((one) => one !== `request: ${other.url}`), [])
  await close()
  other.close()
})

test('a link without a story says so, and is no story', async () => {
  const { page, noted, close } = await visit(browser, `${server.url}${mark}broken`, {}, server.url)
  await page.getByText('holds no story').first().waitFor()
  assert.deepEqual(noted, [])
  await close()
})
