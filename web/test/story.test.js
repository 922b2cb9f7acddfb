// What the page makes of an analysis before anything is drawn: plain values in, plain values
// out, no browser.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { blocksOf } from '../story/blocks.js'
import { holding, nothingSaid, redone, saying, undone, without } from '../story/corrections.js'
import { differences } from '../story/difference.js'
import { example, edited } from '../story/example.js'
import { figuresOf } from '../story/figures.js'
import { editBetween, shifted } from '../story/spans.js'
import { evidenceOf, isEnough, noLimits } from '../story/limits.js'
import { timelineOf } from '../story/timeline.js'
import { orderOf, stretchesOf } from '../story/stretches.js'
import { amount, since, say } from '../words.js'

/** @param {string} text @param {string} word @param {string} [type] */
const mention = (text, word, type = 'person') => ({
  field: 'text',
  start: text.indexOf(word),
  end: text.indexOf(word) + word.length,
  type,
  entity: 0,
})

/** @param {object} parts @returns {any} */
const analysis = (parts) => ({ article: { setAside: [], title: '' }, mentions: [], ...parts })

test('paragraphs hold every letter but the line breaks, marked or not', () => {
  const text = 'Ama Boateng spoke 🎉.\n\n  In Accra, Ama Boateng waited.\r\n'
  const blocks = blocksOf(text, analysis({ mentions: [mention(text, 'Ama Boateng'), mention(text, 'Accra', 'place')] }))
  const drawn = blocks.map((block) => block.parts.map((part) => text.slice(part.start, part.end)).join(''))
  assert.deepEqual(drawn, ['Ama Boateng spoke 🎉.', 'In Accra, Ama Boateng waited.'])
  assert.deepEqual(
    blocks.flatMap((block) => block.parts.filter((part) => part.mention >= 0).map((part) => text.slice(part.start, part.end))),
    ['Ama Boateng', 'Accra'],
  )
})

test('a name that runs over a line break is marked on both lines', () => {
  const text = 'Bank of\nGhana said no.'
  const blocks = blocksOf(text, analysis({ mentions: [{ field: 'text', start: 0, end: 13, type: 'organization', entity: 0 }] }))
  assert.deepEqual(blocks.map((block) => block.parts[0].mention), [0, 0])
})

test('a line that is set aside says why, and a byline is no aside', () => {
  const text = 'By Ama Boateng\nRates fell.\n| Also Read: Rates |\nThey will fall again.'
  const also = text.indexOf('|')
  const setAside = [
    { start: 0, end: 14, reason: 'byline' },
    { start: also, end: also + 20, reason: 'also-read' },
  ]
  const kinds = blocksOf(text, analysis({ article: { title: '', setAside } })).map((block) => [block.kind, block.reason])
  assert.deepEqual(kinds, [['byline', 'byline'], ['text', ''], ['aside', 'also-read'], ['text', '']])
})

test('the headline in the text is a headline only where none was given apart', () => {
  const text = 'Rates fall\n\nThe bank cut rates.'
  const found = analysis({ article: { title: 'Rates fall', setAside: [] } })
  assert.equal(blocksOf(text, found)[0].kind, 'title')
  assert.equal(blocksOf(text, found, { titled: true })[0].kind, 'text')
})

for (const [what, old, now, span, moved] of /** @type {[string, string, string, [number, number], [number, number] | null][]} */ ([
  ['letters typed before a name move it', 'In Accra', 'Now in Accra', [3, 8], [7, 12]],
  ['letters typed after it do not', 'In Accra', 'In Accra now', [3, 8], [3, 8]],
  ['letters typed inside it widen it', 'In Accra', 'In Acccra', [3, 8], [3, 9]],
  ['letters cut out of it unmark it', 'In Accra', 'In Acra', [3, 8], null],
  ['a paragraph cut before it moves it back', 'Old.\nIn Accra', 'In Accra', [8, 13], [3, 8]],
]))
  test(`while typing, ${what}`, () => {
    const edit = editBetween(old, now)
    assert.ok(edit)
    const [after] = shifted([{ start: span[0], end: span[1] }], edit)
    assert.deepEqual(after ? [after.start, after.end] : null, moved)
  })

