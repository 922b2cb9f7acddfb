/**
 * The suite over Node: the calling thread and a Worker thread. browser.test.js runs it
 * over Chromium.
 */

import { after, before, describe, test } from 'node:test'

import { startWorker } from '../client.js'
import { startEngine } from '../engine.js'
import { cases } from './suite.js'

const wasm = new URL('../../../build/dist/engine.wasm', import.meta.url)

const hosts = /** @type {const} */ ([
  ['on the calling thread', startEngine, { worker: false }],
  ['in a Worker thread', startWorker, { worker: true }],
])

for (const [name, start, host] of hosts) {
  describe(`engine ${name}`, () => {
    /** @type {import('../types.js').Engine} */
    let engine
    before(async () => {
      engine = await start({ wasm })
    })
    after(() => engine.close())
    for (const { name, run } of cases) test(name, () => run(engine, host))
  })
}
