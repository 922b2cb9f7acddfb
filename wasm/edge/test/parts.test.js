/** Parts of the entry script by themselves, in Node: who runs when, and the engine after a trap. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'node:test'

import { Frame, Op } from '../../../web/engine/frame.js'
import { Admission } from '../admission.js'
import { EngineHost } from '../host.js'
import { bearer, readTokens } from '../tokens.js'
import { LOAN } from './stories.js'

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('so many run at once, and clients take turns', async () => {
  const admission = new Admission({ atOnce: 2, waiting: 10, patience: 60_000 })
  /** @type {string[]} */
  const order = []
  /** @type {(() => void)[]} */
  const leaves = []
  const come = (/** @type {string} */ client) => admission.enter(client).then((leave) => (order.push(client), leaves.push(leave)))
  for (const client of ['import', 'import', 'import', 'import', 'import', 'jane', 'peter']) come(client)
  await soon()
  assert.deepEqual(order, ['import', 'import'])
  while (leaves.length) {
    const leave = leaves.shift()
    leave?.()
    leave?.() // leaving twice counts once
    await soon()
    assert.ok(admission.running <= 2)
  }
  assert.deepEqual(order.slice(2), ['import', 'jane', 'peter', 'import', 'import'])
  assert.equal(admission.running, 0)
})

test('where too many wait, or one too long, the answer is 503', async () => {
  const admission = new Admission({ atOnce: 1, waiting: 1, patience: 30 })
  const leave = await admission.enter('a')
  const late = admission.enter('b')
  const busy = { status: 503, headers: { 'Retry-After': '2' } }
  await assert.rejects(admission.enter('c'), busy)
  await assert.rejects(late, busy)
  leave()
  ;(await admission.enter('d'))()
  assert.equal(admission.running, 0)
})

test('after a trap the next call has a new engine', async () => {
  const host = new EngineHost(await WebAssembly.compile(await readFile(new URL('../../../build/dist/engine.wasm', import.meta.url))))
  const analyze = () => host.call(Op.analyze, new Frame().article({ text: LOAN }), (bytes) => JSON.parse(new TextDecoder().decode(bytes)))
  const before = analyze()
  const trap = { size: 8, writeTo: () => { throw new Error('unreachable') } }
  assert.throws(() => host.call(Op.analyze, /** @type {Frame} */ (/** @type {unknown} */ (trap)), () => undefined), { code: 'trap' })
  assert.deepEqual(analyze(), before)
  assert.equal(host.starts, 2)
})

test('token.js makes tokens that the Worker takes', async () => {
  const run = promisify(execFile)
  const program = fileURLToPath(new URL('../token.js', import.meta.url))
  const first = await run('node', [program, 'cms', 'read,write', '30'])
  const second = await run('node', [program, 'desk', 'read', '', first.stdout])
  const tokens = readTokens(second.stdout)
  assert.deepEqual([...tokens.keys()], ['cms', 'desk'])
  const [token] = /slug_cms_\S+/.exec(first.stderr) ?? []
  assert.deepEqual(await bearer(`Bearer ${token}`, tokens), { name: 'cms', scopes: ['read', 'write'] })
  assert.ok(!second.stdout.includes(String(token).slice(-20)), 'only its hash is in the list')
  await assert.rejects(bearer(`Bearer ${token}x`, tokens), { status: 401 })
  await assert.rejects(run('node', [program, 'cms', 'everything']))
})