test('corrections can be undone, made again, taken back, and hold for their story alone', () => {
  const said = { kind: /** @type {const} */ ('not-a-name'), name: 'May', story: 'a', when: '' }
  const all = { kind: /** @type {const} */ ('ignore'), name: 'Slugline Ltd', forms: ['Slugline'], story: '', when: '' }
  let log = saying(saying(nothingSaid(), said), all)
  assert.deepEqual(holding(log, 'a').map((one) => one.name), ['May', 'Slugline Ltd', 'Slugline'])
  assert.deepEqual(holding(log, 'b').map((one) => one.name), ['Slugline Ltd', 'Slugline'])
  log = undone(log)
  assert.deepEqual(holding(log, 'b'), [])
  log = redone(log)
  assert.equal(holding(log, 'b').length, 2)
  assert.deepEqual(holding(without(log, 0), 'a').map((one) => one.name), ['Slugline Ltd', 'Slugline'])
  assert.equal(saying(undone(log), said).said.length, 2)
})

test('two engines side by side: agreement is counted, difference is named', () => {
  const name = (/** @type {number} */ start, /** @type {string} */ text, /** @type {string} */ type) => ({ start, end: start + text.length, type, text })
  const rows = differences(
    [name(0, 'Accra', 'place'), name(20, 'Bank of Ghana', 'organization'), name(40, 'Accra', 'place'), name(60, 'Ama', 'person')],
    [name(0, 'Accra', 'place'), name(28, 'Ghana', 'place'), name(40, 'Accra', 'place'), name(60, 'Ama', 'place'), name(80, 'Tema', 'place')],
  )
  assert.deepEqual(rows.map((row) => [row.kind, row.count]), [['same', 2], ['edges', 1], ['type', 1], ['right', 1]])
})

test('changed words inside a passage are cut out of it, and the passage goes on', () => {
  const cuts = stretchesOf([{ start: 0, end: 50 }, { start: 40, end: 60 }], [{ start: 10, end: 13 }, { start: 70, end: 75 }, { start: 0, end: 0 }])
  assert.deepEqual(
    cuts.map((one) => [one.start, one.end, one.index, one.changed]),
    [[0, 10, 0, false], [10, 13, 0, true], [13, 50, 0, false], [50, 60, 1, false], [70, 75, -1, true]],
  )
})

test('differences come in the order of this story, those of the other alone where they stood', () => {
  const change = (/** @type {number} */ start, /** @type {number} */ end, /** @type {number} */ otherStart, /** @type {number} */ otherEnd) =>
    ({ kind: /** @type {const} */ ('figure'), here: 'x', there: 'y', start, end, otherStart, otherEnd })
  const passages = [{ start: 0, end: 40, otherStart: 0, otherEnd: 40 }, { start: 60, end: 99, otherStart: 70, otherEnd: 109 }]
  assert.deepEqual(orderOf([change(80, 82, 90, 92), change(0, 0, 50, 60), change(10, 12, 10, 12), change(0, 0, 0, 0)], passages), [2, 1, 0])
})

test('limits: what is left after quotations and shared passages are taken out must be enough', () => {
  const text = 'One two three “four five” six seven eight nine ten.'
  const match = (/** @type {string} */ id, /** @type {[number, number][]} */ passages) =>
    /** @type {any} */ ({ id, copied: 1, copiedFrom: 0.5, passages: passages.map(([start, end]) => ({ start, end })) })
  const end = text.indexOf('six')
  const [whole] = evidenceOf(text, [match('a', [[0, text.length]]), match('b', [[end, text.length]]), match('c', [[end, text.length]])], new Map())
  assert.deepEqual(whole, { copied: 10, quoted: 2, common: 5, both: 0, here: 1, there: 0.5 })
  const [same] = evidenceOf(text, [match('a', [[0, text.length]]), match('b', [[end, text.length]]), match('c', [[end, text.length]])], new Map([['b', 's'], ['c', 's']]))
  assert.equal(same.common, 0, 'two versions of one story are one')
  assert.ok(isEnough(whole, noLimits))
  assert.ok(isEnough(whole, { ...noLimits, words: 10 }) && !isEnough(whole, { ...noLimits, words: 11 }))
  assert.ok(isEnough(whole, { ...noLimits, words: 8, quotations: true }) && !isEnough(whole, { ...noLimits, words: 9, quotations: true }))
  assert.ok(isEnough(whole, { words: 3, share: 0.3, quotations: true, boilerplate: true }) && !isEnough(whole, { words: 3, share: 0.31, quotations: true, boilerplate: true }))
})

