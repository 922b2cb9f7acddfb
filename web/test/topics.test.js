// An editor's word on tags, in a real browser over the built page: accept, pin, reject, take
// back, add by name, house tags, what is learned, and all of it over a reload.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { example, edited } from '../story/example.js'
import { built, launch, serve, take, visit } from './site.js'

/** @typedef {import('playwright-core').Page} Page */

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

/** @param {string} name @param {(page: Page) => Promise<void>} journey @param {import('playwright-core').BrowserContextOptions} [options] */
function journey(name, journey, options) {
  test(name, { timeout: 60000 }, async () => {
    const visitor = await visit(browser, server.url, options)
    try {
      await journey(visitor.page)
      assert.deepEqual(visitor.noted, [])
    } finally {
      await visitor.close()
    }
  })
}

/** @param {Page} page @param {string} list applied, suggested or rejected @returns {Promise<string[]>} */
const names = (page, list) => page.locator(`slugline-topics .${list} .name`).allInnerTexts()

/** Waits until a tag is in a list, or is in it no more. @param {Page} page @param {string} list @param {string} name @param {boolean} [there] */
const listed = (page, list, name, there = true) =>
  page.locator(`slugline-topics .${list} .name`).filter({ hasText: new RegExp(`^${name}$`) }).waitFor({ state: there ? 'attached' : 'detached' })

/** @param {Page} page @param {string} name */
const row = (page, name) => page.locator('slugline-topics .tag').filter({ has: page.locator('.name', { hasText: new RegExp(`^${name}$`) }) })

/** Says something of a tag by the keyboard alone. @param {Page} page @param {string} name @param {string} verdict */
async function say(page, name, verdict) {
  await row(page, name).locator(`.${verdict}`).focus()
  await page.keyboard.press('Enter')
}

/** @param {Page} page @param {string} what desk or tags @param {string} name @param {string} text */
async function open(page, what, name, text) {
  await page.locator(`slugline-desk input#${what}`).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.locator('slugline-desk [role=status]:not(:empty), slugline-desk [role=alert]').first().waitFor()
}

journey('a tag is rejected, taken back, accepted and pinned; undo and redo go with corrections', async (page) => {
  await take(page, example)
  const [first] = await names(page, 'applied')
  const [maybe] = await names(page, 'suggested')
  await say(page, first, 'reject')
  await listed(page, 'rejected', first)
  assert.ok(!(await names(page, 'applied')).includes(first))
  assert.match(await page.locator('.toast').innerText(), /no tag of this story/)
  await page.keyboard.press('Control+z')
  await listed(page, 'applied', first)
  await page.keyboard.press('Control+Shift+Z')
  await listed(page, 'rejected', first)
  await page.locator('slugline-topics .back').click()
  await listed(page, 'applied', first)
  await say(page, maybe, 'accept')
  await listed(page, 'applied', maybe)
  assert.match(await row(page, maybe).locator('.why').innerText(), /Accepted/)
  assert.equal(await row(page, maybe).locator('.accept').getAttribute('aria-pressed'), 'true')
  await say(page, maybe, 'pin')
  await page.waitForFunction((maybe) => document.querySelector('slugline-analyzer')?.['session']?.analysis?.topics[0].name === maybe, maybe)
  assert.equal((await names(page, 'applied'))[0], maybe)
})

journey('a tag is added by its name, with the keyboard alone, and exported', async (page) => {
  await take(page, example)
  await page.locator('slugline-topics .add').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('diving')
  await page.locator('slugline-tag-search li:first-child .name', { hasText: 'diving' }).waitFor() // not what the first letters found
  await page.keyboard.press('ArrowDown')
  const name = await page.locator('slugline-tag-search button:focus .name').innerText()
  assert.match(name, /diving/)
  await page.keyboard.press('Enter')
  await listed(page, 'applied', name)
  assert.equal(await page.locator('slugline-tag-search').count(), 0)
  const [rejected] = (await names(page, 'applied')).filter((one) => one !== name)
  await say(page, rejected, 'reject')
  await listed(page, 'rejected', rejected)
  for (const format of /** @type {const} */ (['json', 'ninjs', 'superdesk', 'csv', 'html', 'jsonld'])) {
    const out = await page.evaluate((format) => document.querySelector('slugline-analyzer')?.['session'].export(format), format)
    assert.ok(out.includes(name), `${format} has no ${name}`)
    if (format === 'json') assert.deepEqual(JSON.parse(out).rejected.map((/** @type {any} */ one) => [one.name, one.status]), [[rejected, 'rejected']])
  }
})

