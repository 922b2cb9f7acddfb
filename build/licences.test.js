import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'

import { allowed, nameOf } from './licences.js'

test('tells licences by their text', async () => {
  assert.equal(nameOf(await readFile(new URL('../LICENSE', import.meta.url), 'utf8')), 'Apache-2.0')
  assert.equal(nameOf('The MIT License\n\nPermission is hereby granted,\nfree of charge, to any person'), 'MIT')
  assert.equal(nameOf('GNU GENERAL PUBLIC LICENSE Version 3'), 'GPL')
  assert.equal(nameOf('All rights reserved.'), 'unknown')
})

test('is stricter with what reaches the reader', () => {
  assert.ok(allowed('MIT', true))
  assert.ok(allowed('(MPL-2.0 OR Apache-2.0)', true))
  assert.ok(allowed('MPL-2.0', false))
  for (const licence of ['MPL-2.0', 'GPL-3.0', 'unknown', 'MIT AND GPL-3.0', 'MIT AND (ISC OR GPL-3.0)', '']) assert.ok(!allowed(licence, true), licence)
})
