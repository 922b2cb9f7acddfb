// Nothing that is pasted ever runs, and nothing that is pasted ever becomes markup: in HTML,
// titles, texts, file names, batches, archives, corrections, tags, messages, links, and what the
// database holds from an earlier visit.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { example } from '../story/example.js'
import { markup, words } from './payloads.js'
import { built, launch, paste, serve, visit } from './site.js'

/** @type {Awaited<ReturnType<typeof serve>>} */
let server
/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  assert.ok(built, 'build the site first: make build')
  server = await serve()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.close()
})

/** @param {(page: import('playwright-core').Page) => Promise<void>} attack */
async function attacked(attack) {
  const { page, noted, close } = await visit(browser, server.url, {}, server.url, () => {
    Object.assign(window, { ran: 0, xss: () => Object.assign(window, { ran: window['ran'] + 1 }) })
  })
  await attack(page)
  assert.equal(await page.evaluate(() => window['ran']), 0)
  assert.deepEqual(noted, [])
  await close()
}

/** @param {import('playwright-core').Page} page */
const settled = (page) =>
  page.waitForFunction(() => {
    const session = document.querySelector('slugline-analyzer')?.['session']
    return session.state === 'ready' && session.story !== null
  })

test('there are at least 300 payloads', () => assert.ok(markup.length >= 300, String(markup.length)))

test('pasted HTML', { timeout: 180000 }, () =>
  attacked(async (page) => {
    for (const html of markup) {
      await page.focus('slugline-intake textarea')
      await paste(page, 'The bank in Accra said no.', html)
      await page.waitForFunction(() => {
        const analyzer = document.querySelector('slugline-analyzer')
        return analyzer?.['session'].state === 'ready' || analyzer?.['message']
      })
      const foreign = await page.evaluate(() => {
        const article = document.querySelector('slugline-analyzer')?.['find']('slugline-article')
        if (!article) return ''
        const kept = 'article h1 p mark span'.split(' ')
        return [...article.shadowRoot.querySelectorAll('*')].map((one) => one.localName).filter((name) => !kept.includes(name)).join()
      })
      assert.equal(foreign, '', html)
      await page.evaluate(() => document.querySelector('slugline-analyzer')?.['leave']())
      await page.waitForSelector('slugline-intake')
    }
  }))

test('titles and texts', { timeout: 120000 }, () =>
  attacked(async (page) => {
    for (const word of words) {
      const title = word.replace(/\s+/g, ' ').replaceAll('\0', '')
      await page.fill('slugline-intake input', title)
      await page.focus('slugline-intake textarea')
      await paste(page, `${example.text}\n\n${word}`)
      await settled(page)
      assert.ok((await page.locator('slugline-article h1').innerText()).includes(title.trim().slice(0, 20)))
      await page.evaluate(() => document.querySelector('slugline-analyzer')?.['leave']())
      await page.waitForSelector('slugline-intake')
    }
    await page.click('.bar .past')
    await page.locator('slugline-history [data-story]').first().waitFor()
  }))

