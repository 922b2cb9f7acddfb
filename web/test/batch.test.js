// Many stories at once, from every kind of file, good and hostile: what is whole is kept,
// what is not is named, and nothing stops the rest.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { edited, example } from '../story/example.js'
import { built, kept, launch, serve, take, visit } from './site.js'

/** @typedef {import('playwright-core').Page} Page */

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

/** @param {string} name @param {(page: Page, visitor: Awaited<ReturnType<typeof visit>>) => Promise<void>} act */
function journey(name, act) {
  test(name, { timeout: 120000 }, async () => {
    const visitor = await visit(browser, server.url)
    try {
      await act(visitor.page, visitor)
      assert.deepEqual(visitor.noted, [])
    } finally {
      await visitor.close()
    }
  })
}

const towns = ['Mbale', 'Gulu', 'Kisoro', 'Lira', 'Soroti', 'Jinja', 'Arua', 'Masaka', 'Tororo', 'Kabale', 'Moroto', 'Hoima']
const things = ['lighthouse', 'aqueduct', 'observatory', 'tram depot', 'silk mill', 'bell tower', 'salt works', 'ferry', 'granary', 'theatre']

/** A story that shares few words with any other. @param {number} n */
function story(n) {
  const [town, thing] = [towns[n % towns.length], things[Math.floor(n / towns.length) % things.length]]
  const words = Array.from({ length: 60 }, (_, at) => `${thing.split(' ')[0]}${((n + 3) * (at + 7) * 7919) % 9973} ${town.toLowerCase()}${((n + 1) * (at + 11) * 104729) % 7919}`)
  return { title: `${town} asks about its ${thing}, part ${n}`, text: `The council of ${town} met on Monday about the ${thing}. The members said that they would ask for ${words.join(', and for ')}.` }
}

/** @param {Page} page @param {{ name: string, data: string | Uint8Array }[]} files */
const give = (page, files) => page.setInputFiles('.files', files.map(({ name, data }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(data) })))

/** The report as its rows. @param {Page} page */
async function report(page) {
  await page.locator('slugline-batch .shut').waitFor({ timeout: 60000 })
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('slugline-batch .download')])
  assert.equal(download.suggestedFilename(), 'slugline-import.csv')
  const text = await readFile(await download.path(), 'utf8')
  return text.replace(/^\uFEFF/, '').trim().split('\r\n').slice(1).map((row) => row.slice(1, -1).split('","').map((cell) => cell.replaceAll('""', '"')))
}

/** @param {Page} page @param {{ name: string, data: string | Uint8Array }[]} files @returns {Promise<string[]>} what the report says of each, without headlines */
async function outcomes(page, files) {
  await give(page, files)
  return (await report(page)).map(([file, where, , result, reason]) => [file, where, result, reason].filter(Boolean).join(' | '))
}

const quoted = (/** @type {string} */ words) => `"${words.replaceAll('"', '""')}"`

journey('text, web pages, tables, lists and a zip of them are all read, and their stories kept', async (page) => {
  const s = Array.from({ length: 9 }, (_, n) => story(n))
  const files = [
    { name: 'a.txt', data: `${s[0].title}\n\n${s[0].text}` },
    { name: 'b.html', data: `<!doctype html><title>x</title><main><h1>${s[1].title}</h1><p onclick="x()">${s[1].text}</p></main>` },
    { name: 'c.csv', data: `id;headline;body\r\n1;${quoted(s[2].title)};${quoted(s[2].text)}\r\n2;${quoted(s[3].title)};${quoted(`${s[3].text}\nA second line, "quoted".`)}\r\n` },
    { name: 'd.jsonl', data: `${JSON.stringify(s[4])}\n\n${JSON.stringify({ headline: s[5].title, content: `<p>${s[5].text}</p>` })}\n` },
    { name: 'e.json', data: JSON.stringify({ articles: [s[6]] }) },
    { name: 'f.zip', data: zipSync({ 'in/g.txt': strToU8(s[7].text), 'in/h.jsonl': strToU8(JSON.stringify(s[8])), '__MACOSX/x': strToU8('x') }) },
  ]
  const rows = await outcomes(page, files)
  assert.deepEqual(rows, ['a.txt | added', 'b.html | added', 'c.csv | 2 | added', 'c.csv | 3 | added', 'd.jsonl | 1 | added', 'd.jsonl | 3 | added', 'e.json | 1 | added', 'f.zip | in/g.txt | added', 'f.zip | in/h.jsonl, 1 | added'])
  await page.click('slugline-batch .shut')
  await kept(page, 9)
  await take(page, s[3])
  await page.locator('.match.duplicate').waitFor()
  await page.locator('.match .title', { hasText: s[3].title }).waitFor()
})

journey('what was seen before is found: word for word it is not kept twice, a later version is kept and named', async (page) => {
  await take(page, example)
  await kept(page, 1)
  const rows = await outcomes(page, [{ name: 'all.jsonl', data: [example, edited, story(1), story(1)].map((one) => JSON.stringify(one)).join('\n') }])
  assert.match(rows[0], /^all.jsonl \| 1 \| seen before, not added \| The same story/)
  assert.match(rows[1], /^all.jsonl \| 2 \| added \| Updated version: /)
  assert.match(rows[2], /^all.jsonl \| 3 \| added$/)
  assert.match(rows[3], /^all.jsonl \| 4 \| seen before, not added/)
  await page.locator('slugline-batch .rows .link', { hasText: edited.title }).click()
  await page.locator('slugline-article h1', { hasText: edited.title }).waitFor()
  await kept(page, 3)
})

