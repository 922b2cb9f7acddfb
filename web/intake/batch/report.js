// What became of a batch, as a table for a spreadsheet (RFC 4180).

import { share, say } from '../../words.js'

/** @typedef {import('./batch.js').Outcome} Outcome */

/** @param {Outcome[]} outcomes @returns {Blob} */
export function reportOf(outcomes) {
  const head = ['file', 'where', 'title', 'result', 'reason', 'like'].map((column) => say(`batch.column.${column}`))
  const rows = outcomes.map((one) => [one.file, one.where, one.title, say(`batch.result.${one.result}`), reasonOf(one), one.match?.title ?? ''])
  // The mark at the start tells spreadsheets that this is UTF-8.
  return new Blob(['\uFEFF', [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' })
}

/** Why a story was not added, or what it is like. @param {Outcome} outcome */
export function reasonOf({ match, problem, values }) {
  if (problem) return say(`batch.problem.${problem}`, values)
  return match ? `${say(`verdict.${match.verdict}`)}: ${match.reason || share(match.copied)}` : ''
}

/** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. @param {string} words */
const cell = (words) => `"${(/^[=+\-@\t\r]/.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`
