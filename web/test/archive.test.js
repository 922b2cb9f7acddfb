// The stories kept, as a reader handles them: found again, taken out and put back, carried
// to another browser, shared by two tabs, safe when the disk is full or the tab is killed.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { edited, example } from '../story/example.js'
import { built, kept, launch, serve, take, visit } from './site.js'

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

/**
 * @param {string} name
 * @param {(page: Page, visitor: Awaited<ReturnType<typeof visit>>) => Promise<void>} act
 */
function journey(name, act) {
  test(name, { timeout: 90000 }, async () => {
    const visitor = await visit(browser, server.url)
    try {
      await act(visitor.page, visitor)
      assert.deepEqual(visitor.noted, [])
    } finally {
      await visitor.close()
    }
  })
}

/** Three that share no sentence. */
const three = [
  {
    title: 'Mbale council votes to repair the lighthouse',
    text: 'The council of Mbale voted on Tuesday to repair the old lighthouse beside the market, which has been shut since the floods of last spring. Councillor Maria Okello said the work would begin in June and cost four million shillings. Traders who had moved their stalls to the bus park welcomed the vote.',
  },
  {
    title: 'Kisoro farmers dig an aqueduct by hand',
    text: 'Eleven families above Kisoro have dug an aqueduct across two valleys so that their beans survive the dry months, after floods carried the pump away in March. Samuel Byaruhanga, who drew the plan on the back of a calendar, measured the slope with a bottle of water. The district engineer came on Friday and asked for a copy.',
  },
  {
    title: 'An observatory opens over Gulu',
    text: 'Students in Gulu looked at the rings of Saturn for the first time on Thursday night through a telescope that Professor Grace Atim brought from Cape Town in eleven crates. The observatory stands on the roof of a former cotton store, and rain is kept off by a door that once closed a railway wagon. Entry is free on Sundays.',
  },
]

/** Adds stories as one file of JSON lines. @param {Page} page @param {{ title: string, text: string }[]} stories */
async function add(page, stories) {
  const lines = stories.map((story) => JSON.stringify(story)).join('\n')
  await page.setInputFiles('.files', { name: 'stories.jsonl', mimeType: 'application/x-ndjson', buffer: Buffer.from(lines) })
  await page.locator('slugline-batch .shut').click()
}

/** @param {Page} page */
const titles = (page) => page.locator('slugline-history [data-story] b').allInnerTexts()

/**
 * Types into the search; its last answer stands until the next comes, so what must be found is
 * waited for.
 * @param {Page} page @param {string[]} wanted titles, in any order @param {string} words @param {string} [where]
 */
async function finds(page, wanted, words, where = 'all') {
  await page.selectOption('slugline-history .where', where)
  await page.fill('slugline-history .find', words)
  const until = Date.now() + 10_000
  const sorted = async () => (await titles(page)).sort()
  while (Date.now() < until && JSON.stringify(await sorted()) !== JSON.stringify([...wanted].sort())) await page.waitForTimeout(50)
  await page.waitForFunction(() => {
    const history = document.querySelector('slugline-analyzer')?.['find']('slugline-history')
    return history.found && history.reading.done
  })
  assert.deepEqual(await sorted(), [...wanted].sort(), words)
}

journey('history finds a story by a word of its text, by a name, and not by what it has not', async (page) => {
  await add(page, three)
  await kept(page, 3)
  await page.click('.bar .past')
  await finds(page, [three[1].title], 'aqueduct floods')
  await finds(page, [three[2].title], 'Gulu', 'names')
  await finds(page, [], 'bus park', 'names')
  await page.locator('slugline-history .none', { hasText: 'No story has these words' }).waitFor()
  await finds(page, [three[0].title], '"bus park"', 'words')
  await finds(page, [three[1].title, three[0].title], 'floods')
  await finds(page, [three[2].title], 'observatry') // a slip of the finger
})

