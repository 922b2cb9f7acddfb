/** The page's files as Cloudflare serves them beside the API: wrangler's own server over wrangler.jsonc, in workerd. */

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { example } from '../../../web/story/example.js'
import { launch, take, types, visit } from '../../../web/test/site.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const site = join(root, 'build/dist/worker-site')

describe('the page beside the API', { skip: !existsSync(site) && 'build the Worker first: make worker' }, () => {
  /** @type {Awaited<ReturnType<typeof import('wrangler').unstable_startWorker>>} */
  let worker
  let url = ''
  /** What every file is to come with. @type {Record<string, string>} */
  let promised = {}

  before(async () => {
    Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })
    const { unstable_startWorker: start } = await import('wrangler')
    worker = await start({ config: join(root, 'wasm/edge/wrangler.jsonc'), dev: { server: { hostname: '127.0.0.1', port: 0 }, inspector: false, persist: false, watch: false, remote: false, logLevel: 'error' } })
    url = String(await worker.url)
    promised = { ...JSON.parse(await readFile(join(root, 'build/serve/headers.json'), 'utf8')), 'Strict-Transport-Security': 'max-age=31536000' }
  })
  after(() => worker?.dispose())

  /** @param {string} path @param {RequestInit} [init] */
  const ask = (path, init) => fetch(new URL(path, url), { redirect: 'manual', ...init, headers: { Connection: 'close' } })

  /** @param {Response} answer @param {string} place */
  function isStrict(answer, place) {
    for (const [name, value] of Object.entries(promised)) assert.equal(answer.headers.get(name), value, `${place}: ${name}`)
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null, place)
  }

  test('every file comes as it was built, with its type and every header', async () => {
    const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(site.length))
    for (const needed of ['/index.html', '/sw.js', '/precache.json', '/engine.wasm', '/worker.js', '/web/page.js']) assert.ok(files.includes(needed), needed)
    for (const file of files.filter((name) => name !== '/_headers')) {
      // Pages are at their address without "index.html" and ".html".
      const path = file.replace(/(index)?\.html$/, '')
      const answer = await ask(path)
      assert.equal(answer.status, 200, path)
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), await readFile(join(site, file)), path)
      isStrict(answer, path)
      const type = types[extname(file)]
      if (type) assert.equal(answer.headers.get('Content-Type')?.split(';')[0], type.split(';')[0], path)
    }
  })

  test('what is no file has them, too, or those of the API', async () => {
    for (const path of ['/index.html', '/embed/frame.html']) {
      const answer = await ask(path)
      assert.equal(answer.status, 307, path)
      isStrict(answer, path)
    }
    for (const path of ['/nothing', '/_headers', '/api/v1/nothing', '/healthz', '/api/../.dev.vars', '/wasm/edge/wrangler.jsonc', '/index.js', '/app.wasm']) {
      const answer = await ask(path)
      assert.ok(answer.status >= 400, `${path}: ${answer.status}`)
      assert.match(answer.headers.get('Content-Security-Policy') ?? '', /^default-src 'none'; frame-ancestors 'none'; sandbox$/, path)
      assert.equal(answer.headers.get('Content-Type'), 'application/problem+json', path)
    }
    assert.ok((await ask('/', { method: 'POST', body: 'x' })).status >= 400)
  })

  test('the policy is what README and SECURITY promise', () => {
    const policy = new Map(promised['Content-Security-Policy'].split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]))
    assert.deepEqual(['default-src', 'connect-src', 'script-src', 'require-trusted-types-for'].map((name) => policy.get(name)), ["'none'", "'self'", "'self' 'wasm-unsafe-eval'", "'script'"])
  })

  test('the page works under it, and again without a network', async () => {
    const browser = await launch()
    try {
      const { page, context, noted } = await visit(browser, url)
      await take(page, example)
      await page.evaluate(() => navigator.serviceWorker.ready)
      await context.setOffline(true)
      await page.reload()
      await page.waitForSelector('slugline-intake')
      await take(page, example)
      assert.deepEqual(noted, [])
    } finally {
      await browser.close()
    }
  })
})
