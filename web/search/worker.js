// The history's search, in a Worker of its own: it starts when History is searched and ends
// when History is closed. Headlines, names and tags go into MiniSearch, which ranks; the
// words of the texts are read through instead, because an index of them all would take
// gigabytes for a long history and be built anew at each start.

import MiniSearch from 'minisearch'
import { openDB } from 'idb'
import { name } from '../store/database.js'
import { matcherOf } from './words.js'

/**
 * @typedef {import('../store/database.js').Line} Line
 * @typedef {'all' | 'words' | 'names' | 'tags'} Where
 * @typedef {{ turn: number, query: string, where: Where }} Question
 * @typedef {{ turn: number, best: string[], rest: string[], read: number, of: number, done: boolean }} Answer
 *   `best`: ids found in the index, ranked; `rest`: those whose text alone has the words;
 *   `read` of `of` texts have been looked at
 */

/** Records that are read from the database at once. */
const batch = 500

/** Texts at once: they are larger. */
const fewer = 100

/** Stories that one search finds at most. */
const most = 400

/** Milliseconds between two answers while texts are read. */
const pause = 200

const fields = { all: ['title', 'names', 'tags'], words: ['title'], names: ['names'], tags: ['tags'] }

const opened = openDB(name)
const built = build()
let turn = 0

/** @param {string} table @param {number} size @returns {AsyncGenerator<any[]>} the table's records in pieces */
async function* records(table, size) {
  const db = await opened
  for (let range = /** @type {IDBKeyRange | null} */ (null); ; ) {
    const some = await db.getAll(table, range, size)
    if (some.length) yield some
    if (some.length < size) return
    range = IDBKeyRange.lowerBound(some[some.length - 1].id, true)
  }
}

async function build() {
  const index = new MiniSearch({
    fields: ['title', 'names', 'tags'],
    extractField: (line, field) => (Array.isArray(line[field]) ? line[field].join(' \n ') : line[field]),
    searchOptions: { boost: { title: 3, names: 2 }, prefix: true, fuzzy: (term) => (term.length > 5 ? 0.15 : false), combineWith: 'AND' },
  })
  for await (const lines of records('stories', batch)) index.addAll(lines)
  return index
}

/** @param {Question} question */
async function answer({ turn: mine, query, where }) {
  const index = await built
  if (mine !== turn) return
  const best = index.search(query, { fields: fields[where] }).slice(0, most).map((found) => String(found.id))
  const rest = /** @type {string[]} */ ([])
  const of = await (await opened).count('texts')
  let read = 0
  let said = 0
  const say = (/** @type {boolean} */ done) => {
    said = performance.now()
    postMessage(/** @type {Answer} */ ({ turn: mine, best, rest, read, of, done }))
  }
  const fits = where === 'all' || where === 'words' ? matcherOf(query) : null
  if (!fits || best.length >= most) return say(true)
  say(false)
  const known = new Set(best)
  for await (const texts of records('texts', fewer)) {
    if (mine !== turn) return
    for (const { id, text } of texts) if (!known.has(id) && fits(text)) rest.push(id)
    read += texts.length
    if (best.length + rest.length >= most) break
    if (performance.now() - said > pause) say(false)
  }
  say(true)
}

addEventListener('message', (/** @type {MessageEvent<Question>} */ { data }) => {
  turn = data.turn
  answer(data).catch((error) => setTimeout(() => { throw error })) // to the page, as the Worker's error
})
