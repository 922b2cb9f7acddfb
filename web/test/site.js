// What the page's tests stand on: the built page behind a small server with the strictest
// headers that Slugline promises to live under, and a browser that notes whatever it should
// not have seen: console messages, page errors, requests to another address.

import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

import { allowing } from '../../build/site/newsroom.js'

const root = fileURLToPath(new URL('../../build/dist/site/', import.meta.url))

/** Where the built page lies. */
export const site = process.env.SLUGLINE_SITE ?? root

/** Whether the page has been built; without it there is nothing to test. */
export const built = existsSync(join(site, 'index.html'))

export const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
})

export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html dompurify default slugline slugline-page',
].join('; ')

/** What embed/ and demo/ are served with: they may be framed, and frame, on the same address. */
const framing = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'")

/**
 * The page on a free port of this machine.
 * @param {() => string} [newsroom] the origin of an archive at another address, which the page is built with
 * @param {string} [under] the path at which it lies; nothing lies beside it
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(newsroom = () => '', under = '/') {
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const path = asked.startsWith(under) ? asked.slice(under.length - 1) : '/nowhere'
    const file = join(site, normalize(path.endsWith('/') ? `${path}index.html` : path))
    try {
      let body = await readFile(file)
      const other = newsroom()
      if (other && file === join(site, 'index.html')) body = Buffer.from(allowing(String(body), other))
      response.writeHead(200, {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': (/^\/(embed|demo)\//.test(path) ? framing : policy).replace("connect-src 'self'", `connect-src 'self' ${other}`),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      })
      response.end(body)
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here.')
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${port}${under}`,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
  }
}

/** @type {import('playwright-core').LaunchOptions} */
export const chromiumOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** @returns {Promise<import('playwright-core').Browser>} */
export const launch = () => chromium.launch(chromiumOptions)

/**
 * A fresh visitor. `noted` collects what must stay empty.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url opened at once, unless it is about:blank
 * @param {import('playwright-core').BrowserContextOptions} [options]
 * @param {string} [home] the only address that requests may go to
 * @param {() => void} [first] runs in the page before its own scripts
 */
export async function visit(browser, url, options = {}, home = url, first) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const { origin } = new URL(home)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  if (first) await context.addInitScript(first)
  const page = await context.newPage()
  const noted = /** @type {string[]} */ ([])
  page.on('console', (message) => noted.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => noted.push(`error: ${error.message}`))
  context.on('request', (request) => {
    const address = new URL(request.url())
    if (/^https?:$/.test(address.protocol) && address.origin !== origin) noted.push(`request: ${address}`)
  })
  await page.goto(url)
  if (url !== 'about:blank')
    await page.waitForSelector('slugline-intake', { timeout: 15000 }).catch((error) => {
      throw new Error(`${error.message}\n${noted.join('\n')}`)
    })
  return { context, page, noted, close: () => context.close() }
}

/**
 * Gives the page a story and waits for its names.
 * @param {import('playwright-core').Page} page
 * @param {{ title: string, text: string }} story
 */
export async function take(page, story) {
  if (await page.locator('.bar .new').count()) await page.click('.bar .new')
  await page.fill('slugline-intake input', story.title)
  await page.focus('slugline-intake textarea')
  await paste(page, story.text)
  await page.waitForSelector('slugline-article mark')
  await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['session']?.state === 'ready')
}

/**
 * Pastes into whatever has the focus, as a reader would.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @param {string} [html]
 */
export async function paste(page, text, html = '') {
  await page.evaluate(
    ([plain, rich]) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain)
      if (rich) data.setData('text/html', rich)
      let target = /** @type {Element} */ (document.activeElement)
      while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }))
    },
    [text, html],
  )
}

/**
 * Points the page at a newsroom, in its settings.
 * @param {import('playwright-core').Page} page
 * @param {string} token
 * @param {string} [address]
 */
export async function point(page, token, address = './') {
  if (!(await page.locator('slugline-settings dialog[open]').count())) await page.click('.bar .settings')
  const form = page.locator('slugline-newsroom')
  await form.getByRole('checkbox').check()
  await form.getByLabel(/Address/).fill(address)
  await form.getByLabel(/Token/).fill(token)
  await form.getByRole('button', { name: 'Try and save' }).click()
}

/** Waits until so many stories are kept. @param {import('playwright-core').Page} page @param {number} n */
export const kept = (page, n) => page.waitForFunction((n) => document.querySelector('slugline-analyzer')?.['session']?.kept === n, n)