journey('the search says where a tag stands, that there is none, and shuts on Escape', async (page) => {
  await take(page, example)
  await page.click('slugline-topics .add')
  await page.keyboard.type('no such tag')
  await page.locator('slugline-tag-search p').getByText('No tag of that name').waitFor()
  await page.fill('slugline-tag-search input', 'diplomacy')
  await page.locator('slugline-tag-search li').first().waitFor()
  assert.match(await page.locator('slugline-tag-search li').first().innerText(), /international relations[\s\S]*diplomacy/)
  assert.match(await page.locator('slugline-tag-search .release').innerText(), /Media Topics of 2025-10-09/)
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('slugline-tag-search').count(), 0)
  assert.ok(await page.locator('slugline-topics .add').evaluate((button) => button.matches(':focus')))
})

journey('house tags are read from CSV, found with their words, and last over a reload', async (page) => {
  await take(page, example)
  await page.click('slugline-topics .desk button')
  await open(page, 'tags', 'bad.csv', 'no;tags')
  assert.match(await page.locator('slugline-desk [role=alert]').innerText(), /No tags were found/)
  await open(page, 'tags', 'tags.csv', 'id,name,parent,phrases\r\npac,Pacific desk,desks,New Zealand|Wellington\r\ndesks,Desks,,\r\n')
  assert.match(await page.locator('slugline-desk [role=status]').innerText(), /2 house tags read/)
  await page.keyboard.press('Escape')
  await listed(page, 'applied', 'Pacific desk')
  assert.match(await row(page, 'Pacific desk').innerText(), /Desks[\s\S]*House tag/)
  await row(page, 'Pacific desk').locator('.topic').focus()
  assert.match(await page.evaluate(() => [...(CSS.highlights.get('slugline-lit') ?? [])].map(String).join('|')), /New Zealand/)
  await page.reload()
  await take(page, edited)
  await listed(page, 'applied', 'Pacific desk')
  await page.click('slugline-topics .add')
  await page.fill('slugline-tag-search input', 'pacific')
  assert.equal(await page.locator('slugline-tag-search [data-tag="house:pac"]').count(), 1)
})

journey('what was decided is learned, saved as a file, forgotten, and opened again', async (page) => {
  await take(page, example)
  const before = await names(page, 'applied')
  const [unwanted] = before
  await say(page, unwanted, 'reject')
  await listed(page, 'rejected', unwanted)
  await page.click('slugline-topics .desk button')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('slugline-desk .save')])
  const file = await readFile(await download.path(), 'utf8')
  const desk = JSON.parse(file)
  assert.deepEqual([desk.version, desk.decisions.length, desk.decisions[0].verdict], [1, 1, 'reject'])
  assert.ok(!file.includes('Odhiambo'), 'the file holds words of the story')
  await page.click('slugline-desk .forget-decisions')
  await page.click('slugline-desk .forget-decisions')
  await page.keyboard.press('Escape')
  await listed(page, 'applied', unwanted)
  assert.deepEqual(await names(page, 'applied'), before)

  // Another desk has taken that tag off twenty stories much like this one, which are not this one.
  const decisions = Array.from({ length: 20 }, (_, i) => ({ ...desk.decisions[0], story: `elsewhere-${i}`, when: new Date(i).toISOString() }))
  await page.click('slugline-topics .desk button')
  await open(page, 'desk', 'desk.json', JSON.stringify({ ...desk, decisions }))
  assert.match(await page.locator('slugline-desk [role=status]').innerText(), /20 decisions and 0 house tags read/)
  await page.keyboard.press('Escape')
  await listed(page, 'applied', unwanted, false)
  assert.equal(await page.locator('slugline-topics .rejected').count(), 0)
  await page.reload()
  await take(page, example)
  assert.ok(!(await names(page, 'applied')).includes(unwanted))
  assert.match(await page.locator('slugline-topics .desk').innerText(), /20 decisions/)
})

journey(
  'under a finger the words on a tag are there, and large enough',
  async (page) => {
    await take(page, example)
    await page.click('.tabs [data-tab=topics]')
    const box = await page.locator('slugline-topics .acts .accept').first().boundingBox()
    assert.ok(box && box.width >= 44 && box.height >= 44, JSON.stringify(box))
    await page.locator('slugline-topics .acts .reject').first().tap()
    await page.locator('slugline-topics .rejected').waitFor()
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
)
