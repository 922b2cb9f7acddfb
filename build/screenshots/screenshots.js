/**
 * Pictures of the built page in its states, for people to look at:
 *
 *   make screenshots        # writes build/dist/screenshots/*.png
 *
 * The README's two (web/images) are copies of wide and dark.
 */

import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { article } from '../pagebench/articles.js'
import { edited, example } from '../../web/story/example.js'
import { launch, serve, take, visit } from '../../web/test/site.js'

const folder = fileURLToPath(new URL('../dist/screenshots/', import.meta.url))

/** @typedef {import('playwright-core').Page} Page */

/** @type {{ name: string, options?: import('playwright-core').BrowserContextOptions, act: (page: Page) => Promise<unknown>, whole?: boolean }[]} */
const pictures = [
  { name: 'empty', act: async () => undefined },
  { name: 'wide', act: (page) => take(page, example) },
  { name: 'dark', options: { colorScheme: 'dark' }, act: (page) => take(page, example) },
  { name: 'narrow', options: { viewport: { width: 390, height: 844 } }, act: (page) => take(page, example) },
  {
    name: 'print',
    whole: true,
    act: async (page) => {
      await take(page, example)
      await page.emulateMedia({ media: 'print' })
    },
  },
  {
    name: 'side-by-side',
    act: async (page) => {
      await take(page, example)
      await take(page, edited)
      await page.locator('.strip button').first().click()
      await page.waitForSelector('slugline-twin article')
    },
  },
  ...['light', 'dark'].map((colorScheme) => ({
    name: `topics-${colorScheme}`,
    options: { colorScheme: /** @type {'light' | 'dark'} */ (colorScheme) },
    act: async (/** @type {Page} */ page) => {
      await take(page, example)
      await page.locator('slugline-topics .applied .reject').last().click()
      await page.locator('slugline-topics .rejected').waitFor()
      await page.locator('slugline-topics .suggested .pin').last().click()
      await page.locator('slugline-topics .why').first().waitFor()
      await page.click('slugline-topics .add')
      await page.keyboard.type('trade')
      await page.locator('slugline-tag-search li').first().waitFor()
    },
  })),
  {
    name: 'map',
    act: async (page) => {
      await take(page, example)
      await page.click('slugline-places .toggle')
      await page.locator('slugline-places svg').waitFor()
      await page.locator('slugline-places').scrollIntoViewIfNeeded()
    },
  },
  { name: 'contrast', options: { contrast: 'more' }, act: (page) => take(page, example) },
  {
    name: 'keyboard',
    act: async (page) => {
      await take(page, example)
      await page.keyboard.press('?')
      await page.locator('slugline-help [data-act=labels]').click()
    },
  },
  {
    name: 'offer',
    act: async (page) => {
      await page.evaluate((hash) => void (location.hash = hash), `#story=${encodeURIComponent(JSON.stringify({ ...example, html: '', from: 'https://herald.example/rates' }))}`)
      await page.locator('slugline-offer .take').waitFor()
    },
  },
  { name: 'long', act: (page) => take(page, article(2, 60_000)) },
  {
    name: 'editor',
    act: async (page) => {
      await take(page, example)
      await page.click('.bar .edit')
      await page.locator('slugline-editor textarea.text').waitFor()
    },
  },
  {
    name: 'desk',
    act: async (page) => {
      await take(page, example)
      await page.locator('slugline-topics .applied .reject').last().click()
      await page.click('slugline-topics .desk button')
    },
  },
  {
    name: 'error',
    options: { serviceWorkers: 'block' },
    act: async (page) => {
      await page.context().route('**/engine.wasm', (route) => route.fulfill({ status: 404, body: 'gone' }))
      await page.reload()
      await page.click('.example')
      await page.waitForSelector('.strip[role=alert]')
    },
  },
]

await mkdir(folder, { recursive: true })
const server = await serve()
const browser = await launch()
try {
  for (const { name, options, act, whole } of pictures) {
    const { page, close } = await visit(browser, server.url, { viewport: { width: 1200, height: 800 }, ...options })
    await act(page)
    await page.waitForTimeout(300) // results fade in
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: whole })
    await close()
    console.log(`build/dist/screenshots/${name}.png`)
  }
} finally {
  await browser.close()
  await server.close()
}
