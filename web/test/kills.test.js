// Pages closed and browsers killed while they keep stories: a short run of what
// `make bench-archive` does 120 times.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killAtRandom } from '../../build/archivebench/kills.js'

test('what was said to be kept is there after the page is closed or the browser killed', { timeout: 240000 }, async () => {
  const outcome = await killAtRandom(8)
  assert.ok(outcome.acknowledged >= 8, `${outcome.acknowledged} stories said to be kept`)
  assert.deepEqual([outcome.lost, outcome.unopened], [0, 0])
})
