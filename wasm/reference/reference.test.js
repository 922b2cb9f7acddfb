/** prose v2 through the page's own client: what "Compare with prose v2" does. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { startEngine } from '../../web/engine/engine.js'
import { differences, namesOf } from '../../web/story/difference.js'
import { example } from '../../web/story/example.js'

const dist = new URL('../../build/dist/', import.meta.url)

/** @type {import('../../web/engine/types.js').Engine} */
let engine
/** @type {import('../../web/engine/types.js').Engine} */
let prose

before(async () => {
  engine = await startEngine({ wasm: new URL('engine.wasm', dist) })
  prose = await startEngine({ wasm: new URL('reference.wasm', dist) })
})

after(() => {
  engine.close()
  prose.close()
})

test('says who it is', () => assert.equal(prose.info.engine, 'prose'))

test('lays its names beside those of the engine', async () => {
  const text = '😀 ' + example.text
  const theirs = namesOf(await prose.analyze({ text }), text)
  assert.ok(theirs.length > 20, `${theirs.length} names`)
  for (const name of theirs) assert.match(name.text, /^[\p{L}\p{N}“"(]/u)
  const kinds = new Set(differences(namesOf(await engine.analyze({ text }), text), theirs).map((row) => row.kind))
  assert.ok(kinds.has('same') && kinds.has('left'), [...kinds].join(' '))
})

test('keeps title and text apart', async () => {
  const { mentions } = await prose.analyze({ title: '🇰🇪 Officials meet in Nairobi today', text: example.text })
  const inTitle = mentions.find((m) => m.field === 'title')
  assert.equal('🇰🇪 Officials meet in Nairobi today'.slice(inTitle?.start, inTitle?.end), 'Nairobi')
})

test('refuses what it does not do, and lives on', async () => {
  const refused = { code: 'input' }
  await assert.rejects(prose.export({ text: example.text }, 'html'), refused)
  await assert.rejects(prose.topics('trade'), refused)
  await assert.rejects(prose.archive.open([]), refused)
  await assert.rejects(prose.analyze({ text: 'a '.repeat(100_000) }), refused)
  assert.ok((await prose.analyze({ text: example.text, matches: false })).mentions.length)
})
