// Stories in JSON: a line each (JSON lines), or a list, or one object.

import { largest, partsIn, problem, storyFrom } from './stories.js'

/** @typedef {import('./stories.js').Item} Item */

/** Bytes of a JSON file, which must be read as a whole; a larger one should be JSON lines. */
const largestWhole = 100e6

/** Where a list of stories may lie in an object. */
const lists = ['articles', 'stories', 'items', 'docs', 'documents', 'data', 'results', 'entries']

/** @param {File} file @returns {AsyncGenerator<Item>} */
export async function* lineStories(file) {
  const decoder = new TextDecoder()
  const reader = /** @type {ReadableStream<Uint8Array>} */ (file.stream()).getReader()
  let rest = ''
  let at = 0
  let taken = 0 // letters of the lines done, which are about their bytes
  let number = 0
  let skipping = false // a line that is too long, to its end
  for (;;) {
    const { value, done } = await reader.read()
    at += value?.length ?? 0
    const lines = (rest + (done ? decoder.decode() : decoder.decode(value, { stream: true }))).split('\n')
    rest = done ? '' : /** @type {string} */ (lines.pop())
    for (const line of lines) {
      number++
      taken += line.length + 1
      if (!skipping && line.trim()) yield fromLine(file, number, Math.min(at, taken), line)
      skipping = false
    }
    if (rest.length > largest) {
      if (!skipping) yield problem(file, String(number + 1), 'large', {}, at)
      skipping = true
      rest = ''
    }
    if (done) return
  }
}

/** @param {File} file @param {number} number @param {number} at @param {string} line */
function fromLine(file, number, at, line) {
  let value
  try {
    value = JSON.parse(line)
  } catch (error) {
    return problem(file, String(number), 'json', { why: /** @type {Error} */ (error).message.slice(0, 120) }, at)
  }
  return fromValue(file, String(number), at, value)
}

/** @param {File} file @returns {AsyncGenerator<Item>} */
export async function* jsonStories(file) {
  if (file.size > largestWhole) {
    yield problem(file, '', 'json-large')
    return
  }
  let value
  try {
    value = JSON.parse((await file.text()).replace(/^\uFEFF/, ''))
  } catch (error) {
    yield problem(file, '', 'json', { why: /** @type {Error} */ (error).message.slice(0, 120) })
    return
  }
  const list = Array.isArray(value) ? value : lists.map((name) => value?.[name]).find(Array.isArray)
  if (!list) {
    yield fromValue(file, '', file.size, value)
    return
  }
  for (const [at, one] of list.entries()) yield fromValue(file, String(at + 1), Math.round(((at + 1) / list.length) * file.size), one)
}

/** @param {File} file @param {string} where @param {number} at @param {any} value @returns {Item} */
function fromValue(file, where, at, value) {
  if (typeof value === 'string') return storyFrom(file, where, at, { text: value, title: '', date: '' })
  if (typeof value !== 'object' || value === null) return problem(file, where, 'no-story', {}, at)
  const names = Object.keys(value)
  const parts = partsIn(names)
  if (parts.text < 0) return problem(file, where, 'no-text', {}, at)
  return storyFrom(file, where, at, { text: value[names[parts.text]], title: value[names[parts.title]], date: value[names[parts.date]] })
}
