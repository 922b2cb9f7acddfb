// The page in one file, opened from disk without a network: names, history, batches, exports;
// what is too large to be carried says so; nothing is asked of anybody.

import assert from 'node:assert/strict'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { decode, encode } from '../base85.js'
import { edited, example } from '../story/example.js'
import { kept, launch, take } from './site.js'

const file = fileURLToPath(new URL('../../build/dist/slugline.html', import.meta.url))

/** @type {import('playwright-core').Browser} */
let browser
let home = ''

before(async () => {
  assert.ok(existsSync(file), 'build the one-file page first: make single')
  home = await mkdtemp(join(tmpdir(), 'slugline single '))
  await copyFile(file, join(home, 'slug line.html'))
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await rm(home, { recursive: true, force: true })
})

test('bytes of any length come back from text', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + length * 17) % 256)
    const text = encode(bytes)
    assert.match(text, /^[!-~]*$/)
    assert.doesNotMatch(text, /[<>&"'`\\]/)
    assert.deepEqual(decode(text), bytes)
  }
  assert.deepEqual(decode(encode(new Uint8Array(8).fill(255))), new Uint8Array(8).fill(255))
  assert.throws(() => decode('abc'), RangeError)
})

test('the one-file page works from disk, offline, and keeps its history', { timeout: 120000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, offline: true, acceptDownloads: true })
  try {
    const page = await context.newPage()
    const noted = /** @type {string[]} */ ([])
    page.on('console', (message) => noted.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => noted.push(`error: ${error.message}`))
    page.on('request', (request) => /^(https?|ftp|ws):/.test(request.url()) && noted.push(`request: ${request.url()}`))
    const address = pathToFileURL(join(home, 'slug line.html')).href
    await page.goto(address)
    await take(page, example)
    await page.locator('slugline-article mark.person').first().waitFor()
    await kept(page, 1)
    await take(page, edited)
    await page.locator('[data-verdict=updated], [data-verdict=near]').first().waitFor()
    await kept(page, 2)

    await page.goto(address)
    await kept(page, 2)
    await page.click('.bar .past')
    await page.locator('slugline-history .group').first().waitFor()
    await page.fill('slugline-history .find', 'Kenya')
    await page.locator('slugline-history .state', { hasText: 'found' }).waitFor()
    await page.keyboard.press('Escape')

    const lines = [example, { title: 'Another', text: 'A choir sang on the steps of the library in Gulu on Friday, and the mayor, Grace Atim, gave every singer a book that she had chosen for them from the shelves.' }]
    await page.setInputFiles('.files', { name: 'stories.jsonl', mimeType: 'text/plain', buffer: Buffer.from(lines.map((one) => JSON.stringify(one)).join('\n')) })
    await page.locator('slugline-batch .shut').waitFor()
    await page.click('slugline-batch .shut')
    await kept(page, 3)
    assert.deepEqual(noted, [])
  } finally {
    await context.close()
  }
})

test('its policy lets nothing out', async () => {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(await readFile(file, 'utf8')) ?? []
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /connect-src|unsafe-inline|'unsafe-eval'|\*|https?:/)
})