test('a timeline is in the order of time, with what falls together together', () => {
  const date = (/** @type {string} */ value, field = 'text') => ({ field, start: 0, end: 1, type: 'date', entity: null, value })
  const mentions = /** @type {any} */ ([date('2026-11-24'), date('1997'), { ...date('USD 5'), type: 'money' }, date('2026-11'), date('2026-11-24'), date('199X'), date('2026-11-20', 'title'), date('next week'), date('2026')])
  assert.deepEqual(timelineOf(mentions), [
    { value: '199X', mentions: [5] },
    { value: '1997', mentions: [1] },
    { value: '2026', mentions: [8] },
    { value: '2026-11', mentions: [3] },
    { value: '2026-11-24', mentions: [0, 4] },
  ])
})

test('figures: an editor’s reading time and share of quotation', () => {
  const figures = figuresOf('He said “it is ten letters” twice.', { words: 476, sentences: 20 }, 1)
  assert.equal(Math.round(figures.minutes), 2)
  assert.equal(figures.quotations, 1)
  assert.ok(figures.quoted > 0.5 && figures.quoted < 0.7)
})

test('the later edition of the example differs from it and shares most of it', () => {
  const shared = edited.text.split('\n\n').filter((paragraph) => example.text.includes(paragraph))
  assert.ok(shared.length >= 6)
  assert.notEqual(example.title, edited.title)
  assert.ok(edited.text.includes('$438 million') && !example.text.includes('$438 million'))
})

test('long figures are written in groups, and years and decimals are not', () => {
  assert.equal(amount('USD 412000000'), 'USD 412,000,000')
  assert.equal(amount('EUR 12500.50'), 'EUR 12,500.50')
  for (const value of ['2026-11-24', '0.123456', '14:30', '2000 kilometre', '']) assert.equal(amount(value), value)
})

test('times are told as a newsroom tells them', () => {
  const now = Date.parse('2026-11-24T12:00:00Z')
  assert.equal(since('2026-11-24T11:59:40Z', now), 'just now')
  assert.equal(since('2026-11-24T11:55:00Z', now), '5 minutes ago')
  assert.equal(since('2026-11-23T12:00:00Z', now), 'yesterday')
  assert.equal(since('not a date', now), 'not a date')
})

test('every word on the page has its text in web/locale, and nothing there is unused', async () => {
  const root = new URL('../', import.meta.url)
  const source = []
  for (const file of await readdir(root, { recursive: true }))
    if (file.endsWith('.js') && !/(^(demo|cli|engine)|(^|\/)test)\//.test(file)) source.push(await readFile(new URL(file, root), 'utf8'))
  const all = source.join('\n')
  const locales = await Promise.all(['en', 'embed'].map((name) => readFile(new URL(`locale/${name}.json`, root), 'utf8')))
  const messages = locales.flatMap((text) => Object.keys(JSON.parse(text)))
  for (const [, key] of all.matchAll(/\bsay\((?:[\w.]+ \? )?'([\w.-]+)'/g)) assert.ok(messages.includes(key), `no words for ${key}`)
  const stems = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map(([, stem]) => stem)
  const unused = messages.filter((key) => !all.includes(`'${key}'`) && !stems.some((stem) => key.startsWith(stem)))
  assert.deepEqual(unused, [])
  assert.equal(say('names.count', { n: 1 }), '1 mention')
})
