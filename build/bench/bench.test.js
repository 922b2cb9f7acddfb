import assert from 'node:assert/strict'
import { test } from 'node:test'

import { count, score, trim } from './score.js'
import { article } from './texts.js'

test('takes off marks, possessives and a leading "the"', () => {
  for (const [given, wanted] of [
    ['“Apple Inc.”, ', 'Apple Inc.'], ['Kenya’s', 'Kenya'], ['the European Union', 'European Union'],
    ["Paris's", 'Paris'], ['The Hague', 'Hague'], ['(WTO)', 'WTO'], ['Theresa May', 'Theresa May'],
  ]) {
    const { start, end } = trim(`x ${given}`, { start: 2, end: 2 + given.length, type: 'place' })
    assert.equal(`x ${given}`.slice(start, end), wanted)
  }
})

test('counts a name once, and only with its type', () => {
  const text = 'Ama met Ama in Accra.'
  const accra = { start: 15, end: 20, type: 'place' }
  const ama = { start: 0, end: 3, type: 'person' }
  const counted = count(text, [ama, accra], [ama, { ...ama }, { ...accra, type: 'person' }, { start: 8, end: 11, type: 'group' }])
  assert.deepEqual(counted, { right: 1, found: 2, wanted: 2 })
  assert.equal(score([counted]).f1, 0.5)
  assert.equal(score([]).f1, 0)
})

test('makes an article of about the size that is asked for, without brackets', async () => {
  const text = await article(5000)
  assert.ok(text.length > 4500 && text.length < 5200, `${text.length}`)
  assert.doesNotMatch(text, /\[[a-z]\||^==/m)
})