journey('versions of one story stand together, with the day the first was seen', async (page) => {
  await take(page, example)
  await kept(page, 1)
  await take(page, edited)
  await kept(page, 2)
  await add(page, three.slice(0, 1))
  await page.click('.bar .past')
  await page.locator('slugline-history .group').nth(1).waitFor()
  assert.equal(await page.locator('slugline-history .group').count(), 2)
  assert.match(await page.locator('slugline-history summary').innerText(), /2 versions, first seen just now/)
  assert.match(await page.locator('slugline-history .group', { has: page.locator('summary') }).innerText(), /Kenya, New Zealand sign/)
})

journey('a story taken out is no longer compared with; undo puts it back as it was', async (page) => {
  await add(page, three)
  await page.click('.bar .past')
  const row = page.locator('slugline-history .line', { hasText: three[1].title })
  await row.locator('.remove').click()
  await kept(page, 2)
  await row.waitFor({ state: 'detached' }) // the list follows the count
  await page.click('slugline-history .undo')
  await kept(page, 3)
  await row.waitFor()
  await page.keyboard.press('Escape')
  await take(page, three[1])
  await page.locator('[data-verdict=exact]').waitFor()
})

journey('what is forgotten is in no file any more', async (page) => {
  await add(page, three)
  await page.click('.bar .past')
  await page.locator('slugline-history .line', { hasText: 'aqueduct' }).locator('.remove').click()
  await kept(page, 2)
  const engine = await page.evaluate(async () => {
    const { past } = await /** @type {any} */ (document.querySelector('slugline-analyzer')).session.ready()
    const files = await past.store.files()
    const { bytes } = await past.engine.archive.stats()
    return { texts: files.filter((/** @type {string} */ name) => name.startsWith('t-')).length, graves: files.filter((/** @type {string} */ name) => name.startsWith('d-')).length, bytes }
  })
  assert.equal(engine.texts, 1, 'one file of texts, written anew')
})

journey('stories older than a day are forgotten together, and all of them on a second press', async (page) => {
  await add(page, three)
  await page.evaluate(async () => {
    const { store } = await /** @type {any} */ (document.querySelector('slugline-analyzer')).session.ready()
    const [line] = (await store.lines(9)).filter((/** @type {any} */ one) => one.title.includes('Mbale'))
    await store.note({ ...line, when: '2020-02-03T10:00:00.000Z' })
  })
  await page.click('.bar .past')
  await page.click('slugline-history .manage')
  await page.fill('slugline-history input[type=date]', '2020-02-04')
  const older = page.locator('slugline-history .forget-older')
  await page.waitForFunction(() => !document.querySelector('slugline-analyzer')?.['find']('slugline-history').shadowRoot.querySelector('slugline-keep').shadowRoot.querySelector('.forget-older').disabled)
  assert.match(await older.innerText(), /Forget 1/)
  await older.click()
  await kept(page, 3)
  await older.click()
  await kept(page, 2)
  await page.locator('slugline-history [data-story] b', { hasText: 'Mbale' }).waitFor({ state: 'detached' }) // the list follows the count
  await page.click('slugline-history .forget')
  await page.click('slugline-history .forget')
  await kept(page, 0)
  await page.keyboard.press('Escape')
  await take(page, three[1])
  await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['analysis'].matches.length === 0)
})

journey('an archive is carried to another browser and merged: what was there is not doubled', async (page) => {
  await add(page, three.slice(0, 2))
  await page.click('.bar .past')
  await page.click('slugline-history .manage')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('slugline-history .export')])
  assert.match(download.suggestedFilename(), /^slugline-\d{4}-\d\d-\d\d\.slugline$/)
  const file = await download.path()
  const other = await visit(browser, server.url)
  await add(other.page, three.slice(2))
  await other.page.click('.bar .past')
  await other.page.click('slugline-history .manage')
  await other.page.setInputFiles('slugline-history .archive', file)
  await kept(other.page, 3)
  await other.page.locator('slugline-history .told', { hasText: '2 stories imported' }).waitFor()
  await other.page.setInputFiles('slugline-history .archive', file)
  await other.page.locator('slugline-history .told', { hasText: '2 were here already' }).waitFor()
  await kept(other.page, 3)
  await other.page.setInputFiles('slugline-history .archive', { name: 'list.slugline', mimeType: 'text/plain', buffer: Buffer.from('milk, eggs, two loaves of bread') })
  await other.page.locator('slugline-history .told', { hasText: 'is no Slugline archive' }).waitFor()
  await other.page.reload()
  await other.page.waitForSelector('slugline-intake')
  await take(other.page, three[0])
  await other.page.locator('[data-verdict=exact]').waitFor()
  await other.page.click('.bar .past')
  await finds(other.page, [three[1].title], 'Kisoro')
  await other.page.locator('slugline-history .open').first().click()
  await other.page.locator('slugline-article', { hasText: 'aqueduct' }).waitFor()
  assert.deepEqual(other.noted, [])
  await other.close()
})

