// Stories in a table: a row each, under a line that names the columns. Papa Parse reads it
// in pieces, so that a table may be larger than memory; it finds out the divider as well.

import Papa from 'papaparse'
import { largest, partsIn, problem, storyFrom } from './stories.js'

/** @typedef {import('./stories.js').Item} Item */
/** @typedef {{ rows: string[][], at: number, go: () => void, stop: () => void }} Piece */

const pieceSize = 1 << 18

/** @param {File} file @param {string} encoding @returns {AsyncGenerator<Item>} */
export async function* csvStories(file, encoding) {
  const parts = { text: -1, title: -1, date: -1 }
  let number = 0
  let emptyFor = 0
  let before = 0
  for await (const { rows, at, stop } of pieces(file, encoding)) {
    emptyFor = rows.length ? 0 : emptyFor + pieceSize
    if (emptyFor > largest) { // a quotation mark was never closed
      stop()
      yield problem(file, String(number + 1), 'row-long')
      return
    }
    const from = before
    before = at
    for (const [place, row] of rows.entries()) {
      number++
      if (number === 1) {
        Object.assign(parts, partsIn(row.map((name) => name.replace(/^\uFEFF/, ''))))
        if (parts.text >= 0) continue
        stop()
        yield problem(file, '', 'no-column')
        return
      }
      yield storyFrom(file, String(number), Math.round(from + ((place + 1) / rows.length) * (at - from)), { text: row[parts.text], title: row[parts.title], date: row[parts.date] })
    }
  }
}

/** The table's pieces, each read when the one before is done with. @param {File} file @param {string} encoding @returns {AsyncGenerator<Piece>} */
async function* pieces(file, encoding) {
  let hand = (/** @type {Piece | Error | null} */ _) => {}
  const next = () => new Promise((/** @type {(value: Piece | Error | null) => void} */ resolve) => (hand = resolve))
  let coming = next()
  Papa.parse(/** @type {any} */ (file), {
    encoding,
    chunkSize: pieceSize,
    skipEmptyLines: 'greedy',
    chunk: (/** @type {import('papaparse').ParseResult<string[]>} */ { data, meta }, parser) => {
      parser.pause()
      hand({ rows: data, at: Math.min(file.size, meta.cursor), go: () => parser.resume(), stop: () => parser.abort() })
    },
    complete: () => hand(null),
    error: (error) => hand(error),
  })
  for (;;) {
    const piece = await coming
    if (piece === null) return
    if (piece instanceof Error) throw piece
    coming = next()
    yield piece
    piece.go()
  }
}
