import assert from 'node:assert/strict'
import { test } from 'node:test'

import { importMemory } from './memory.js'

const MODULE = Uint8Array.from([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 4, 1, 0x60, 0, 0, // a type of function
  2, 7, 1, 1, 0x61, 1, 0x62, 0, 0, // import function a.b
  5, 3, 1, 0, 2, // a memory of two pages
  7, 5, 1, 1, 0x6d, 2, 0, // exported as m
  11, 7, 1, 0, 0x41, 0, 0x0b, 1, 42, // with 42 in its first byte
])

test('a module takes the memory that it is given, again and again', () => {
  const { module, pages } = importMemory(MODULE)
  assert.equal(pages, 2)
  const compiled = new WebAssembly.Module(/** @type {BufferSource} */ (module))
  const memory = new WebAssembly.Memory({ initial: pages })
  for (let round = 0; round < 2; round++) {
    const { exports } = new WebAssembly.Instance(compiled, { a: { b: () => undefined }, workers: { memory } })
    assert.equal(exports.m, memory)
    const bytes = new Uint8Array(memory.buffer)
    assert.equal(bytes[0], 42)
    bytes.fill(0)
  }
})

test('a module that is not laid out as expected is refused', () => {
  const without = MODULE.filter((_, i) => i < 23 || i >= 28)
  assert.throws(() => importMemory(without), /no section 5/)
  const shared = MODULE.slice()
  shared[26] = 3
  assert.throws(() => importMemory(shared), /shared/)
  assert.throws(() => importMemory(Uint8Array.from([...MODULE.slice(0, 8), 5, 255, 255, 255, 255, 255, 255])), /too long|no section/)
})
