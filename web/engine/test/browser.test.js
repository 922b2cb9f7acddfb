/**
 * The suite over Chromium: on the page's own thread and in a module Worker, from the
 * sources as they are, under the policy that Slugline promises to live with. Every case
 * is a test of its own here; it runs in the page and sends back what went wrong.
 */

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { after, before, describe, test } from 'node:test'

import { launch, policy } from '../../test/site.js'
import { cases } from './suite.js'

const engine = new URL('../../../build/dist/engine.wasm', import.meta.url)
const skip = existsSync(engine) ? false : 'build/dist/engine.wasm is not built'

/** What the page may fetch: the client's sources and the engine. */
const FILES = /^\/(web\/engine\/[a-z/]+\.js|build\/dist\/engine\.wasm)$/
const types = /** @type {Record<string, string>} */ ({ '.js': 'text/javascript', '.wasm': 'application/wasm' })

/** @returns {Promise<{ url: string, close: () => void }>} */
async function serve() {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const headers = { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' }
    if (path === '/') return response.writeHead(200, { ...headers, 'Content-Type': 'text/html' }).end('<!doctype html><title>Engine</title><link rel="icon" href="data:,">')
    if (!FILES.test(path)) return response.writeHead(404).end()
    const body = await readFile(new URL(`../../..${path}`, import.meta.url)).catch(() => undefined)
    response.writeHead(body ? 200 : 404, { ...headers, 'Content-Type': types[extname(path)] }).end(body)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return { url: `http://127.0.0.1:${port}/`, close: () => void (server.closeAllConnections(), server.close()) }
}

describe('engine in Chromium', { skip, timeout: 240_000 }, () => {
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server
  /** @type {import('playwright-core').Browser} */
  let browser
  before(async () => {
    server = await serve()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    server?.close()
  })

  for (const host of /** @type {const} */ (['on the page’s thread', 'in a module Worker'])) {
    describe(host, () => {
      /** @type {import('playwright-core').Page} */
      let page
      const noted = /** @type {string[]} */ ([])
      before(async () => {
        page = await browser.newPage()
        page.on('console', (message) => noted.push(`${message.type()}: ${message.text()}`))
        page.on('pageerror', (error) => noted.push(`error: ${error.message}`))
        await page.goto(server.url)
        await page.evaluate(async (worker) => {
          const { cases } = await import(/* @vite-ignore */ `${location.origin}/web/engine/test/suite.js`)
          const { start } = worker
            ? await import(`${location.origin}/web/engine/client.js`).then((client) => ({ start: client.startWorker }))
            : await import(`${location.origin}/web/engine/engine.js`).then((client) => ({ start: client.startEngine }))
          // The page's policy wants an address for a Worker that a policy of its own has approved.
          const urls = /** @type {any} */ (globalThis).trustedTypes.createPolicy('slugline-page', { createScriptURL: (/** @type {string} */ url) => url })
          const engine = await start({
            wasm: new URL('/build/dist/engine.wasm', location.href),
            worker: () => new Worker(urls.createScriptURL('/web/engine/worker.js'), { type: 'module' }),
          })
          Object.assign(globalThis, { runCase: (/** @type {number} */ i) => cases[i].run(engine, { worker }) })
        }, host === 'in a module Worker')
      })
      after(() => page?.close())
      for (const [i, { name }] of cases.entries()) {
        test(name, async () => {
          const problem = await page.evaluate(
            (i) => /** @type {any} */ (globalThis).runCase(i).then(() => '', (/** @type {Error} */ error) => `${error.message}\n${error.stack}`),
            i,
          )
          assert.equal(problem, '')
        })
      }
      test('nothing is on the console', () => assert.deepEqual(noted, []))
    })
  }
})