journey('broken files are named with what is wrong, and the good stories beside them are kept', async (page) => {
  const good = story(20)
  const zip = zipSync({ 'a.txt': strToU8(story(21).text), 'b.txt': strToU8(story(22).text) }, { level: 0 })
  const rows = await outcomes(page, [
    { name: 'photo.jpg', data: new Uint8Array([0xff, 0xd8, 0, 0, 1]) },
    { name: 'nothing.txt', data: '' },
    { name: 'lines.jsonl', data: `{"text": "oops\n${JSON.stringify(good)}\n[1, 2]\n"a string of a few words"\n{"no":"text"}\nnull` },
    { name: 'broken.json', data: '{"articles": [' },
    { name: 'columns.csv', data: 'one,two\n1,2\n' },
    { name: 'short.txt', data: 'Too short to be a story.' },
    { name: 'fremd.txt', data: 'Die Bundesregierung hat am Dienstag beschlossen, die Steuern zu senken und die Renten zu erhöhen. '.repeat(5) },
    { name: 'cut.zip', data: zip.slice(0, zip.indexOf(0x50, 30) + 60) },
    { name: 'nested.zip', data: zipSync({ 'in.zip': zip, 'c.txt': strToU8(story(23).text) }) },
    { name: 'list.slugline.txt', data: 'SLUGPACK\u0001' },
    { name: 'last.txt', data: story(24).text },
  ])
  const said = (/** @type {string} */ start) => rows.filter((row) => row.startsWith(start))
  assert.match(said('photo.jpg')[0], /holds no plain text/)
  assert.match(said('nothing.txt')[0], /no text in it/)
  assert.match(said('lines.jsonl | 1 ')[0], /is not JSON/)
  assert.match(said('lines.jsonl | 2 ')[0], /added$/)
  assert.match(said('lines.jsonl | 3 ')[0], /no field/)
  assert.match(said('lines.jsonl | 4 ')[0], /not added/)
  assert.match(said('lines.jsonl | 5 ')[0], /no field/)
  assert.match(said('lines.jsonl | 6 ')[0], /where a story should be/)
  assert.match(said('broken.json')[0], /is not JSON/)
  assert.match(said('columns.csv')[0], /names no column/)
  assert.match(said('short.txt')[0], /fewer than 25 words/)
  assert.match(said('fremd.txt')[0], /not look like English/)
  assert.match(said('cut.zip').at(-1) ?? '', /ends in the middle|cannot be unpacked/)
  assert.match(said('nested.zip | in.zip')[0], /archive inside an archive/)
  assert.match(said('nested.zip | c.txt')[0], /added$/)
  assert.match(said('list.slugline')[0], /Import it in History/)
  assert.match(said('last.txt')[0], /added$/)
})

journey('a zip that unpacks to 300 MB of nothing, and a table whose quotation never ends, are refused in bounded time', async (page) => {
  const bomb = zipSync({ 'zeros.txt': new Uint8Array(300e6), 'after.txt': strToU8(story(30).text) }, { level: 9 })
  assert.ok(bomb.length < 400_000)
  const rows = await outcomes(page, [
    { name: 'bomb.zip', data: bomb },
    { name: 'open.csv', data: `text\n"${'never closed, '.repeat(1_700_000)}` },
    { name: 'long.jsonl', data: `${'x'.repeat(21_000_000)}\n${JSON.stringify(story(31))}` },
  ])
  assert.match(rows[0], /bomb.zip \| zeros.txt \| not added \| It would unpack to more than 100 MB/)
  assert.match(rows[1], /bomb.zip \| after.txt \| added/)
  assert.match(rows[2], /open.csv \| 2 \| not added \| (From here on no row ends|It is longer than 20 MB)/)
  assert.match(rows[3], /long.jsonl \| 1 \| not added \| It is longer than 20 MB/)
  assert.match(rows[4], /long.jsonl \| 2 \| added/)
})

journey('a batch can be paused, goes on, and can be stopped; what was counted is kept', async (page) => {
  const lines = Array.from({ length: 400 }, (_, n) => JSON.stringify(story(n))).join('\n')
  await give(page, [{ name: 'many.jsonl', data: lines }])
  const state = () => page.evaluate(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).find('slugline-batch').batch)
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).find('slugline-batch').batch?.added > 0)
  await page.click('slugline-batch .pause')
  await page.locator('slugline-batch h2', { hasText: 'Paused' }).waitFor()
  let counted = (await state()).added
  for (let still = false; !still; ) { // the portion at work ends
    await page.waitForTimeout(300)
    const now = (await state()).added
    still = now === counted
    counted = now
  }
  assert.ok(counted < 400)
  await page.keyboard.press('Escape')
  assert.ok(await page.locator('slugline-batch .pause').isVisible(), 'Escape does not throw the work away')
  await page.click('slugline-batch .pause')
  await page.waitForFunction((counted) => /** @type {any} */ (document.querySelector('slugline-analyzer')).find('slugline-batch').batch.added > counted, counted)
  await page.locator('slugline-batch .figures', { hasText: 'left' }).waitFor()
  await page.click('slugline-batch .stop')
  await page.locator('slugline-batch .shut').waitFor()
  const { added } = await state()
  await page.click('slugline-batch .shut')
  await kept(page, added)
  await page.reload()
  await page.waitForSelector('slugline-intake')
  await kept(page, added)
})

journey('a title that a spreadsheet would take for a formula is only a title in the report', async (page) => {
  await give(page, [{ name: '=1+1.jsonl', data: JSON.stringify({ ...story(40), title: "=cmd|' /C calc'!A0" }) }])
  const [[file, , title]] = await report(page)
  assert.equal(file, "'=1+1.jsonl")
  assert.equal(title, "'=cmd|' /C calc'!A0")
})
