// What a desk has taught, as files: read, bounded, joined; house tags from CSV and SKOS; and
// what was said of tags, walked back and forth. No browser.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DeskError, joined, most, nothingTaught, readDesk } from '../desk/desk.js'
import { readVocabulary } from '../desk/vocabulary.js'
import { decisionsOf, holding, nothingSaid, redone, saying, tagsSaid, undone, withoutTags } from '../story/corrections.js'

/** @param {string} story @param {string} tag @param {number} minute @param {'accept' | 'reject' | 'pin'} [verdict] */
const decision = (story, tag, minute, verdict = 'accept') => ({ story, tag, verdict, when: `2026-11-24T09:0${minute}:00Z`, base: 400, traits: [258] })

test('two desks join into one, in either order and any number of times', () => {
  const a = { ...nothingTaught(), decisions: [decision('x', 'medtop:15000000', 1), decision('y', 'medtop:15000000', 3)] }
  const b = { ...nothingTaught(), tags: [{ id: 'house:a', name: 'A' }], decisions: [decision('x', 'medtop:15000000', 2, 'reject'), decision('z', 'house:a', 1)] }
  const both = joined(a, b)
  assert.deepEqual(both, joined(b, a))
  assert.deepEqual(both, joined(both, a, b))
  assert.deepEqual(both.decisions.map((one) => [one.story, one.verdict]), [['z', 'accept'], ['x', 'reject'], ['y', 'accept']])
  assert.deepEqual(readDesk(JSON.stringify(both)), both)
})

test('a desk stays within its bounds, and the oldest decisions fall out', () => {
  const decisions = Array.from({ length: most.decisions + 5 }, (_, i) => ({ ...decision(`s${i}`, 'medtop:15000000', 1), when: new Date(i * 1000).toISOString() }))
  const desk = joined({ ...nothingTaught(), decisions })
  assert.equal(desk.decisions.length, most.decisions)
  assert.equal(desk.decisions[0].story, 's5')
})

test('a file that is no desk is refused in words, and what is unsound in one is passed over', () => {
  assert.throws(() => readDesk('{'), DeskError)
  assert.throws(() => readDesk('{"version":2,"tags":[],"decisions":[]}'), /no desk/)
  const tags = [null, { id: 'medtop:15000000', name: 'mine' }, { id: 'house:x', name: 'X', phrases: ['x', 7], extra: 1 }, { id: 'x' }, { id: 'y'.repeat(300), name: 'Y' }]
  const decisions = [
    decision('a', 'house:x', 1),
    { ...decision('b', 'house:x', 1), verdict: 'burn' },
    { ...decision('c', 'house:x', 1), traits: ['<script>'] },
    { ...decision('d', 'house:x', 1), base: -1 },
    { ...decision('e', 'house:x', 1), traits: Array(100).fill(1) },
    7,
  ]
  const desk = readDesk(JSON.stringify({ version: 1, tags, decisions }))
  assert.deepEqual(desk.tags, [{ id: 'house:x', name: 'X', phrases: ['x'] }])
  assert.deepEqual(desk.decisions.map((one) => one.story), ['a'])
})

for (const [what, text, tags] of /** @type {[string, string, object[]][]} */ ([
  ['commas and quotes', '\ufeffid,name,parent,phrases\r\n1,"Roads, ""A"" class",,road|a-road\r\n', [{ id: 'house:1', name: 'Roads, "A" class', phrases: ['road', 'a-road'] }]],
  ['semicolons, phrases in columns', 'Name;ID;Parent;Phrases;\nBridges;br;tr;bridge;viaduct\n', [{ id: 'house:br', name: 'Bridges', parent: 'house:tr', phrases: ['bridge', 'viaduct'] }]],
  ['names alone', 'name\nTown Hall\n\n', [{ id: 'house:town-hall', name: 'Town Hall' }]],
  ['a line break in a cell', 'id,name\nx,"a\nb"', [{ id: 'house:x', name: 'a\nb' }]],
  ['identifiers with a scheme, Media Topics left out', 'id,name\nmedtop:15000000,sport\nours:7,Seven', [{ id: 'ours:7', name: 'Seven' }]],
  [
    'SKOS as a JSON-LD graph',
    JSON.stringify({
      '@graph': [
        { '@id': 'http://x/1', 'skos:prefLabel': [{ '@language': 'fr', '@value': 'Pont' }, { '@language': 'en', '@value': 'Bridge' }], 'skos:altLabel': { '@language': 'en-GB', '@value': 'viaduct' }, 'skos:broader': { '@id': 'http://x/0' } },
        { '@id': 'http://x', '@type': 'skos:ConceptScheme' },
      ],
    }),
    [{ id: 'http://x/1', name: 'Bridge', parent: 'http://x/0', phrases: ['Bridge', 'viaduct'] }],
  ],
  [
    'SKOS as a plain list, labels by language',
    JSON.stringify([{ uri: 'http://x/2', prefLabel: { de: 'Fähre', en: 'Ferry' }, altLabel: { en: ['ferryboat'] }, broader: ['http://x/0'] }]),
    [{ id: 'http://x/2', name: 'Ferry', parent: 'http://x/0', phrases: ['Ferry', 'ferryboat'] }],
  ],
]))
  test(`house tags are read from ${what}`, () => assert.deepEqual(readVocabulary(text), tags))

test('a file without tags is refused in words', () => {
  for (const text of ['', 'Harbour bridge shut', '{"a":1}', '[', 'id,name\n,,\n', 'constructor,__proto__\n1,2'])
    assert.throws(() => readVocabulary(text), DeskError, text)
})

test('what is said of tags is undone, made again and taken back with the rest', () => {
  const said = (/** @type {'accept' | 'reject' | 'clear'} */ verdict, story = 'a') => ({
    kind: /** @type {const} */ ('tag'), tag: 'medtop:15000000', name: 'sport', verdict, story, when: '', observed: { story: `key of ${story}`, base: 1, traits: [] },
  })
  let log = saying(saying(nothingSaid(), { kind: 'ignore', name: 'May', story: '', when: '' }), said('accept'))
  assert.deepEqual(holding(log, 'a').map((one) => one.name), ['May'])
  assert.deepEqual(tagsSaid(log, 'a').map((one) => one.verdict), ['accept'])
  assert.deepEqual(tagsSaid(log, 'b'), [])
  log = saying(log, said('reject', 'b'))
  assert.deepEqual(decisionsOf(log).map((one) => [one.story, one.verdict]), [['key of a', 'accept'], ['key of b', 'reject']])
  assert.equal(decisionsOf(undone(log)).length, 1)
  assert.equal(decisionsOf(redone(undone(log))).length, 2)
  assert.deepEqual(decisionsOf(saying(log, said('clear'))).map((one) => one.story), ['key of b'])
  const left = withoutTags(undone(log))
  assert.deepEqual(left.said.map((one) => one.name), ['May'])
  assert.equal(left.done, 1)
})
