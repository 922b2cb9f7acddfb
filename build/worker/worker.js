/**
 * Builds the Cloudflare Worker into build/dist/worker (script and modules) and
 * build/dist/worker-site (the page's files, with their headers). The engine, the Go
 * handler, wasm_exec.js and the site are there already: `make worker` makes them first.
 *
 *   node build/worker/worker.js
 */

import { copyFile, cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

import { importMemory } from './memory.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'build/dist')
const worker = join(dist, 'worker')
const site = join(dist, 'worker-site')

const handler = importMemory(await readFile(join(dist, 'handler.wasm')))
await writeFile(join(worker, 'app.wasm'), handler.module)
await build({
  // wasm_exec.js defines the class Go as a global; it is the one workers-assets-gen wrote.
  stdin: { contents: `import './wasm_exec.js'\nexport { default } from ${JSON.stringify(join(root, 'wasm/edge/entry.js'))}`, resolveDir: worker },
  outfile: join(worker, 'index.js'),
  bundle: true,
  format: 'esm',
  target: 'es2023',
  minify: true,
  external: ['*.wasm'],
  define: { HANDLER_PAGES: String(handler.pages) },
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
})
for (const name of ['wasm_exec.js', 'runtime.mjs', 'worker.mjs']) await rm(join(worker, name), { force: true })
await copyFile(join(dist, 'engine.wasm'), join(worker, 'engine.wasm'))

await rm(site, { recursive: true, force: true })
await cp(join(dist, 'site'), site, { recursive: true })
await rm(join(site, 'reference.wasm'), { force: true }) // for comparing engines while developing, and large
/** @type {Record<string, string>} */
const headers = { ...JSON.parse(await readFile(join(root, 'build/serve/headers.json'), 'utf8')), 'Strict-Transport-Security': 'max-age=31536000' } // Cloudflare serves https
await writeFile(join(site, '_headers'), `/*\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
