// What a host may set on the element: where engine and Workers come from, that its text is
// not to be edited, and the text itself.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'

import { example } from '../story/example.js'
import { analyzed, element, host, strict, visitHost } from './host.js'
import { built, launch } from './site.js'

/** @typedef {import('playwright-core').Page} Page */

/** The element with attributes. @param {string} attributes */
const having = (attributes) => element.replace('id="one"', `id="one" ${attributes}`)

/** What Slugline's files are served with to pages of other addresses. */
const shared = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

describe('the element', { skip: !built && 'build the page first: make build' }, () => {
  /** @type {import('playwright-core').Browser} */
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  /** Opens a host's page. @param {import('./host.js').Host} options @param {(page: Page) => Promise<void>} act */
  async function open(options, act) {
    const server = await host(options)
    try {
      await visitHost(browser, server.url, async (page) => {
        await page.waitForFunction(() => /** @type {any} */ (window).loaded)
        await act(page)
      })
    } finally {
      await server.close()
    }
  }

  /** Runs in the page with the element. @param {Page} page @param {(one: any, given: any) => unknown} act @param {unknown} [given] @returns {Promise<any>} */
  const on = (page, act, given) => page.locator('#one').evaluate(act, given)

  /** @param {Page} page @param {string} text */
  const shows = (page, text) => page.locator('slugline-article', { hasText: text }).locator('mark').first().waitFor()

  test('base: a script from another address starts the page’s own Workers, without leave for Blobs', async () => {
    const tools = await host({ headers: shared })
    try {
      const policy = strict.replace("script-src 'self'", `script-src 'self' ${tools.url}`)
      for (const base of ['/slugline/', 'slugline'])
        await open({ script: `${tools.url}/slugline/`, policy, pages: { '/': having(`base="${base}"`) } }, async (page) => {
          assert.ok((await analyzed(page)) > 5)
          assert.ok(page.workers().every((worker) => worker.url() === new URL('/slugline/worker.js', page.url()).href))
        })
    } finally {
      await tools.close()
    }
  })

  test('base: an address of others is for scripts to set, not for markup', async () => {
    const tools = await host({ headers: shared })
    try {
      const policy = strict.replace("connect-src 'self'", `connect-src ${tools.url}`).replace("worker-src 'self'", 'worker-src blob:')
      await open({ policy, pages: { '/': having(`base="${tools.url}/slugline/"`) } }, async (page) => {
        const said = await on(page, (one, story) => one.analyze(story).catch((/** @type {Error} */ error) => error.message), example)
        assert.match(said, /is of another address than the page and Slugline’s script/)
        await page.locator('.strip[role=alert]', { hasText: 'is of another address' }).waitFor()
        await on(page, (one, base) => {
          const other = document.createElement('slugline-analyzer')
          Object.assign(other, { id: 'two', base })
          one.replaceWith(other)
        }, `${tools.url}/slugline`)
        assert.ok((await analyzed(page, 'two')) > 5)
      })
      await open({ pages: { '/': having('base="http://["') } }, async (page) => {
        assert.match(await on(page, (one) => one.analyze('x').catch((/** @type {Error} */ error) => error.message)), /is no address/)
      })
    } finally {
      await tools.close()
    }
  })

  test('text: what is set is shown and analysed, once, and can be read', async () => {
    await open({ pages: { '/': element } }, async (page) => {
      assert.equal(await on(page, (one) => one.text), '')
      assert.equal(await on(page, (one, text) => ((one.text = text), one.text), example.text), example.text)
      await shows(page, 'Wanjiru')
      await on(page, (one, text) => (one.text = text), example.text)
      await on(page, (one) => (one.text = 'LONDON — Prime Minister Keir Starmer spoke in London on Monday.'))
      await shows(page, 'Starmer')
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).heard.length), 2)
      await page.click('.bar .edit')
      await page.locator('slugline-editor textarea.text').pressSequentially('Late edition. ')
      assert.match(await on(page, (one) => one.text), /^Late edition. LONDON/)
      for (const nothing of ['', null]) {
        await on(page, (one, text) => (one.text = text), nothing)
        await page.locator('slugline-intake').waitFor()
        assert.equal(await on(page, (one) => one.text), '')
        await on(page, (one, text) => (one.text = text), example.text)
        await shows(page, 'Wanjiru')
      }
      assert.match(await on(page, (one) => { try { one.text = 'x'.repeat(5_000_001) } catch (/** @type {any} */ error) { return error.message } }), /longer than 5,000,000/)
    })
  })

  test('what is set before the element is known, or in the page, holds', async () => {
    const early = element.replace('<script type="module" src="/app.js">', '<script src="/early.js"></script>$&')
    await open({ pages: { '/': early, '/early.js': `Object.assign(document.getElementById('one'), { text: ${JSON.stringify(example.text)}, archive: 'off', readonly: true })` } }, async (page) => {
      await shows(page, 'Wanjiru')
      assert.deepEqual(await on(page, (one) => [one.session.lasting, one.hasAttribute('readonly')]), [false, true])
      await on(page, (one, text) => {
        const other = document.createElement('slugline-analyzer')
        Object.assign(other, { id: 'two', text })
        one.replaceWith(other)
        Object.assign(other, { archive: 'off' })
      }, example.text)
      await shows(page, 'Wanjiru')
      assert.equal(await page.locator('#two').evaluate((two) => /** @type {any} */ (two).session.lasting), false)
    })
  })

  test('readonly: the reader neither edits, replaces nor leaves the text, and everything else works', async () => {
    await open({ pages: { '/': having('readonly') } }, async (page) => {
      await page.locator('#one').getByText('No story is shown yet.').waitFor()
      await analyzed(page)
      for (const name of ['New story', 'Edit', 'History', 'Slugline: start page']) assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0, name)
      const mark = page.locator('slugline-article mark').first()
      await mark.focus()
      for (const key of ['n', 'e', 'h']) await page.keyboard.press(key)
      const kept = await mark.evaluate((node) => {
        const data = new DataTransfer()
        data.setData('text/plain', 'Something else altogether.')
        return ['paste', 'drop'].map((type) => node.dispatchEvent(type === 'paste' ? new ClipboardEvent(type, { clipboardData: data, bubbles: true, composed: true, cancelable: true }) : new DragEvent(type, { dataTransfer: data, bubbles: true, composed: true, cancelable: true })))
      })
      assert.deepEqual(kept, [true, true], 'pastes and drops are the host’s')
      assert.equal(await page.locator('dialog[open], slugline-editor, slugline-intake').count(), 0)
      assert.equal(await on(page, (one) => one.text), example.text)

      await mark.click()
      await page.locator('slugline-card').getByRole('button', { name: /not a name/i }).click()
      await page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {any} */ one) => one.type === 'slugline-correction'))
      await mark.focus()
      await page.keyboard.press('x')
      await page.locator('slugline-exports dialog[open]').waitFor()
      await page.keyboard.press('Escape')
      await on(page, (one) => (one.text = 'LONDON — Prime Minister Keir Starmer spoke in London on Monday.'))
      await shows(page, 'Starmer')
    })
  })

  test('readonly while the text is being edited keeps what was typed until then', async () => {
    await open({ pages: { '/': element } }, async (page) => {
      await analyzed(page)
      await page.click('.bar .edit')
      await page.locator('slugline-editor textarea.text').pressSequentially('Late edition. ')
      await on(page, (one) => (one.readonly = true))
      await page.locator('slugline-article', { hasText: 'Late edition. ' }).waitFor()
      assert.equal(await page.locator('slugline-editor').count(), 0)
      assert.equal(await on(page, (one) => one.getAttribute('readonly')), '')
    })
  })
})
