// The measurements of the page that `make bench-page` prints and the tests hold to looser
// bars: start, longest task, frames while typing, memory. Tasks come from Chromium's trace,
// so a task counts from its first script to the end of the layout it runs; what the tool
// itself makes the page do is left out, because texts are handed over before the trace starts.

import { article } from './articles.js'
import { visit } from '../../web/test/site.js'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Browser} Browser */

/**
 * A task of the main thread in milliseconds: by the clock, and of the processor's time, which
 * is what the page itself costs where other programs share the machine.
 * @typedef {{ wall: number, cpu: number }} Task
 */

const ready = () => {
  const session = /** @type {any} */ (document.querySelector('slugline-analyzer'))?.session
  return session?.state === 'ready' && session.story !== null
}

/** @param {number[]} values @param {number} share 0.5 is the median */
export const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

/**
 * Milliseconds from the start of the navigation until the example, asked for as soon as its
 * button is there, is painted with its names. Until then the page is left alone: what
 * evaluates scripts in it, or asks for frames, would be measured along.
 * @param {Browser} browser
 * @param {string} url
 * @returns {Promise<number>} of a reader who was never here: nothing is cached
 */
export async function start(browser, url) {
  const { page, close } = await visit(browser, 'about:blank', { serviceWorkers: 'block' }, url, askForExample)
  const took = await shown(page, url)
  await close()
  return took
}

/**
 * As start, of a reader who has been here before: the service worker has the files, and the
 * browser what it has compiled of them.
 * @param {Browser} browser
 * @param {string} url
 * @param {number} visits
 * @param {number} pause ms between two of them, in which the browser stores what it compiled
 * @returns {Promise<number[]>}
 */
export async function starts(browser, url, visits, pause) {
  const { context, close } = await visit(browser, 'about:blank', {}, url, askForExample)
  const found = /** @type {number[]} */ ([])
  for (let n = 0; n < visits + 2; n++) {
    const page = await context.newPage()
    found.push(await shown(page, url))
    await page.waitForTimeout(pause)
    await page.close()
  }
  await close()
  return found.slice(2) // the second visit is the first that the service worker answers
}

/** @param {Page} page @param {string} url */
async function shown(page, url) {
  const told = page.waitForEvent('console', (message) => message.text().startsWith('pagebench '))
  await page.goto(url, { waitUntil: 'commit' })
  return Number((await told).text().split(' ')[1])
}

/** Runs in the page. */
function askForExample() {
  const pause = 4 // ms between two looks
  let asked = false
  const look = () => {
    const host = /** @type {any} */ (document.querySelector('slugline-analyzer'))
    const example = !asked && host?.shadowRoot?.querySelector('slugline-intake')?.shadowRoot?.querySelector('.example')
    if (example) {
      asked = true
      example.click()
    }
    if (asked && host.find('slugline-article')?.shadowRoot?.querySelector('mark'))
      requestAnimationFrame(() => setTimeout(() => console.log(`pagebench ${performance.now()}`)))
    else setTimeout(look, pause)
  }
  look()
}

/**
 * The tasks of the page's main thread while something happens, longest first.
 * @param {Browser} browser
 * @param {Page} page
 * @param {() => Promise<unknown>} act
 * @param {string} [keep] a file for the trace
 * @returns {Promise<Task[]>}
 */
export async function tasks(browser, page, act, keep) {
  const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', ...(keep ? ['v8.execute', 'disabled-by-default-v8.cpu_profiler'] : [])]
  await browser.startTracing(page, { categories, ...(keep ? { path: keep } : {}) })
  await page.evaluate(() => void performance.mark('pagebench'))
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const mark = traceEvents.find((/** @type {any} */ event) => event.name === 'pagebench')
  return traceEvents
    .filter((/** @type {any} */ event) => event.name === 'RunTask' && event.pid === mark.pid && event.tid === mark.tid && event.ts > mark.ts && event.dur)
    .map((/** @type {any} */ event) => ({ wall: event.dur / 1000, cpu: (event.tdur ?? event.dur) / 1000 }))
}

/**
 * Pastes an article of so many bytes and waits until all of it is drawn.
 * @param {Page} page
 * @param {{ title: string, text: string }} story
 */
