/**
 * How the page opens an archive of 100,000 generated articles in Chromium: milliseconds from
 * the first byte of the page to the first verdict, and the longest task on the page's thread
 * meanwhile. Figures, beside their bars.
 *
 *   make bench-archive        # writes build/cache/large.slugline first, where it is not there
 *
 * The archive's files and the list's lines are put into IndexedDB by hand: an import would
 * fingerprint every article anew. The texts beside the archive are left out; the page reads
 * one of them when its story is opened, and never all.
 */

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { chromium } from 'playwright-core'

import { chromiumOptions, serve } from '../../web/test/site.js'

const file = process.argv[2] ?? fileURLToPath(new URL('../cache/large.slugline', import.meta.url))
const runs = Number(process.argv[3] ?? 7)

/** @type {{ title: string, text: string }[]} */
const stories = JSON.parse(await readFile(file.replace(/\.slugline$/, '.json'), 'utf8'))
const { size } = await stat(file)

const site = await serve()
const profile = await mkdtemp(join(tmpdir(), 'slugline-'))
const context = await chromium.launchPersistentContext(profile, { ...chromiumOptions, viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' })
try {
  const page = context.pages()[0] ?? (await context.newPage())
  await fill(page)
  const first = /** @type {number[]} */ ([])
  const longest = /** @type {number[]} */ ([])
  const listed = /** @type {number[]} */ ([])
  await page.addInitScript(watch)
  for (let run = 0; run <= runs; run++) {
    const story = stories[run % stories.length]
    await page.goto(site.url)
    const [verdict, list] = await page.evaluate(ask, story)
    const tasks = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (window).tasks))
    if (!run) continue // the first start warms the disk
    first.push(verdict)
    listed.push(list)
    longest.push(Math.max(0, ...tasks))
  }
  const kept = await page.evaluate(() => document.querySelector('slugline-analyzer')?.['session'].kept)
  console.log(`${kept} articles, ${(size / 1e6).toFixed(0)} MB of archive; ${runs} openings in Chromium ${context.browser()?.version() ?? ''}`)
  say('ms to the first verdict', first, 1500)
  say('ms to the list in History', listed)
  say('longest task on the page, ms', longest, 50, true)
} finally {
  await context.close()
  await site.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
}

/** @param {string} what @param {number[]} figures @param {number} [bar] @param {boolean} [each] the bar is for every one of them, not for their median */
function say(what, figures, bar, each = false) {
  const sorted = [...figures].sort((a, b) => a - b)
  const [median, worst] = [sorted[sorted.length >> 1], sorted[sorted.length - 1]]
  const verdict = bar === undefined ? '' : `  bar ${bar}: ${(each ? worst : median) <= bar ? 'kept' : 'missed'}`
  console.log(`${what.padEnd(32)} median ${median.toFixed(0).padStart(5)}  worst ${worst.toFixed(0).padStart(5)}${verdict}`)
}

/** In the page, before its own scripts: notes every task of 50 ms or more, and begins to paste as soon as the page can take it. */
function watch() {
  const tasks = /** @type {number[]} */ ([])
  Object.assign(window, { tasks })
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => tasks.push(entry.duration))).observe({ type: 'longtask', buffered: true })
}

/** In the page: pastes a story, waits for its verdict, then opens History. @param {{ title: string, text: string }} story */
async function ask(story) {
  const until = async (/** @type {() => unknown} */ truth) => {
    while (!truth()) await new Promise((resolve) => setTimeout(resolve, 4))
    return performance.now()
  }
  const host = /** @type {any} */ (await new Promise((resolve) => {
    const look = () => (document.querySelector('slugline-analyzer')?.['session'] ? resolve(document.querySelector('slugline-analyzer')) : setTimeout(look, 4))
    look()
  }))
  host.take(story)
  const verdict = await until(() => host.find('slugline-seen')?.shadowRoot.querySelector('.match'))
  await until(() => host.session.kept > 0)
  const asked = performance.now()
  host.show('slugline-history')
  const listed = (await until(() => host.find('slugline-history').shadowRoot.querySelector('.group'))) - asked
  await new Promise((resolve) => setTimeout(resolve, 300)) // tasks that come late count as well
  return [verdict, listed]
}

/** Puts the archive and its list into the browser's database. @param {import('playwright-core').Page} page */
async function fill(page) {
  await page.goto(site.url)
  await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['session']?.lasting)
  await page.goto('about:blank')
  await page.route('**/fill', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>fill</title><input type=file>' }))
  await page.goto(`${site.url}fill`)
  await page.setInputFiles('input', file)
  const count = await page.evaluate(async () => {
    const [pack] = /** @type {FileList} */ (/** @type {HTMLInputElement} */ (document.querySelector('input')).files)
    const done = (/** @type {IDBTransaction} */ tx) => new Promise((resolve, reject) => ((tx.oncomplete = resolve), (tx.onerror = () => reject(tx.error))))
    const db = await new Promise((/** @type {(db: IDBDatabase) => void} */ resolve) => {
      const opening = indexedDB.open('slugline')
      opening.onsuccess = () => resolve(opening.result)
    })
    const decoder = new TextDecoder()
    let chunks = 0
    for (let at = 12; at < pack.size; ) {
      const head = new DataView(await pack.slice(at, at + 64).arrayBuffer())
      const length = head.getUint8(0)
      const name = decoder.decode(new Uint8Array(head.buffer, 1, length))
      const size = head.getUint32(1 + length, true)
      const from = at + 9 + length
      const bytes = await pack.slice(from, from + size).arrayBuffer()
      const tx = db.transaction('archive', 'readwrite')
      tx.objectStore('archive').put(new Blob([bytes]), name)
      await done(tx)
      at = from + size
      chunks++
    }
    for (let n = 0; n < 100_000; n += 2000) {
      const tx = db.transaction('stories', 'readwrite')
      for (let at = n; at < n + 2000; at++) {
        const id = `generated-${String(at).padStart(6, '0')}`
        const when = new Date(1.6e12 + 60e3 * at).toISOString()
        tx.objectStore('stories').put({ id, title: `Generated story ${at}`, when, words: 650, verdict: '', topic: 'politics', again: 0, story: id, names: [`Name${at % 977}`, `Town${at % 31}`], tags: ['politics'] })
      }
      await done(tx)
    }
    const tx = db.transaction('settings', 'readwrite')
    tx.objectStore('settings').put(1, 'revision')
    await done(tx)
    db.close()
    return chunks
  })
  await page.unroute('**/fill')
  console.log(`${count} files put into IndexedDB`)
}
