import assert from 'node:assert/strict'
import { test } from 'node:test'

import { example } from '../../../web/story/example.js'
import { f1, stems } from './score.js'
import { yake } from './yake.js'

test('compares keyphrases by stems, each once, and only the first k', () => {
  assert.equal(stems('Trade Agreements, signed'), 'trad agree sign')
  assert.equal(f1(['trade agreement', 'Trade agreements', 'tea'], ['trade agreements', 'milk'], 2), 0.5)
  assert.equal(f1(['milk', 'tea'], ['tea'], 1), 0)
  assert.equal(f1([], ['tea'], 5), 0)
})

test('the baseline finds what a story is about, in phrases of up to three words', () => {
  const found = yake(example.text, 10)
  assert.equal(found.length, 10)
  assert.ok(found.slice(0, 5).some((phrase) => /Kenya|New Zealand|Odhiambo|Tamihana/.test(phrase)), found.join(', '))
  for (const phrase of found) assert.ok(phrase.split(' ').length <= 3 && !/^(the|of|and) | (the|of|and)$/i.test(phrase), phrase)
  assert.deepEqual(yake('', 10), [])
})