journey('two tabs: what one keeps the other lists and compares with', async (page, { context }) => {
  const second = await context.newPage()
  await second.goto(server.url)
  await second.waitForSelector('slugline-intake')
  await take(page, three[0])
  await kept(second, 1)
  await Promise.all([add(page, [three[1]]), add(second, [three[2]])])
  await Promise.all([kept(page, 3), kept(second, 3)])
  await take(second, three[1])
  await second.locator('[data-verdict=exact]').waitFor()
  await second.close()
})

journey('a story is analysed although another tab writes for long', async (page, { context }) => {
  await add(page, three.slice(0, 1))
  const second = await context.newPage()
  await second.goto(server.url)
  await second.waitForSelector('slugline-intake')
  await second.evaluate(() => void navigator.locks.request('slugline-archive', () => new Promise((done) => Object.assign(window, { done }))))
  await take(page, three[0])
  await page.locator('[data-verdict=exact]').waitFor()
  await take(page, three[1])
  await second.evaluate(() => /** @type {any} */ (window).done())
  await kept(page, 2)
  await second.close()
})

journey('storage that is full: the story stays on the page, what was kept stays kept, and it is said what to do', async (page) => {
  await take(page, three[0])
  await kept(page, 1)
  const stop = await page.evaluateHandle(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'archive') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, /** @type {[any]} */ (args))
    }
    return () => (IDBObjectStore.prototype.put = put)
  })
  await take(page, three[1])
  const alert = page.locator('.strip[role=alert]')
  await alert.waitFor()
  assert.match(await alert.innerText(), /storage for the page is full[\s\S]*export the archive/)
  assert.match(await page.locator('slugline-article article').innerText(), /aqueduct/)
  await kept(page, 1)
  await stop.evaluate((free) => free())
  await take(page, three[2])
  await kept(page, 2)
  await take(page, three[0])
  await page.locator('[data-verdict=exact]').waitFor()
})

journey('a browser with stories of the first edition opens them', async (page, { context }) => {
  await page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.ready())
  await page.goto('about:blank')
  await context.route('**/old', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel=icon href="data:,"><title>old</title>' }))
  await page.goto(`${server.url}old`)
  await page.evaluate(async (story) => {
    const wait = (/** @type {IDBRequest} */ request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))))
    await wait(indexedDB.deleteDatabase('slugline'))
    const opening = indexedDB.open('slugline', 1)
    opening.onupgradeneeded = () => {
      const db = opening.result
      db.createObjectStore('stories', { keyPath: 'id' }).createIndex('when', 'when')
      db.createObjectStore('texts', { keyPath: 'id' })
      db.createObjectStore('archive')
      db.createObjectStore('settings')
    }
    const db = await wait(opening)
    const tx = db.transaction(['stories', 'texts'], 'readwrite')
    tx.objectStore('stories').put({ id: 'a', title: story.title, when: '2026-01-02T03:04:05.000Z', words: 70, verdict: '', topic: 'politics', again: 0 })
    tx.objectStore('texts').put({ id: 'a', ...story })
    await new Promise((resolve) => (tx.oncomplete = resolve))
    db.close()
  }, three[0])
  await page.goto(server.url)
  await page.waitForSelector('slugline-intake')
  await kept(page, 1)
  await page.click('.bar .past')
  await page.locator('slugline-history .group', { hasText: three[0].title }).waitFor()
})
