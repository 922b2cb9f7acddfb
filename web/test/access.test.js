// axe finds nothing to object to, in every state of the page, in light and dark.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { edited, example } from '../story/example.js'
import { built, launch, paste, serve, visit } from './site.js'

/** @type {Awaited<ReturnType<typeof serve>>} */
let server
/** @type {import('playwright-core').Browser} */
let browser
/** @type {string} */
let axe

before(async () => {
  assert.ok(built, 'build the site first: make build')
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  server = await serve()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.close()
})

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function fill(page) {
  await page.click('.example')
  await page.locator('slugline-article mark').first().waitFor()
  await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['session'].kept === 1)
}

/** Where the page is narrow the topics are a sheet. @param {Page} page */
async function openTopics(page) {
  const tab = page.locator('.tabs [data-tab=topics]')
  if (await tab.isVisible()) await tab.click()
}

/** @param {Page} page */
async function fillTwice(page) {
  await fill(page)
  await page.click('.bar .new')
  await page.fill('slugline-intake input', edited.title)
  await page.focus('slugline-intake textarea')
  await paste(page, edited.text)
  await page.locator('.strip .twin').waitFor()
}

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const states = {
  empty: async () => {},
  filled: fill,
  'seen before': fillTwice,
  'side by side': (page) => fillTwice(page).then(() => page.click('.strip .twin')),
  editing: (page) => fill(page).then(() => page.click('.bar .edit')),
  'labels shown': (page) => fill(page).then(() => page.keyboard.press('l')),
  'card pinned': (page) => fill(page).then(() => page.locator('slugline-article mark.person').first().click()),
  'tags said and sought': async (page) => {
    await fill(page)
    await openTopics(page)
    await page.locator('slugline-topics .applied .reject').first().click()
    await page.locator('slugline-topics .rejected').waitFor()
    await page.locator('slugline-topics .suggested .pin, slugline-topics .applied .pin').last().click()
    await page.locator('slugline-topics .why').first().waitFor()
    await page.click('slugline-topics .add')
    await page.keyboard.type('trade')
    await page.locator('slugline-tag-search li').first().waitFor()
  },
  'places on a map': async (page) => {
    await fill(page)
    if (await page.locator('.tabs [data-tab=names]').isVisible()) await page.click('.tabs [data-tab=names]')
    await page.click('slugline-places .toggle')
    await page.locator('slugline-places svg').waitFor()
  },
  desk: async (page) => {
    await fill(page)
    await openTopics(page)
    await page.click('slugline-topics .desk button')
    const csv = { name: 'tags.csv', mimeType: 'text/csv', buffer: Buffer.from('id,name,phrases\np,Pacific desk,New Zealand\n') }
    await page.locator('slugline-desk input#tags').setInputFiles(csv)
    await page.locator('slugline-desk .house').waitFor()
  },
  history: (page) => fill(page).then(() => page.keyboard.press('h')),
  'history, managed and searched': async (page) => {
    await fillTwice(page)
    await page.keyboard.press('h')
    await page.click('slugline-history .manage')
    await page.locator('slugline-history summary').click()
    await page.fill('slugline-history .find', 'Kenya')
    await page.locator('slugline-history .state', { hasText: 'found' }).waitFor()
    await page.locator('slugline-history .remove').first().click()
    await page.locator('slugline-history .undo').waitFor()
  },
  'a batch and its report': async (page) => {
    const line = JSON.stringify(example)
    await page.setInputFiles('.files', { name: 'stories.jsonl', mimeType: 'text/plain', buffer: Buffer.from(`${line}\n${line}\n{broken\n${JSON.stringify(edited)}`) })
    await page.locator('slugline-batch .shut').waitFor()
  },
  'a batch at work': async (page) => {
    const stories = Array.from({ length: 200 }, (_, at) => JSON.stringify({ text: `${at} ${example.text}` }))
    await page.setInputFiles('.files', { name: 'stories.jsonl', mimeType: 'text/plain', buffer: Buffer.from(stories.join('\n')) })
    await page.click('slugline-batch .pause')
  },
  'a difference, side by side': async (page) => {
    await fillTwice(page)
    await page.click('.strip .twin')
    await page.locator('slugline-twin .next').click()
  },
  limits: async (page) => {
    await fillTwice(page)
    if (await page.locator('[data-tab=seen]').isVisible()) await page.click('[data-tab=seen]')
    await page.locator('slugline-limits summary').click()
    await page.locator('slugline-limits #share').fill('100')
    await page.locator('slugline-limits .preview', { hasText: 'would change' }).waitFor()
  },
  export: (page) => fill(page).then(() => page.keyboard.press('x')),
  settings: (page) => page.click('.bar .settings'),
  keyboard: (page) => page.keyboard.press('?'),
  'a key asked for': async (page) => {
    await page.keyboard.press('?')
    await page.click('slugline-help [data-act=labels]')
  },
  'a story sent': async (page) => {
    await page.evaluate((hash) => void (location.hash = hash), `#story=${encodeURIComponent(JSON.stringify({ ...example, html: '', from: 'https://herald.example/' }))}`)
    await page.locator('slugline-offer .take').waitFor()
  },
  proof: (page) => page.click('slugline-proof .badge'),
  'not English': async (page) => {
    await page.focus('slugline-intake textarea')
    await paste(page, 'Die Bundesregierung hat am Dienstag beschlossen, die Steuern zu senken. '.repeat(6))
    await page.locator('.strip.warn').waitFor()
  },
  'engine missing': async (page) => {
    await page.context().route('**/engine.wasm', (route) => route.fulfill({ status: 404, body: '' }))
    await page.reload()
    await page.click('.example')
    await page.locator('.strip[role=alert]').waitFor()
  },
}

const looks = /** @type {[string, import('playwright-core').BrowserContextOptions][]} */ ([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
  ['more contrast', { colorScheme: 'light', contrast: 'more' }],
])

for (const [look, options] of looks)
  test(`axe: ${look}`, { timeout: 600000 }, async (all) => {
    for (const [state, reach] of Object.entries(states)) {
      if (look === 'narrow' && ['settings', 'keyboard', 'export'].includes(state)) continue
      await all.test(state, async () => {
        const { page, close } = await visit(browser, server.url, { ...options, reducedMotion: 'reduce', serviceWorkers: 'block' })
        await reach(page)
        await page.waitForTimeout(250)
        await page.evaluate(axe)
        const { violations } = await page.evaluate(() =>
          window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
        )
        const said = violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => `${node.target.flat().join(' ')} ${node.failureSummary}`).join('; ')}`)
        assert.deepEqual(said, [])
        await close()
      })
    }
  })

test('the page keeps its names when the reader asks for 200 % text', async () => {
  for (const width of [720, 320]) {
    const { page, close } = await visit(browser, server.url, { viewport: { width, height: 450 }, deviceScaleFactor: 2 })
    await page.fill('slugline-intake input', example.title)
    await fill(page)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    assert.ok(await page.locator('header.bar').evaluate((bar) => bar.scrollWidth <= bar.clientWidth), `the bar is wider than ${width} pixels`)
    await close()
  }
})
