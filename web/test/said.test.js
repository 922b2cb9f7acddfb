// Corrections of names as a file: read, bounded, refused in words, joined without doubles.
// No browser.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holding, nothingSaid, saying } from '../story/corrections.js'
import { SaidError, bounds, readSaid, taken, written } from '../story/said.js'

const when = '2026-11-26T09:00:00Z'
const list = [
  { kind: 'type', name: 'Sable', type: 'organization' },
  { kind: 'not-a-name', name: 'Desk' },
  { kind: 'same', name: 'BJP', other: 'Bharatiya Janata Party' },
  { kind: 'ignore', name: 'Reuters' },
]

test('what is saved is what another reads, but for what one story alone was told', () => {
  let { log } = taken(nothingSaid(), /** @type {any} */ (list), when)
  log = saying(log, { kind: 'ignore', name: 'Here', story: 'x', when })
  assert.deepEqual(readSaid(written(log)), list)
})

test('the forms of a name go along, and the same file read twice adds nothing', () => {
  const log = saying(nothingSaid(), { kind: 'type', name: 'Sable Ltd', type: 'organization', forms: ['Sable'], story: '', when })
  const file = readSaid(written(log))
  assert.deepEqual(file.map((one) => one.name), ['Sable Ltd', 'Sable'])
  const first = taken(nothingSaid(), file, when)
  assert.equal(first.added, 2)
  const second = taken(first.log, file, when)
  assert.equal(second.added, 0)
  assert.equal(second.log, first.log)
  assert.deepEqual(holding(second.log, 'any'), file)
})

for (const [what, text, why] of /** @type {[string, string, RegExp][]} */ ([
  ['no JSON', '{', /not JSON/],
  ['no list', '{"kind":"ignore"}', /no list/],
  ['another kind', '[{"kind":"burn","name":"x"}]', /Correction 1 wants a "kind"/],
  ['no name', '[{"kind":"ignore","name":"  "}]', /Correction 1/],
  ['a type that is none', '[{"kind":"ignore","name":"x"},{"kind":"type","name":"x","type":"money"}]', /Correction 2/],
  ['one name where two are wanted', '[{"kind":"same","name":"x"}]', /"other" name/],
  ['nothing where a correction should be', '[null]', /Correction 1/],
  ['a name without end', JSON.stringify([{ kind: 'ignore', name: 'x'.repeat(bounds.name + 1) }]), /Correction 1/],
  ['more than anyone says', JSON.stringify(Array(bounds.corrections + 1).fill(list[3])), /4001 corrections/],
]))
  test(`a file is refused in words: ${what}`, () => assert.throws(() => readSaid(text), (error) => error instanceof SaidError && why.test(error.message)))

test('fields that nobody knows are left out', () => {
  assert.deepEqual(readSaid('[{"kind":"ignore","name":"x","onload":"alert(1)","other":"y"}]'), [{ kind: 'ignore', name: 'x' }])
})
