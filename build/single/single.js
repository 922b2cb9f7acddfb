/**
 * Builds the page in one file, build/dist/slugline.html: opened by double-click, offline, with
 * everything it needs inside. Fails where it grows over its budget.
 *
 *   node build/single/single.js   (make single: the engine first)
 */

import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import { build } from 'esbuild'

import { encode } from '../../web/base85.js'
import { styles } from '../site/styles.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const out = join(root, 'build/dist/slugline.html')
const BUDGET = 2_600_000

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'esm',
  target: ['chrome119', 'firefox128', 'safari17.5'],
  minify: true,
  legalComments: 'inline',
  external: ['node:*'],
  logLevel: 'warning',
  absWorkingDir: root,
  plugins: [styles],
  write: false,
}

/** @param {string} path @param {import('esbuild').BuildOptions} [more] */
async function bundle(path, more) {
  const { outputFiles = [] } = await build({ ...common, entryPoints: [path], ...more })
  if (outputFiles.length !== 1) throw new Error(`${path} makes ${outputFiles.length} files`)
  // Inside a script element only these three would end or open one.
  return outputFiles[0].text.replace(/<(?=\/script|script|!--)/gi, '\\x3c').trim()
}

/** The map's world is data, which is carried compressed. @type {import('esbuild').Plugin} */
const world = {
  name: 'world',
  setup: (build) => build.onResolve({ filter: /\/world\.js$/ }, () => ({ path: join(root, 'web/map/world-single.js') })),
}
const page = await bundle('web/single.js', { plugins: [world, styles] })
const style = (await bundle('web/style/page.css')).replaceAll('\\x3c', '<')
/** As classic scripts: a page from disk may not start modules from Blobs. @param {string} path */
const worker = async (path) => `(async()=>{${await bundle(path)}\n})()`
const workers = { worker: await worker('web/engine/worker.js'), search: await worker('web/search/worker.js'), reader: await worker('web/intake/batch/worker.js') }
const icon = (await readFile(join(root, 'web/icon.svg'))).toString('base64')

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
/** @param {Buffer} bytes */
const packed = (bytes) => encode(gzipSync(bytes, { level: 9, memLevel: 9 }))

const policy = [
  "default-src 'none'",
  `script-src ${hash(page)} blob: 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  'img-src data:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html dompurify default slugline slugline-page',
].join('; ')

const html = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Slugline</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<style>${style}</style>
</head>
<body>
<slugline-analyzer><p>Slugline</p></slugline-analyzer>
<noscript>Slugline reads stories in your own browser, and needs JavaScript for that. Please allow it for this page.</noscript>
<script type="text/plain" id="workers">${packed(Buffer.from(JSON.stringify(workers)))}</script>
<script type="text/plain" id="world">${packed(await readFile(join(root, 'node_modules/world-atlas/countries-110m.json')))}</script>
<script type="text/plain" id="engine">${packed(await readFile(join(root, 'build/dist/engine.wasm')))}</script>
<script type="module">${page}</script>
</body>
</html>
`
await writeFile(out, html)
const size = Buffer.byteLength(html)
console.log(`build/dist/slugline.html: ${size.toLocaleString('en')} bytes of ${BUDGET.toLocaleString('en')}`)
if (size > BUDGET) process.exitCode = 1
