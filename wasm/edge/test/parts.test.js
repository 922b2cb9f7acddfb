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
import { Memories } from '../memories.js'
import { bearer, readTokens } from '../tokens.js'
import { LOAN, longStory } from './stories.js'

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('so many run at once, and clients take turns', async () => {
  const admission = new Admission({ atOnce: 2, large: 1, waiting: 10, patience: 60_000 })
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

test('of what is large one runs at a time, and the others pass it by', async () => {
  const admission = new Admission({ atOnce: 3, large: 1, waiting: 10, patience: 60_000 })
  /** @type {string[]} */
  const order = []
  /** @type {Map<string, () => void>} */
  const leaves = new Map()
  const come = (/** @type {string} */ client, /** @type {string} */ what) => admission.enter(client, what.startsWith('large')).then((leave) => (order.push(what), leaves.set(what, leave)))
  const leave = (/** @type {string} */ what) => (leaves.get(what)?.(), soon())
  for (const [client, what] of [['import', 'large 1'], ['import', 'large 2'], ['import', 'small 1'], ['desk', 'large 3'], ['desk', 'small 2'], ['jane', 'small 3']]) come(client, what)
  await soon()
  assert.deepEqual(order.splice(0), ['large 1', 'small 1', 'small 2'])
  await leave('small 1')
  assert.deepEqual(order.splice(0), ['small 3'])
  await leave('large 1')
  assert.deepEqual(order.splice(0), ['large 2'])
  await leave('small 2')
  assert.deepEqual(order, [], 'one that is large still runs')
  await leave('large 2')
  assert.deepEqual(order, ['large 3'])
  await leave('large 3')
  await leave('small 3')
  assert.equal(admission.running, 0)
})

test('where too many wait, or one too long, the answer is 503', async () => {
  const admission = new Admission({ atOnce: 1, large: 1, waiting: 1, patience: 30 })
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

test('long articles leave an engine small, and memories are used again', async () => {
  const module = await WebAssembly.compile(await readFile(new URL('../../../build/dist/engine.wasm', import.meta.url)))
  for (let round = 0; round < 3; round++) {
    const host = new EngineHost(module)
    const analyze = (/** @type {string} */ text) => host.call(Op.analyze, new Frame().article({ text }), () => undefined)
    for (let i = 0; i < 40; i++) analyze(longStory(i).text) // the collector may be at work when the first long one comes
    for (let i = 0; i < 8; i++) analyze(Array.from({ length: 19 }, (_, k) => longStory(20 * i + k).text).join('\n\n'))
    assert.ok(host.memory < 48 << 20, `${host.memory} bytes`)
  }

  const memories = new Memories(2, 2)
  const [small, large] = [memories.take(false), memories.take(false)]
  large.grow(4)
  new Uint8Array(large.buffer)[9] = 1
  memories.give(large)
  memories.give(small)
  assert.equal(memories.take(true), large)
  assert.equal(new Uint8Array(large.buffer)[9], 0)
  assert.equal(memories.take(true), small)
  large.grow(20)
  memories.give(large)
  assert.notEqual(memories.take(true), large, 'it has grown too much')
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