test('an HTML file, its name, and names said in corrections', { timeout: 60000 }, () =>
  attacked(async (page) => {
    await page.setInputFiles('.files', [
      { name: `${words[4]}.html`, mimeType: 'text/html', buffer: Buffer.from(markup.slice(0, 40).join('\n')) },
      { name: `${words[4]}.bin`, mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2]) },
    ])
    await page.locator('slugline-batch .rows', { hasText: 'holds no plain text' }).waitFor()
    await page.click('slugline-batch .shut')
    await page.evaluate((words) => {
      const { session } = /** @type {any} */ (document.querySelector('slugline-analyzer'))
      return Promise.all(words.map((/** @type {string} */ name) => session.correct({ kind: 'same', name, other: name }, true)))
    }, words.slice(0, 20))
    await page.click('.bar .settings')
    assert.equal(await page.locator('slugline-settings li').count(), 20)
    const list = words.filter((name) => name.trim() && name.length <= 300).map((name) => ({ kind: 'same', name, other: `${name}!` }))
    await page.locator('slugline-settings input[type=file]').setInputFiles({ name: `${words[4]}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(list)) })
    await page.waitForFunction((n) => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.log.said.length === n, 20 + list.length)
    assert.equal(await page.locator('slugline-settings li').count(), 20 + list.length)
  }))

/** Names for a payload in one line, as long as a name may be. @type {string[]} */
const named = markup.map((html) => html.replace(/\s+/g, ' ').replaceAll('\0', '').trim()).filter((name) => name && name.length <= 200)

/** @param {import('playwright-core').Page} page @param {string} input @param {string} name @param {string} text */
const give = (page, input, name, text) => page.locator(input).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

test('names of files, of every kind that the page reads', { timeout: 120000 }, () =>
  attacked(async (page) => {
    const files = named.map((name, at) => ({ name: `${name}${['.txt', '.html', '.csv', '.jsonl', '.zip', '.bin'][at % 6]}`, mimeType: 'text/plain', buffer: Buffer.from(`{"title":"${at}"\0`) }))
    await page.setInputFiles('.files', files)
    await page.locator('slugline-batch .shut').waitFor()
    assert.ok((await page.locator('slugline-batch .rows').innerText()).includes('onerror'))
    await page.click('slugline-batch .shut')
    for (const { name } of files.filter((_, at) => at % 30 === 0)) {
      await page.setInputFiles('.files', { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from([0, 1, 2, 255]) })
      await page.locator('slugline-intake', { hasText: 'holds no plain text' }).waitFor()
    }
  }))

test('stories of a batch: titles, texts, fields that nobody asked for', { timeout: 120000 }, () =>
  attacked(async (page) => {
    const lines = markup.map((html, at) => JSON.stringify({ id: html, title: html, text: `${example.text}\n\n${html} ${at}`, date: html, [html]: html }))
    const file = { name: 'stories.jsonl', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) }
    await page.setInputFiles('.files', file)
    await page.locator('slugline-batch .shut').waitFor({ timeout: 100000 })
    await page.click('slugline-batch .shut')
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.kept > 0)
    await page.click('.bar .past')
    await page.locator('slugline-history [data-story]').first().waitFor()
    await page.fill('slugline-history .find', 'onerror')
    await page.locator('slugline-history .state', { hasText: 'found' }).waitFor()
  }))

test('an archive from another browser that holds nothing but payloads', { timeout: 180000 }, async () => {
  const list = markup.filter((_, at) => at % 4 === 0)
  const many = list.length
  // A whole archive, written by a page whose stories were bad from the start.
  const bad = await visit(browser, server.url)
  await bad.page.waitForFunction(() => /** @type {any} */ (document.querySelector('slugline-analyzer'))?.session?.release)
  const bytes = await bad.page.evaluate(async ({ list, text }) => {
    const { session } = /** @type {any} */ (document.querySelector('slugline-analyzer'))
    const { past } = await session.ready()
    const arrivals = list.map((/** @type {string} */ html, /** @type {number} */ at) => ({ id: `x${at}`, when: '2026-01-02T03:04:05.000Z', article: { title: html.replace(/\s+/g, ' '), text: `${text}\n\n${html}` } }))
    await past.add(arrivals, (/** @type {any} */ arrival) => ({
      id: arrival.id, title: arrival.article.title, when: arrival.when, words: 90, verdict: arrival.article.title, topic: arrival.article.title, again: 0, story: arrival.id,
      names: [arrival.article.title, `${arrival.article.title} alias`], tags: [arrival.article.title],
    }))
    const file = await session.keeping.export()
    return [...new Uint8Array(await file.arrayBuffer())]
  }, { list, text: example.text })
  await bad.close()
  await attacked(async (page) => {
    await page.click('.bar .past')
    await page.click('slugline-history .manage')
    await page.locator('slugline-keep .archive').setInputFiles({ name: 'theirs.slugline', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await page.locator('slugline-keep .told', { hasText: 'imported' }).waitFor({ timeout: 60000 })
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.kept), many)
    await page.fill('slugline-history .find', 'onerror')
    await page.locator('slugline-history .state', { hasText: 'found' }).waitFor()
    await page.fill('slugline-history .find', '')
    await page.locator('slugline-history [data-story] .open').first().click()
    await settled(page)
    await page.locator('slugline-seen .match').first().waitFor()
    await page.locator('.strip .twin').click()
    await page.locator('slugline-twin article').first().waitFor()
    // Files that are no archive, and one with its bytes turned.
    await page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).leave())
    await page.click('.bar .past')
    for (const [at, html] of words.entries()) {
      const turned = Buffer.from(bytes)
      for (let byte = at; byte < turned.length; byte += 997) turned[byte] ^= 0x55
      await page.locator('slugline-keep .archive').setInputFiles({ name: `${named[at]}.slugline`, mimeType: 'application/octet-stream', buffer: at % 8 ? Buffer.from(html) : turned })
      await page.waitForFunction(() => {
        const keep = /** @type {any} */ (document.querySelector('slugline-analyzer')).find('slugline-history').shadowRoot.querySelector('slugline-keep')
        return !keep.busy && keep.told.words !== ''
      })
    }
  })
})

test('files of corrections, of a desk, and house tags in CSV and SKOS', { timeout: 120000 }, () =>
  attacked(async (page) => {
    await page.click('.bar .settings')
    const corrections = named.map((name, at) => ({ kind: ['same', 'ignore', 'not-a-name', 'type'][at % 4], name, other: name, type: at % 3 ? 'person' : name }))
    for (const text of [JSON.stringify(corrections), ...words.map((word) => JSON.stringify([{ kind: word, name: word }])), ...words]) {
      await give(page, 'slugline-settings input[type=file]', 'theirs.json', text)
      await page.locator('slugline-settings [role=alert], slugline-settings [role=status]:not(:empty)').first().waitFor()
    }
    await page.keyboard.press('Escape')
    await page.click('.example')
    await settled(page)
    await page.click('slugline-topics .desk button')
    const said = page.locator('slugline-desk [role=alert], slugline-desk [role=status]:not(:empty)').first()
    const quoted = (/** @type {string} */ word) => `"${word.replaceAll('"', '""')}"`
    const csv = ['id,name,parent,phrases', ...named.map((name, at) => [`x${at}`, name, name, name].map(quoted).join(','))].join('\n')
    const skos = JSON.stringify(named.map((name, at) => ({ '@id': at % 2 ? `http://x/${at}` : name, 'skos:prefLabel': { '@language': 'en', '@value': name }, 'skos:altLabel': name, 'skos:broader': { '@id': name } })))
    for (const [name, text] of [['tags.csv', csv], ['tags.jsonld', skos], ...words.map((word) => [word.replace(/[\0/]/g, ''), `id,name\n1,${quoted(word)}`]), ...words.map((word) => ['x.json', word])]) {
      await give(page, 'slugline-desk #tags', name, text)
      await said.waitFor()
    }
    assert.ok((await page.locator('slugline-desk .house li').count()) > 100)
    const decisions = named.map((name, at) => ({ tag: name, verdict: 'accept', story: name, base: 1, traits: [at] }))
    for (const text of [JSON.stringify({ version: 1, tags: named.map((name) => ({ id: name, name, phrases: [name] })), decisions }), ...words]) {
      await give(page, 'slugline-desk #desk', 'desk.json', text)
      await said.waitFor()
    }
    await page.keyboard.press('Escape')
    await settled(page)
  }))

test('messages to the page’s window, and stories in its address', { timeout: 120000 }, () =>
  attacked(async (page) => {
    await page.evaluate(async (list) => {
      for (const html of list) {
        const parts = { type: html, kind: html, action: html, id: html, html, text: html, title: html, url: html, story: { title: html, text: html, html } }
        for (const message of [html, parts, { slugline: parts, ...parts, type: 'slugline' }, [html], { slugline: html, type: 'slugline-analyze', ...parts.story }]) postMessage(message, '*')
      }
      await new Promise((done) => setTimeout(done, 500))
    }, markup)
    assert.ok(await page.locator('slugline-intake').isVisible())
    for (const [at, html] of markup.entries()) {
      const story = at % 3 ? { title: html, text: '', html, from: html } : { title: html, text: html, html: '', from: `https://${at}.example/${html}` }
      await page.evaluate((hash) => void (location.hash = hash), `#story=${encodeURIComponent(JSON.stringify(at % 50 ? story : html))}`)
      await page.waitForFunction(() => {
        const host = /** @type {any} */ (document.querySelector('slugline-analyzer'))
        return !location.hash && (host.find('slugline-offer').dialog?.open || host.message)
      })
      await page.evaluate(() => {
        const host = /** @type {any} */ (document.querySelector('slugline-analyzer'))
        host.find('slugline-offer').dialog?.close()
        host.message = ''
      })
    }
  }))

test('a database that another hand has written into', { timeout: 60000 }, () =>
  attacked(async (page) => {
    await page.click('.example')
    await settled(page)
    await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['session'].kept === 1)
    await page.evaluate(
      (words) =>
        new Promise((done) => {
          const opening = indexedDB.open('slugline')
          opening.onsuccess = () => {
            const tx = opening.result.transaction(['stories', 'texts'], 'readwrite')
            words.forEach((/** @type {string} */ title, /** @type {number} */ at) => {
              tx.objectStore('stories').put({ id: `x${at}`, title, when: title, words: title, verdict: title, topic: title, again: 0, ...(at % 2 ? { story: title, names: [title], tags: [title] } : {}) })
              tx.objectStore('texts').put({ id: `x${at}`, title, text: title })
            })
            tx.oncomplete = () => done(undefined)
          }
        }),
      words,
    )
    await page.reload()
    await page.waitForSelector('slugline-intake')
    await page.click('.bar .past')
    await page.fill('slugline-history .find', words[4].slice(0, 60))
    await page.locator('slugline-history .state', { hasText: 'found' }).waitFor()
    await page.fill('slugline-history .find', '')
    await page.locator('slugline-history [data-story=x4] .open').click()
    await settled(page)
  }))

test('the page’s policy forbids inline scripts, eval, and every other address', async () => {
  const { page, close } = await visit(browser, server.url)
  const outcome = await page.evaluate(async () => {
    const allowed = (/** @type {() => unknown} */ act) =>
      new Promise((done) =>
        setTimeout(() => {
          try {
            act()
            done(true)
          } catch {
            done(false)
          }
        }),
      )
    return {
      evaluated: await allowed(() => new Function('return 1')()),
      // eslint-disable-next-line no-restricted-properties -- the policy must forbid exactly this
      markup: await allowed(() => (document.body.innerHTML = '<b>x</b>')),
      away: await fetch('https://example.invalid/').then(() => true, () => false),
    }
  })
  assert.deepEqual(outcome, { evaluated: false, markup: false, away: false })
  assert.match(await page.locator('slugline-proof .badge').innerText(), /0 requests left this page/)
  await close()
})
