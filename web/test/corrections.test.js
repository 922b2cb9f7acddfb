// Corrections of names that a newsroom shares: saved by one reader, opened by another, taken
// back, and refused in words where the file is none.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { example } from '../story/example.js'
import { built, launch, serve, take, visit } from './site.js'

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

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} text */
async function open(page, text) {
  await page.locator('slugline-settings input[type=file]').setInputFiles({ name: 'corrections.json', mimeType: 'application/json', buffer: Buffer.from(text) })
}

/** @param {Page} page @param {string} name @param {boolean} there */
const marked = (page, name, there) =>
  page.waitForFunction(
    ([name, there]) => {
      const analysis = /** @type {any} */ (document.querySelector('slugline-analyzer'))?.analysis
      return analysis && analysis.entities.some((/** @type {any} */ one) => one.name === name) === there
    },
    /** @type {[string, boolean]} */ ([name, there]),
  )

test('corrections go to another reader as a file', { timeout: 90000 }, async () => {
  const one = await visit(browser, server.url)
  const other = await visit(browser, server.url)
  try {
    await take(one.page, example)
    await one.page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.correct({ kind: 'ignore', name: 'Kenya' }, true))
    await marked(one.page, 'Kenya', false)
    await one.page.click('.bar .settings')
    const [download] = await Promise.all([one.page.waitForEvent('download'), one.page.click('slugline-settings .save-corrections')])
    const file = await readFile(await download.path(), 'utf8')
    assert.deepEqual(JSON.parse(file), [{ kind: 'ignore', name: 'Kenya' }])

    await take(other.page, example)
    await marked(other.page, 'Kenya', true)
    await other.page.click('.bar .settings')
    assert.ok(await other.page.locator('slugline-settings .save-corrections').isDisabled(), 'there is nothing to save yet')
    await open(other.page, file)
    await other.page.locator('slugline-settings [role=status]', { hasText: '1 correction read, 1 of them new' }).waitFor()
    await open(other.page, file)
    await other.page.locator('slugline-settings [role=status]', { hasText: '1 correction read, 0 of them new' }).waitFor()
    await open(other.page, '[{"kind":"burn"}]')
    await other.page.locator('slugline-settings [role=alert]', { hasText: 'Correction 1 wants' }).waitFor()
    await other.page.keyboard.press('Escape')
    await marked(other.page, 'Kenya', false)
    await other.page.reload()
    await take(other.page, example)
    await marked(other.page, 'Kenya', false)
    await other.page.keyboard.press('Control+z')
    await marked(other.page, 'Kenya', true)
    assert.deepEqual([...one.noted, ...other.noted], [])
  } finally {
    await one.close()
    await other.close()
  }
})
