// Nothing that is pasted ever runs, and nothing that is pasted ever becomes markup: in HTML,
// titles, texts, file names, corrections and what the database holds from an earlier visit.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { example } from '../story/example.js'
import { markup, words } from './payloads.js'
import { built, launch, paste, serve, visit } from './site.js'

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

/** @param {(page: import('playwright-core').Page) => Promise<void>} attack */
async function attacked(attack) {
  const { page, noted, close } = await visit(browser, server.url, {}, server.url, () => {
    Object.assign(window, { ran: 0, xss: () => Object.assign(window, { ran: window['ran'] + 1 }) })
  })
  await attack(page)
  assert.equal(await page.evaluate(() => window['ran']), 0)
  assert.deepEqual(noted, [])
  await close()
}

/** @param {import('playwright-core').Page} page */
const settled = (page) =>
  page.waitForFunction(() => {
    const session = document.querySelector('slugline-analyzer')?.['session']
    return session.state === 'ready' && session.story !== null
  })

test('there are at least 300 payloads', () => assert.ok(markup.length >= 300, String(markup.length)))

test('pasted HTML', { timeout: 180000 }, () =>
  attacked(async (page) => {
    for (const html of markup) {
      await page.focus('slugline-intake textarea')
      await paste(page, 'The bank in Accra said no.', html)
      await page.waitForFunction(() => {
        const analyzer = document.querySelector('slugline-analyzer')
        return analyzer?.['session'].state === 'ready' || analyzer?.['message']
      })
      const foreign = await page.evaluate(() => {
        const article = document.querySelector('slugline-analyzer')?.['find']('slugline-article')
        if (!article) return ''
        const kept = 'article h1 p mark span'.split(' ')
        return [...article.shadowRoot.querySelectorAll('*')].map((one) => one.localName).filter((name) => !kept.includes(name)).join()
      })
      assert.equal(foreign, '', html)
      await page.evaluate(() => document.querySelector('slugline-analyzer')?.['leave']())
      await page.waitForSelector('slugline-intake')
    }
  }))

test('titles and texts', { timeout: 120000 }, () =>
  attacked(async (page) => {
    for (const word of words) {
      const title = word.replace(/\s+/g, ' ').replaceAll('\0', '')
      await page.fill('slugline-intake input', title)
      await page.focus('slugline-intake textarea')
      await paste(page, `${example.text}\n\n${word}`)
      await settled(page)
      assert.ok((await page.locator('slugline-article h1').innerText()).includes(title.trim().slice(0, 20)))
      await page.evaluate(() => document.querySelector('slugline-analyzer')?.['leave']())
      await page.waitForSelector('slugline-intake')
    }
    await page.click('.bar .past')
    await page.locator('slugline-history [data-story]').first().waitFor()
  }))

test('an HTML file, its name, and names said in corrections', { timeout: 60000 }, () =>
  attacked(async (page) => {
    await page.setInputFiles('.files', [
      { name: `${words[4]}.html`, mimeType: 'text/html', buffer: Buffer.from(markup.slice(0, 40).join('\n')) },
      { name: `${words[4]}.bin`, mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2]) },
    ])
    await page.locator('slugline-batch .rows', { hasText: 'holds no plain text' }).waitFor()
    await page.click('slugline-batch .shut')
    await page.evaluate((words) => {
      const { session } = /** @type {any} */ (document.querySelector('slugline-analyzer'))
      return Promise.all(words.map((/** @type {string} */ name) => session.correct({ kind: 'same', name, other: name }, true)))
    }, words.slice(0, 20))
    await page.click('.bar .settings')
    assert.equal(await page.locator('slugline-settings li').count(), 20)
    const list = words.filter((name) => name.trim() && name.length <= 300).map((name) => ({ kind: 'same', name, other: `${name}!` }))
    await page.locator('slugline-settings input[type=file]').setInputFiles({ name: `${words[4]}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(list)) })
    await page.waitForFunction((n) => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.log.said.length === n, 20 + list.length)
    assert.equal(await page.locator('slugline-settings li').count(), 20 + list.length)
  }))

test('a database that another hand has written into', { timeout: 60000 }, () =>
  attacked(async (page) => {
    await page.click('.example')
    await settled(page)
    await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['session'].kept === 1)
    await page.evaluate(
      (words) =>
        new Promise((done) => {
          const opening = indexedDB.open('slugline')
          opening.onsuccess = () => {
            const tx = opening.result.transaction(['stories', 'texts'], 'readwrite')
            words.forEach((/** @type {string} */ title, /** @type {number} */ at) => {
              tx.objectStore('stories').put({ id: `x${at}`, title, when: title, words: title, verdict: title, topic: title, again: 0, ...(at % 2 ? { story: title, names: [title], tags: [title] } : {}) })
              tx.objectStore('texts').put({ id: `x${at}`, title, text: title })
            })
            tx.oncomplete = () => done(undefined)
          }
        }),
      words,
    )
    await page.reload()
    await page.waitForSelector('slugline-intake')
    await page.click('.bar .past')
    await page.fill('slugline-history .find', words[4].slice(0, 60))
    await page.locator('slugline-history .state', { hasText: 'found' }).waitFor()
    await page.fill('slugline-history .find', '')
    await page.locator('slugline-history [data-story=x4] .open').click()
    await settled(page)
  }))

test('the page’s policy forbids inline scripts, eval, and every other address', async () => {
  const { page, close } = await visit(browser, server.url)
  const outcome = await page.evaluate(async () => {
    const allowed = (/** @type {() => unknown} */ act) =>
      new Promise((done) =>
        setTimeout(() => {
          try {
            act()
            done(true)
          } catch {
            done(false)
          }
        }),
      )
    return {
      evaluated: await allowed(() => new Function('return 1')()),
      // eslint-disable-next-line no-restricted-properties -- the policy must forbid exactly this
      markup: await allowed(() => (document.body.innerHTML = '<b>x</b>')),
      away: await fetch('https://example.invalid/').then(() => true, () => false),
    }
  })
  assert.deepEqual(outcome, { evaluated: false, markup: false, away: false })
  assert.match(await page.locator('slugline-proof .badge').innerText(), /0 requests left this page/)
  await close()
})