export async function pasted(page, story) {
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true })
    window.pagebench = { paste: () => document.body.dispatchEvent(event) }
  }, story.text)
  await page.waitForTimeout(200)
  return async () => {
    await page.evaluate(() => void setTimeout(() => window.pagebench.paste(), 50))
    await page.waitForFunction(ready)
    await page.waitForFunction(() => {
      const shown = /** @type {any} */ (document.querySelector('slugline-analyzer'))?.find('slugline-article')
      return shown && shown.drawn >= shown.blocks.length
    })
    await page.waitForTimeout(400)
  }
}

/** The longest by the clock and by the processor, each. @param {Task[]} found @returns {Task} */
const most = (found) => ({ wall: Math.max(...found.map(({ wall }) => wall)), cpu: Math.max(...found.map(({ cpu }) => cpu)) })

/**
 * The longest task from a paste until the page is at rest.
 * @param {Browser} browser
 * @param {string} url
 * @param {number} bytes
 * @param {string} [keep]
 */
export async function longest(browser, url, bytes, keep) {
  const { page, close } = await visit(browser, url)
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('slugline-analyzer'))?.session?.release)
  // One story before, so that code is compiled and the history is not empty, as on any day.
  await (await pasted(page, article(1, 5000)))()
  await page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).leave())
  await page.waitForSelector('slugline-intake')
  const act = await pasted(page, article(2, bytes))
  const found = await tasks(browser, page, act, keep)
  await close()
  return most(found)
}

/**
 * Milliseconds between frames while somebody types into the middle of an article.
 * @param {Browser} browser
 * @param {string} url
 * @param {number} bytes
 * @param {number} keys
 * @param {string} [keep]
 * @returns {Promise<{ frames: number[], longest: Task }>}
 */
export async function typing(browser, url, bytes, keys, keep) {
  const { page, close } = await visit(browser, url)
  await (await pasted(page, article(3, bytes)))()
  await page.click('.bar .edit')
  await page.evaluate((at) => /** @type {any} */ (document.querySelector('slugline-analyzer')).find('slugline-editor').place(at), Math.floor(bytes / 2))
  await page.waitForTimeout(500)
  let frames = /** @type {number[]} */ ([])
  const found = await tasks(
    browser,
    page,
    async () => {
      await page.evaluate(() => {
        const frames = /** @type {number[]} */ ([])
        let last = 0
        const tick = (/** @type {number} */ now) => {
          if (last) frames.push(now - last)
          last = now
          if (!window.pagebench.enough) requestAnimationFrame(tick)
        }
        requestAnimationFrame(tick)
        window.pagebench = { frames, enough: false }
      })
      const words = 'The minister told Reuters in Accra on Tuesday that Ama Boateng of the Bank of Ghana had left. '
      for (let at = 0; at < keys; at++) {
        await page.keyboard.type(words[at % words.length])
        await page.waitForTimeout(at % 24 === 23 ? 400 : 60) // a breath now and then, in which the analysis arrives
      }
      frames = await page.evaluate(() => ((window.pagebench.enough = true), window.pagebench.frames))
    },
    keep,
  )
  await close()
  return { frames, longest: most(found) }
}

/**
 * JavaScript heap, in bytes, of the page after the first `first` of `pastes` articles, and after all.
 * @param {Browser} browser
 * @param {string} url
 * @param {{ pastes: number, first: number, bytes: number, tell?: (n: number, heap: number) => void }} amount
 */
export async function memory(browser, url, { pastes, first, bytes, tell = () => {} }) {
  const { context, page, close } = await visit(browser, url)
  const devtools = await context.newCDPSession(page)
  const heap = async () => {
    // With no story on the page: how much one takes up depends on what it shares with those kept.
    await page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).leave())
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
    for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage')
    return (await devtools.send('Runtime.getHeapUsage')).usedSize
  }
  let before = 0
  let after = 0
  for (let at = 0; at < pastes; at++) {
    const story = article(1000 + at, bytes)
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      const host = /** @type {any} */ (document.querySelector('slugline-analyzer'))
      host.session.before = host.session.analysis
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }))
    }, story.text)
    await page.waitForFunction((n) => {
      const { session } = /** @type {any} */ (document.querySelector('slugline-analyzer'))
      return session.state === 'ready' && session.analysis !== session.before && (session.before = null, session.kept >= n)
    }, at + 1)
    if (at + 1 !== first && (at + 1) % 100 !== 0 && at + 1 !== pastes) continue
    after = await heap()
    if (at + 1 === first) before = after
    tell(at + 1, after)
  }
  await close()
  return { before, after }
}
