/**
 * What the page costs its reader, beside the bars we set, in headless Chromium on this
 * machine's loopback. A figure is the median of a few runs; a bar missed fails the command.
 *
 *   make bench-page
 *   node build/pagebench/pagebench.js start tasks     # only these
 */

import { cpus, loadavg } from 'node:os'

import { launch, serve } from '../../web/test/site.js'
import { longest, memory, quantile, start, starts, typing } from './measure.js'

const wanted = process.argv.slice(2)
const runs = 5

/** @param {string} what @param {number} figure @param {number} bar @param {string} unit @param {string} [more] */
function report(what, figure, bar, unit, more = '') {
  const kept = figure <= bar
  if (!kept) process.exitCode = 1
  console.log(`${what.padEnd(48)}${figure.toFixed(1).padStart(9)} ${unit.padEnd(3)} bar ${String(bar).padStart(4)}  ${kept ? 'kept' : 'MISSED'}  ${more}`)
}

/** @template T @param {number} n @param {() => Promise<T>} act */
async function times(n, act) {
  const found = /** @type {T[]} */ ([])
  for (let run = 0; run < n; run++) found.push(await act())
  return found
}

/** @param {number[]} values */
const spread = (values) => `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}, ${values.length} runs`

/** @param {import('./measure.js').Task[]} tasks */
const processor = (tasks) => `${quantile(tasks.map(({ cpu }) => cpu), 0.5).toFixed(1)} ms of the processor`

/** @type {Record<string, (browser: import('playwright-core').Browser, url: string) => Promise<void>>} */
const parts = {
  async start(browser, url) {
    await start(browser, url) // the first reads files from the disk
    const found = await times(runs, () => start(browser, url))
    report('first visit, start to the highlighted example', quantile(found, 0.5), 400, 'ms', spread(found))
    const later = await starts(browser, url, runs, 4000)
    report('later visits, the same', quantile(later, 0.5), 400, 'ms', spread(later))
  },
  async tasks(browser, url) {
    for (const [bytes, bar] of [[5_000, 50], [200_000, 100]]) {
      const found = await times(runs, () => longest(browser, url, bytes))
      const clock = found.map(({ wall }) => wall)
      report(`longest task, article of ${bytes / 1000} KB`, quantile(clock, 0.5), bar, 'ms', `${spread(clock)}; ${processor(found)}`)
    }
  },
  async typing(browser, url) {
    const found = await times(3, () => typing(browser, url, 20_000, 200))
    const frames = found.map((one) => quantile(one.frames, 0.95))
    report('typing in 20 KB: frame time, 95th percentile', quantile(frames, 0.5), 17, 'ms', `${spread(frames)}; longest task: ${processor(found.map((one) => one.longest))}`)
  },
  async memory(browser, url) {
    const mb = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2)
    const tell = (/** @type {number} */ n, /** @type {number} */ heap) => console.log(`  after ${n} pastes ${mb(heap)} MB`)
    const { before, after } = await memory(browser, url, { pastes: 1000, first: 100, bytes: 5000, tell })
    report('heap growth, pastes 100 to 1,000 of 5 KB', (after / before - 1) * 100, 10, '%', `${mb(before)} → ${mb(after)} MB`)
  },
}

console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)} (times by the clock count only on a machine that does nothing else)`)
const server = await serve()
const browser = await launch()
try {
  for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part(browser, server.url)
} finally {
  await browser.close()
  await server.close()
}
