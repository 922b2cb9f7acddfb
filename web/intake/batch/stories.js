// The stories in a file: one in a text or a web page, many in a table, a list or a zip.
// Runs in a Worker. Everything is bounded, because files come from anywhere; what cannot be
// read is an item that says why, and the next one follows.
//
// Not read: archives inside archives, and files protected by a password.

import { decode, encodingOf, tidy } from '../decode.js'
import { csvStories } from './csv.js'
import { jsonStories, lineStories } from './json.js'
import { zipStories } from './zip.js'

/**
 * A story, or the problem with it. `where` is its place in the file ('' where it is the
 * whole), `html` a text that is markup still, `at` how many bytes of the file are done.
 * @typedef {{ file: string, where: string, at: number, title?: string, text?: string, html?: boolean, date?: string,
 *   problem?: string, values?: Record<string, string | number> }} Item
 */

/** Letters of one story, and bytes of a file that is one: 20 million. */
export const largest = 20e6

/** @param {File} file @param {boolean} [inside] a zip @returns {AsyncGenerator<Item>} */
export async function* storiesOf(file, inside = false) {
  const head = new Uint8Array(await file.slice(0, 1 << 16).arrayBuffer())
  const { name } = file
  if (isZip(head)) yield* inside ? [problem(file, '', 'nested')] : zipStories(file)
  else if (String.fromCharCode(...head.subarray(0, 8)) === 'SLUGPACK') yield problem(file, '', 'archive')
  else if (head.length === 0) yield problem(file, '', 'empty')
  else if (encodingOf(head, true) === null || /\.(gz|7z|rar|bz2|xz|pdf|docx?|odt|rtf)$/i.test(name)) yield problem(file, '', 'binary')
  else if (/\.(csv|tsv)$/i.test(name)) yield* csvStories(file, encodingOf(head, true) ?? 'utf-8')
  else if (/\.(jsonl|ndjson)$/i.test(name)) yield* lineStories(file)
  else if (/\.json$/i.test(name)) yield* jsonStories(file)
  else yield await wholeStory(file)
}

/** @param {File} file @returns {Promise<Item>} */
async function wholeStory(file) {
  if (file.size > largest) return problem(file, '', 'large')
  const text = decode(new Uint8Array(await file.arrayBuffer()))
  if (text === null) return problem(file, '', 'binary')
  if (!text.trim()) return problem(file, '', 'empty')
  const html = /\.x?html?$/i.test(file.name) || /^\s*<(!doctype html|html)[\s>]/i.test(text)
  return { file: file.name, where: '', at: file.size, text: tidy(text), html }
}

/** A zip's first entry, or the end of an empty one. @param {Uint8Array} head */
const isZip = (head) => head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))

/** @param {File} file @param {string} where @param {string} what a key of batch.problem @param {Record<string, string | number>} [values] @param {number} [at] @returns {Item} */
export function problem(file, where, what, values = {}, at = file.size) {
  return { file: file.name, where, at, problem: what, values }
}

/** What newsrooms call the parts of a story, best first. */
const called = {
  text: ['text', 'body', 'content', 'articlebody', 'article', 'story', 'body_text', 'bodytext', 'fulltext', 'full_text', 'body_html', 'bodyhtml', 'content_html', 'description_html'],
  title: ['title', 'headline', 'head', 'hl1', 'name', 'headline_main'],
  date: ['date', 'published', 'published_at', 'pubdate', 'datepublished', 'date_published', 'publication_date', 'versioncreated', 'firstcreated', 'timestamp'],
}

/** @param {string[]} names of columns or fields @returns {{ text: number, title: number, date: number }} -1 where there is none */
export function partsIn(names) {
  const plain = names.map((name) => name.trim().toLowerCase().replace(/[\s-]+/g, '_'))
  const place = (/** @type {string[]} */ words) => plain.indexOf(words.find((word) => plain.includes(word)) ?? '\0')
  return { text: place(called.text), title: place(called.title), date: place(called.date) }
}

/**
 * @param {File} file
 * @param {string} where
 * @param {number} at
 * @param {{ text: unknown, title: unknown, date: unknown }} parts
 * @returns {Item}
 */
export function storyFrom(file, where, at, parts) {
  const text = typeof parts.text === 'string' ? parts.text : Array.isArray(parts.text) ? parts.text.filter((one) => typeof one === 'string').join('\n\n') : ''
  if (!text.trim()) return problem(file, where, 'empty', {}, at)
  if (text.length > largest) return problem(file, where, 'large', {}, at)
  return {
    file: file.name,
    where,
    at,
    text: tidy(text),
    html: /<(p|br|div|h[1-6])[\s/>]/i.test(text),
    title: typeof parts.title === 'string' ? parts.title.trim() : '',
    date: typeof parts.date === 'string' ? parts.date.trim() : '',
  }
}
