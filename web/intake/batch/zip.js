// Stories in a zip. It is unpacked as it is read, a file at a time, and never beyond what a
// newsroom could mean: a few kilobytes may claim to hold petabytes.

import { Unzip, UnzipInflate } from 'fflate'
import { problem, storiesOf } from './stories.js'

/** @typedef {import('./stories.js').Item} Item */
/** @typedef {{ name: string, parts: Uint8Array<ArrayBuffer>[], size: number, problem: string, done: boolean }} Entry */

/** Bytes read at once; deflate makes at most 1,032 of each. */
const step = 1 << 15

/** Bounds: bytes of one file unpacked, of all, and files. */
const largestEntry = 100e6
const largestAll = 2e9
const mostEntries = 200_000

/** @param {File} file @returns {AsyncGenerator<Item>} */
export async function* zipStories(file) {
  const entries = /** @type {Entry[]} */ ([])
  let seen = 0
  let unpacked = 0
  const unzip = new Unzip((found) => {
    seen++
    if (found.name.endsWith('/') || /(^|\/)(__MACOSX\/|\.)/.test(found.name)) return
    const entry = /** @type {Entry} */ ({ name: found.name, parts: [], size: 0, problem: '', done: false })
    entries.push(entry)
    found.ondata = (error, bytes, final) => {
      if (entry.done) return
      entry.size += bytes?.length ?? 0
      unpacked += bytes?.length ?? 0
      if (error) entry.problem = 'damaged'
      else if (entry.size > largestEntry || unpacked > largestAll) entry.problem = 'unpacks-large'
      else entry.parts.push(bytes.slice())
      if (entry.problem) {
        entry.parts = []
        found.terminate()
      }
      entry.done = final || entry.problem !== ''
    }
    try {
      found.start()
    } catch {
      Object.assign(entry, { problem: 'method', done: true })
    }
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < file.size; at += step) {
    const end = Math.min(file.size, at + step)
    try {
      unzip.push(new Uint8Array(await file.slice(at, end).arrayBuffer()), end === file.size)
    } catch {
      yield problem(file, '', 'damaged')
      return
    }
    while (entries[0]?.done) yield* storiesIn(file, /** @type {Entry} */ (entries.shift()), end)
    if (unpacked > largestAll || seen > mostEntries) {
      yield problem(file, '', 'zip-large')
      return
    }
  }
  for (const entry of entries) yield problem(file, entry.name, 'cut')
  if (!seen) yield problem(file, '', 'damaged')
}

/** @param {File} zip @param {Entry} entry @param {number} at @returns {AsyncGenerator<Item>} */
async function* storiesIn(zip, entry, at) {
  if (entry.problem) {
    yield problem(zip, entry.name, entry.problem, {}, at)
    return
  }
  const file = new File(entry.parts, entry.name)
  for await (const item of storiesOf(file, true)) yield { ...item, file: zip.name, where: item.where ? `${entry.name}, ${item.where}` : entry.name, at }
}
