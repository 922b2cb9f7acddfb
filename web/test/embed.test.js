// Slugline inside other pages: as an element from one script tag, and in a frame that is
// asked by postMessage; under the policies, MIME types, addresses and sandboxes of hosts.
// Nothing may reach the host's console.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'

import { example } from '../story/example.js'
import { analyzed, element, frame, host, strict, visitHost } from './host.js'
import { built, launch, policy } from './site.js'

/** @typedef {import('./host.js').Host} Host */

/** The same without leave to compile WebAssembly: the Worker is served with leave of its own. */
const withoutWasm = strict.replace(" 'wasm-unsafe-eval'", '')

describe('embedding', { skip: !built && 'build the page first: make build' }, () => {
  /** @type {import('playwright-core').Browser} */
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  /** @param {string} url @param {(page: import('playwright-core').Page) => Promise<void>} act @param {() => void} [first] */
  const visit = (url, act, first) => visitHost(browser, url, act, first)

  for (const [what, options] of /** @type {[string, Host][]} */ ([
    ['a strict policy', {}],
    ['a policy without wasm-unsafe-eval', { policy: withoutWasm }],
    ['a deep path', { path: '/a/b%20c/slugline/'.replace('%20', ' ') }],
    ['.wasm sent as application/octet-stream', { types: { '.wasm': 'application/octet-stream' } }],
    ['.wasm sent as text/plain', { types: { '.wasm': 'text/plain' } }],
    ['.wasm sent as text/html', { types: { '.wasm': 'text/html' } }],
    ['.js sent as application/javascript', { types: { '.js': 'application/javascript' } }],
  ]))
    test(`the element works under ${what}`, async () => {
      const server = await host({ ...options, pages: { '/': element } })
      try {
        await visit(server.url, async (page) => assert.ok((await analyzed(page)) > 5))
      } finally {
        await server.close()
      }
    })

  test('the element tells its host of analyses and corrections, and of nothing else', async () => {
    const server = await host({ pages: { '/': element } })
    try {
      await visit(server.url, async (page) => {
        await analyzed(page)
        await page.locator('slugline-article mark').first().click()
        await page.locator('slugline-card').getByRole('button', { name: /not a name/i }).click()
        await page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {any} */ one) => one.type === 'slugline-correction'))
        const heard = await page.evaluate(() => /** @type {any[]} */ (/** @type {any} */ (window).heard).map(({ type, of }) => [type, of].join(' ')))
        assert.deepEqual([...new Set(heard)].sort(), ['slugline-analysis one', 'slugline-correction one'])
        const detail = await page.evaluate(() => /** @type {any} */ (window).heard[0].detail)
        assert.equal(detail.text, example.text)
        assert.equal(detail.analysis.version, 1)
        assert.match(await page.evaluate(() => /** @type {any} */ (document.getElementById('one')).export('jsonld')), /NewsArticle/)
        await page.evaluate(() => /** @type {any} */ (document.getElementById('one')).clear())
        await page.waitForSelector('slugline-intake')
        const said = await page.evaluate(() => /** @type {any} */ (document.getElementById('one')).analyze(7).catch((/** @type {Error} */ error) => error.message))
        assert.match(said, /Give analyze\(\) a text/)
      })
    } finally {
      await server.close()
    }
  })

  test('the host keeps its keyboard, its place and its pastes', async () => {
    const server = await host({ pages: { '/': element.replace('Above.', '<br>'.repeat(30)) } })
    try {
      await visit(server.url, async (page) => {
        await page.waitForFunction(() => /** @type {any} */ (window).loaded)
        await analyzed(page)
        assert.equal(await page.evaluate(() => scrollY), 0)
        await page.focus('body')
        for (const key of ['?', 'h', 'x', 'n']) await page.keyboard.press(key)
        const refused = await page.evaluate(() => document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true })))
        assert.ok(refused, 'the paste was taken')
        assert.equal(await page.locator('dialog[open]').count(), 0)
        assert.equal(await page.locator('slugline-article').count(), 1)
        await page.locator('slugline-article mark').first().focus()
        await page.keyboard.press('?')
        await page.waitForSelector('dialog[open]')
      })
    } finally {
      await server.close()
    }
  })

  test('several on one page have stories of their own; one that is taken out ends its engine', async () => {
    const server = await host({ pages: { '/': element.replace('</slugline-analyzer>', '</slugline-analyzer><slugline-analyzer id="two" archive="off"></slugline-analyzer>') } })
    try {
      await visit(server.url, async (page) => {
        assert.ok((await analyzed(page)) > 5)
        assert.ok((await analyzed(page, 'two')) > 5)
        const [one, two] = await page.evaluate(() => ['one', 'two'].map((id) => /** @type {any} */ (document.getElementById(id)).session.lasting))
        assert.deepEqual([one, two], [true, false])
        assert.equal(page.workers().length, 2)
        await page.evaluate(() => document.getElementById('two')?.remove())
        while (page.workers().length > 1) await new Promise((resolve) => setTimeout(resolve, 20))
        await page.evaluate(() => document.body.append(document.getElementById('one') ?? ''))
        assert.equal(page.workers().length, 1, 'moving it ended it')
      })
    } finally {
      await server.close()
    }
  })

  test('a narrow place gets the narrow arrangement', async () => {
    const server = await host({ policy: strict.replace("style-src 'none'", "style-src 'unsafe-inline'"), pages: { '/': `<style>#one { width: 24rem; --paper: rgb(1, 2, 3) }</style>${element}` } })
    try {
      await visit(server.url, async (page) => {
        await analyzed(page)
        assert.ok(await page.locator('.tabs').isVisible())
        assert.equal(await page.locator('.column').isVisible(), false)
        const wide = await page.evaluate(() => document.getElementById('one')?.scrollWidth ?? 0)
        assert.ok(wide <= 24 * 16, `${wide} pixels wide`)
        const bar = page.locator('#one header.bar')
        assert.ok(await bar.evaluate((one) => one.scrollWidth <= one.clientWidth), 'the bar runs out of the element')
        assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.getElementById('one'))).backgroundColor), 'rgb(1, 2, 3)')
      })
    } finally {
      await server.close()
    }
  })

  test('a script from another address works where that address allows it', async () => {
    const tools = await host({ headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' } })
    const open = strict.replaceAll("'self'", `'self' ${tools.url}`).replace("worker-src 'self'", "worker-src 'self' blob:")
    const cms = await host({ path: `${tools.url}/slugline/`, policy: open, pages: { '/': element } })
    try {
      await visit(cms.url, async (page) => assert.ok((await analyzed(page)) > 5))
    } finally {
      await Promise.all([tools.close(), cms.close()])
    }
  })

  describe('in a frame', () => {
    /** @param {import('playwright-core').Page} page */
    const ask = async (page) => {
      await page.waitForFunction(() => /** @type {any} */ (window).slugline || /** @type {any} */ (window).refused)
      return page.evaluate(async (story) => {
        const { slugline, refused } = /** @type {any} */ (window)
        if (refused) return refused
        const analysis = await slugline.analyze(story)
        return `${analysis.entities.length > 5} ${/NewsArticle/.test(await slugline.export('jsonld'))} ${(await slugline.export('exe').catch((/** @type {Error} */ error) => error.message))}`
      }, example)
    }

    test('of the same address', async () => {
      const server = await host({ pages: { '/': frame('/slugline/embed/frame.html') } })
      try {
        await visit(server.url, async (page) => {
          assert.match(await ask(page), /^true true Ask for one of json/)
          assert.equal(await page.evaluate(() => /** @type {any} */ (window).heard.length), 1)
        })
      } finally {
        await server.close()
      }
    })

    for (const [what, listed, answer] of /** @type {[string, (origin: string) => unknown, RegExp][]} */ ([
      ['allowed', (origin) => [origin], /^true true/],
      ['not on the list', (origin) => [`${origin}0`, 'null', '*', 7], /\((http:.*)\) may not talk to Slugline.* add "\1" to the list in embed\/origins\.json/],
      ['with a list that is none', (origin) => ({ origin }), /may not talk to Slugline: embed\/origins\.json cannot be read/],
    ]))
      test(`of another address, ${what}`, async () => {
        let origin = ''
        const tools = await host({ origins: () => listed(origin), headers: { 'Access-Control-Allow-Origin': '*' } })
        const cms = await host({ path: `${tools.url}/slugline/`, policy: strict.replaceAll("'self'", `'self' ${tools.url}`), pages: { '/': frame(`${tools.url}/slugline/embed/frame.html`) } })
        origin = cms.url
        try {
          await visit(cms.url, async (page) => {
            const said = await ask(page)
            assert.match(said, answer)
            if (what !== 'allowed') await page.frameLocator('iframe').locator('.message[role=alert]', { hasText: said }).waitFor()
          })
        } finally {
          await Promise.all([tools.close(), cms.close()])
        }
      })

    test('of another address that may keep nothing: told, and everything works', async () => {
      /** @type {string[]} */
      const origins = []
      const tools = await host({ origins: () => origins, headers: { 'Access-Control-Allow-Origin': '*' } })
      const cms = await host({ path: `${tools.url}/slugline/`, policy: strict.replaceAll("'self'", `'self' ${tools.url}`), pages: { '/': frame(`${tools.url}/slugline/embed/frame.html`) } })
      origins.push(cms.url)
      try {
        // As browsers do that keep third parties' storage from frames.
        const denied = () => {
          if (window === top) return
          for (const name of ['indexedDB', 'localStorage', 'caches'])
            Object.defineProperty(window, name, { get: () => { throw new DOMException('The user denied it.', 'SecurityError') } })
        }
        await visit(cms.url, async (page) => {
          assert.match(await ask(page), /^true true/)
          const inside = page.frames()[1]
          assert.equal(await inside.evaluate(() => document.querySelector('slugline-analyzer')?.['session']?.lasting), false)
        }, denied)
      } finally {
        await Promise.all([tools.close(), cms.close()])
      }
    })

    test('sandboxed without an origin, nothing is kept and everything works', async () => {
      /** @type {string[]} */
      const origins = []
      const server = await host({ origins: () => origins, headers: { 'Access-Control-Allow-Origin': '*' }, pages: { '/': frame('/slugline/embed/frame.html', 'sandbox="allow-scripts" data-origin="null"') } })
      origins.push(server.url)
      try {
        await visit(server.url, async (page) => assert.match(await ask(page), /^true true/))
      } finally {
        await server.close()
      }
    })

    test('a page without an origin is refused, by a frame without one too, in words that the frame alone shows', async () => {
      const anywhere = policy.replace("frame-ancestors 'none'", '').replace("worker-src 'self'", "worker-src 'self' blob:") // with any frame-ancestors the browser itself refuses
      const [sandboxed, silent] = ['sandbox="allow-scripts" data-origin="null"', /** @param {string} page */ (page) => page.replace('/frame-app.js', '/none.js')]
      const server = await host({ origins: () => ['null'], headers: { 'Access-Control-Allow-Origin': '*', 'Content-Security-Policy': anywhere }, pages: { '/': silent(frame('/middle', sandboxed)), '/middle': frame('/slugline/embed/frame.html', sandboxed) } })
      const context = await browser.newContext()
      // What comes from the frame to anybody, and may therefore be read by anybody.
      await context.addInitScript(() => addEventListener('message', ({ data }) => (/** @type {any} */ (window).told ??= []).push(JSON.stringify(data))))
      try {
        const page = await context.newPage()
        await page.goto(server.url)
        const frames = page.frameLocator('iframe').frameLocator('iframe')
        await frames.locator('.message', { hasText: 'has no origin' }).waitFor({ timeout: 20_000 })
        const middle = page.frames().find((each) => each.url().endsWith('/middle'))
        const inside = page.frames().find((each) => each.url().endsWith('frame.html'))
        assert.ok(middle && inside)
        await middle.waitForFunction(() => /** @type {any} */ (window).refused)
        assert.match(await middle.evaluate(() => /** @type {any} */ (window).refused), /^Slugline answers no page without an origin/)
        await middle.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage({ slugline: 1, id: '1', call: 'analyze', given: { text: 'Asked by nobody.' } }, '*'))
        await middle.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage({ slugline: 1, hello: true }, '*'))
        assert.equal(await inside.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.story ?? null), null)
        await inside.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).analyze('LONDON — What a reader puts into it by hand.'))
        await frames.locator('slugline-article').waitFor()
        const told = await middle.evaluate(() => /** @type {any} */ (window).told)
        assert.deepEqual([...new Set(told)].sort(), ['{"slugline":1,"loaded":true}', '{"slugline":1,"refused":true}'])
      } finally {
        await context.close()
        await server.close()
      }
    })

    test('messages of other shapes, other windows and before hello do nothing', async () => {
      const server = await host({ pages: { '/': frame('/slugline/embed/frame.html').replace('/frame-app.js', '/app.js') } })
      try {
        await visit(server.url, async (page) => {
          const inside = page.frameLocator('iframe')
          await inside.locator('slugline-intake').waitFor()
          await page.evaluate(() => {
            const to = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentWindow
            Object.assign(window, { answers: [] })
            addEventListener('message', ({ data }) => /** @type {any} */ (window).answers.push(data))
            const long = 'x'.repeat(200)
            for (const message of [null, 7, 'hello', [], {}, { slugline: 2, hello: true }, { slugline: 1, id: '1', call: 'analyze', given: { text: 'Said before hello.' } }, { slugline: 1, hello: 'true' }])
              to?.postMessage(message, location.origin)
            to?.postMessage({ slugline: 1, hello: true }, location.origin)
            for (const message of [{ slugline: 1, id: 1, call: 'analyze' }, { slugline: 1, id: long, call: 'clear' }, { slugline: 1, id: '2', call: 'constructor' }, { slugline: 1, id: '3', call: '__proto__' }, { slugline: 1, id: '4', call: 'analyze', given: null }, { slugline: 1, id: '5', call: 'analyze', given: { text: { toString: 1 } } }, { slugline: 1, id: '6', call: 'export', given: 'json' }])
              to?.postMessage(message, location.origin)
          })
          await page.waitForFunction(() => /** @type {any} */ (window).answers.some((/** @type {any} */ one) => one.id === '6'))
          const answers = await page.evaluate(() => /** @type {any} */ (window).answers)
          assert.deepEqual(answers.map((/** @type {any} */ { ready, id, error }) => (ready ? 'ready' : `${id} ${/** @type {string} */ (error).slice(0, 12)}`)), ['ready', '4 Give analyze', '5 Give analyze', '6 There is no '])
        })
      } finally {
        await server.close()
      }
    })
  })
})
