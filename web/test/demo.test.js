// The intranet page of web/demo, served under a path as an administrator would: the form and
// the element beside it, a name put right, the frame's answer, and axe.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { built, launch, serve, visit } from './site.js'

/** @type {Awaited<ReturnType<typeof serve>>} */
let server
/** @type {import('playwright-core').Browser} */
let browser
/** @type {string} */
let axe

before(async () => {
  assert.ok(built, 'build the site first: make build')
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  server = await serve(undefined, '/tools/slugline/')
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.close()
})

/** @typedef {import('playwright-core').Page} Page */

/** Has the frame asked, and waits for its answer. @param {Page} page */
async function ask(page) {
  await page.click('#ask')
  await page.locator('#answer', { hasText: 'The frame answers' }).waitFor()
}

/** What axe objects to in the page, and in the frame, which is a page of its own. @param {Page} page */
async function objections(page) {
  const said = []
  for (const frame of page.frames()) {
    await frame.evaluate(axe)
    const { violations } = await frame.evaluate(() => window.axe.run({ exclude: ['iframe'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    said.push(...violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => `${node.target.flat().join(' ')} ${node.failureSummary}`).join('; ')}`))
  }
  return said
}

test('a story goes from the form to the element and the frame, and what is found comes back', { timeout: 90000 }, async () => {
  const { page, noted, close } = await visit(browser, new URL('demo/', server.url).href, { serviceWorkers: 'block' })
  try {
    await page.click('#sample')
    await page.locator('#said', { hasText: /^\d+ names, \d+ topics\.$/ }).waitFor()
    const tags = await page.inputValue('[name=tags]')
    assert.ok(tags, 'no tag came into the form')

    const mark = page.locator('#element slugline-article mark', { hasText: 'Halima Noor' })
    await mark.click()
    await page.locator('slugline-card').getByRole('button', { name: /not a name/i }).click()
    await page.waitForFunction(() => !document.querySelector('slugline-analyzer')?.['analysis']?.entities.some((/** @type {any} */ { name }) => name === 'Halima Noor'))
    await mark.waitFor({ state: 'detached' })

    await ask(page)
    assert.equal(await page.textContent('#answer'), `The frame answers: ${tags}.`)
    await page.frameLocator('iframe').locator('slugline-article mark', { hasText: 'Halima Noor' }).waitFor()
    await page.fill('[name=text]', 'OSLO — The storting voted on Monday for a tax on salmon farms, which employ thousands along the coast.')
    await ask(page)
    await page.frameLocator('iframe').locator('slugline-article', { hasText: 'OSLO' }).waitFor()
    assert.deepEqual(noted, [])
  } finally {
    await close()
  }
})

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`axe finds nothing to object to: ${colorScheme}`, { timeout: 90000 }, async () => {
    const { page, close } = await visit(browser, new URL('demo/', server.url).href, { colorScheme, reducedMotion: 'reduce', serviceWorkers: 'block' })
    try {
      await page.locator('iframe').scrollIntoViewIfNeeded()
      await page.frameLocator('iframe').locator('slugline-intake').waitFor()
      assert.deepEqual(await objections(page), [])
      await page.click('#sample')
      await page.locator('#element slugline-article mark').first().waitFor()
      await ask(page)
      await page.frameLocator('iframe').locator('slugline-article mark').first().waitFor()
      await page.waitForTimeout(250)
      assert.deepEqual(await objections(page), [])
    } finally {
      await close()
    }
  })
