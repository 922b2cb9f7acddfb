// What the tests of embedding stand on: a newsroom's server, with pages of its own and
// Slugline's files under a path, and a browser in whose console nothing may appear.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

import { example } from '../story/example.js'
import { policy, site, types } from './site.js'

/** What a strict host sends with its own pages. */
export const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'self'; img-src data:; worker-src 'self'; frame-src *; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html dompurify default slugline slugline-page"

/** @typedef {{ path?: string, script?: string, pages?: Record<string, string>, policy?: string, types?: Record<string, string>, headers?: Record<string, string>, origins?: () => unknown }} Host `script`: where its pages find Slugline, when not under its own path */

/**
 * A newsroom's server: pages of its own, and Slugline's files under a path.
 * @param {Host} host
 */
export async function host({ path = '/slugline/', script = path, pages = {}, policy: own = strict, types: other = {}, headers = {}, origins = () => [] }) {
  const server = createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (pages[address]) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': own }).end(pages[address])
    } else if (address === '/app.js' || address === '/frame-app.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Security-Policy': own, ...headers }).end(address === '/app.js' ? app(script) : frameApp(script))
    } else if (address === '/favicon.ico') response.writeHead(204).end()
    else if (address === `${path}embed/origins.json`) {
      response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(origins()))
    } else if (address.startsWith(path)) {
      const file = join(site, normalize(address.slice(path.length)))
      const body = await readFile(file).catch(() => undefined)
      const framed = policy.replace("frame-ancestors 'none'", 'frame-ancestors *').replace("worker-src 'self'", "worker-src 'self' blob:")
      response.writeHead(body ? 200 : 404, { 'Content-Type': other[extname(file)] ?? types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': framed, ...headers })
      response.end(body)
    } else response.writeHead(404).end()
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return { url: `http://127.0.0.1:${port}`, port, close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done(undefined)))) }
}

/** The host's own script: it notes what the element tells. @param {string} path */
const app = (path) => `
  window.heard = []
  for (const type of ['slugline-analysis', 'slugline-correction', 'slugline-card', 'slugline-go', 'slugline-story'])
    addEventListener(type, (event) => window.heard.push({ type, of: event.target.id, detail: event.detail }))
  import('${path}embed/slugline.js').then(() => (window.loaded = true))`

/** @param {string} path */
const frameApp = (path) => `
  window.heard = []
  import('${path}embed/host.js').then(async ({ connect }) => {
    const frame = document.querySelector('iframe')
    try {
      window.slugline = await connect(frame, frame.dataset.origin || new URL(frame.src).origin)
      window.slugline.on('analysis', (detail) => window.heard.push(detail))
    } catch (error) {
      window.refused = error.message
    }
  })`

export const element = '<!doctype html><title>CMS</title><h1>Stories</h1><p>Above.</p><input id="own"><slugline-analyzer id="one"></slugline-analyzer><script type="module" src="/app.js"></script>'
/** @param {string} src @param {string} [more] */
export const frame = (src, more = '') => `<!doctype html><title>CMS</title><iframe src="${src}" ${more} width="1100" height="700"></iframe><script type="module" src="/frame-app.js"></script>`

/**
 * Opens a page of a host, and afterwards looks at what it was not to see.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url @param {(page: import('playwright-core').Page) => Promise<void>} act @param {() => void} [first] runs in every frame before its own scripts
 */
export async function visitHost(browser, url, act, first) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } })
  if (first) await context.addInitScript(first)
  const page = await context.newPage()
  const noted = /** @type {string[]} */ ([])
  page.on('console', (message) => noted.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => noted.push(`error: ${error.message}`))
  try {
    await page.goto(url)
    await act(page).catch((error) => assert.fail(`${error.message}\n${noted.join('\n')}`))
    assert.deepEqual(noted, [])
  } finally {
    await context.close()
  }
}

/** Has the element analyze the example, and says how many names it shows. @param {import('playwright-core').Page} page @param {string} [id] */
export async function analyzed(page, id = 'one') {
  await page.waitForFunction(() => /** @type {any} */ (window).loaded)
  const names = await page.evaluate(async ([id, story]) => (await /** @type {any} */ (document.getElementById(/** @type {string} */ (id))).analyze(story)).entities.length, /** @type {const} */ ([id, example]))
  await page.locator(`#${id}`).locator('slugline-article mark').first().waitFor()
  return names
}
