/**
 * Moves the articles of one month from one database of the archive to another, some at a
 * time: copied in one statement, read back, and only then removed. It may be broken off
 * anywhere and begun again. While some are moved they lie in both databases, for a second
 * or so, and a list that is asked for just then has them twice.
 *
 * Idempotency keys, joined names of stories and the audit log stay where they are: the
 * Worker asks every database for them.
 */

import { isDeepStrictEqual } from 'node:util'

/** @typedef {{ all(sql: string, ...params: unknown[]): Promise<any[]> }} Database */
/** @typedef {Record<string, string | number>} Row */

/** What a statement may take as one parameter: D1 allows two million bytes. */
const MOST = 1_400_000
const SOME = 100

const COLUMNS = ['id', 'digest', 'seen', 'story', 'title', 'words', 'source', 'record', 'corrections', 'anchors', 'names', 'keys', 'topics']
const READ = COLUMNS.map((name) => (name === 'record' ? 'hex(record) AS record' : name)).join(', ')
const WRITE = COLUMNS.map((name) => (name === 'record' ? "unhex(value ->> 'record')" : `value ->> '${name}'`)).join(', ')
const AMONG = '(SELECT value FROM json_each(?1))'

/** All moments of a month: they begin with it, and '~' comes after every digit and sign of a time. */
const OF_MONTH = "seen BETWEEN ?1 AND ?1 || '~'"

/**
 * @param {Database} from
 * @param {Database} to another one
 * @param {string} month "2026-03"
 * @param {(moved: number, left: number) => void} [each] hears of every step
 * @returns {Promise<number>} how many articles
 */
export async function moveMonth(from, to, month, each = () => undefined) {
  for (let moved = 0; ;) {
    const n = await moveSome(from, to, month)
    if (!n) return moved
    moved += n
    const [{ left }] = await from.all(`SELECT count(*) AS left FROM articles WHERE ${OF_MONTH}`, month)
    each(moved, left)
  }
}

/** As many of the first rows as one statement takes. @param {Row[]} rows @returns {Row[]} */
function fitting(rows) {
  let size = 0
  const end = rows.findIndex((row, i) => (size += Buffer.byteLength(JSON.stringify(row))) > MOST && i > 0)
  return end < 0 ? rows : rows.slice(0, end)
}

/** @param {Database} from @param {Database} to @param {string} month @returns {Promise<number>} how many articles; 0: there is none left */
async function moveSome(from, to, month) {
  const [before, beforeThere] = await Promise.all([from, to].map(lastNote))
  const rows = fitting(await from.all(`SELECT ${READ} FROM articles JOIN contents USING (seq) WHERE ${OF_MONTH} ORDER BY seq LIMIT ${SOME}`, month))
  if (!rows.length) return 0
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const [{ later }] = await to.all(`SELECT max(seen) AS later FROM articles WHERE id NOT IN ${AMONG}`, ids)
  if (later > rows[0].seen) throw new Error(`The other database has articles that came later (${later}) than these (${rows[0].seen}). Lists are in the order of arrival, so the oldest months are moved first.`)
  // What an earlier run has copied is there already.
  await to.all(`INSERT INTO incoming (${COLUMNS}, joined, request) SELECT ${WRITE}, '[]', '' FROM json_each(?1) WHERE value ->> 'id' NOT IN (SELECT id FROM articles)`, JSON.stringify(rows))
  const [copies, removedThere] = await Promise.all([to.all(`SELECT ${READ} FROM articles JOIN contents USING (seq) WHERE id IN ${AMONG}`, ids), removed(to, ids, beforeThere)])
  const copied = new Map(copies.map((row) => [row.id, row]))
  for (const row of rows) {
    const copy = copied.get(row.id)
    // A story may have been joined to another since, and is known under both names.
    if (!isDeepStrictEqual(copy && { ...copy, story: '' }, { ...row, story: '' }) && !removedThere.includes(String(row.id))) throw new Error(`${row.id} is not the same in both databases: nothing of these was removed.`)
  }
  await from.all(`DELETE FROM articles WHERE id IN ${AMONG}`, ids)
  // Whoever removed an article meanwhile reached one copy of it.
  const gone = await removed(from, ids, before)
  if (gone.length) await to.all(`DELETE FROM articles WHERE id IN ${AMONG}`, JSON.stringify(gone))
  return rows.length
}

/** @param {Database} database @returns {Promise<number>} of its audit log */
const lastNote = async (database) => (await database.all('SELECT coalesce(max(rowid), 0) AS last FROM audit'))[0].last

/** Which of some articles were removed after a note. @param {Database} database @param {string} ids JSON @param {number} note @returns {Promise<string[]>} */
const removed = async (database, ids, note) => (await database.all(`SELECT DISTINCT article FROM audit WHERE rowid > ?2 AND article IN ${AMONG}`, ids, note)).map(({ article }) => article)
