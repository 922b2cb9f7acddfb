/**
 * What a reader downloads, compressed by Brotli as a good server does it once and for all
 * (quality 11), beside its budget. Fails over a budget.
 *
 *   make size
 */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)
const site = new URL('./dist/site/', import.meta.url)

/** @param {string} name in the site's folder */
async function sizeOf(name) {
  const bytes = await readFile(new URL(name === './' ? 'index.html' : name, site))
  const small = await compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
  return { name, raw: bytes.length, small: small.length }
}

/** @param {number} n */
const shown = (n) => n.toLocaleString('en').padStart(12)

/** @type {{ files: string[] }} */
const { files } = await readFile(new URL('precache.json', site), 'utf8').then(JSON.parse, () => {
  console.error(`${fileURLToPath(site)} is not there: run "make build".`)
  process.exit(1)
})
const firstLoad = await Promise.all([...files, 'sw.js', 'precache.json'].map(sizeOf))
const reference = await sizeOf('reference.wasm').catch(() => undefined)

/** Kept for offline, but no part of what must arrive before the first story: the map. */
const onUse = /part-map-/

/** @param {(name: string) => boolean} which */
const sum = (which) => firstLoad.filter(({ name }) => !onUse.test(name)).filter(({ name }) => which(name)).reduce((total, { small }) => total + small, 0)

console.log(`${'file'.padEnd(36)}${'bytes'.padStart(12)}${'brotli'.padStart(12)}`)
for (const { name, raw, small } of [...firstLoad].sort((a, b) => b.small - a.small)) console.log(name.padEnd(36) + shown(raw) + shown(small))
if (reference) console.log('reference.wasm (only when asked for)'.padEnd(36) + shown(reference.raw) + shown(reference.small))

/** Budgets in bytes: `aim` is what we want, `bar` what fails the build. */
const budgets = [
  { what: 'engine.wasm', size: sum((name) => name === 'engine.wasm'), aim: 1_400_000, bar: 1_400_000 },
  { what: 'first load, all files', size: sum(() => true), aim: 1_500_000, bar: 1_600_000 },
  { what: 'JavaScript', size: sum((name) => name.endsWith('.js')), aim: 120_000, bar: 120_000 },
]
console.log(`\n${'budget'.padEnd(36)}${'brotli'.padStart(12)}${'aim'.padStart(12)}${'bar'.padStart(12)}`)
for (const { what, size, aim, bar } of budgets) {
  const verdict = size > bar ? 'over the bar' : size > aim ? 'over the aim' : 'kept'
  console.log(what.padEnd(36) + shown(size) + shown(aim) + shown(bar) + `  ${verdict}`)
  if (size > bar) process.exitCode = 1
}
