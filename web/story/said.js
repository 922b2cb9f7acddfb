// Corrections of names as a file that a newsroom shares: a JSON list, the same that the
// command line takes (--corrections). Only what was said for all stories is in it.

import { holding, saying } from './corrections.js'

/** @typedef {import('../engine/types.js').Correction} Correction */

/** The file is no list of corrections; the message says why. */
export class SaidError extends Error {}

const kinds = ['type', 'not-a-name', 'same', 'ignore']
const types = ['person', 'organization', 'place', 'group', 'event', 'work', 'product']

/** What a file may hold, and a name be long. */
export const bounds = { bytes: 2e6, corrections: 4000, name: 300 }

/** @param {import('./corrections.js').Log} log */
export const written = (log) => `${JSON.stringify(holding(log, ''), null, 1)}\n`

/**
 * @param {string} text
 * @returns {Correction[]} what is known of each; other fields are left out
 */
export function readSaid(text) {
  let list
  try {
    list = JSON.parse(text)
  } catch (error) {
    throw new SaidError(`This is not JSON (${/** @type {Error} */ (error).message}).`)
  }
  if (!Array.isArray(list)) throw new SaidError('This is no list of corrections: it wants [{"kind": "not-a-name", "name": "…"}, …].')
  if (list.length > bounds.corrections) throw new SaidError(`The list has ${list.length} corrections; ${bounds.corrections} is the most.`)
  return list.map((one, at) => {
    if (!sound(one)) throw new SaidError(`Correction ${at + 1} wants a "kind" (${kinds.join(', ')}) and a "name"; "type" also a "type" (${types.join(', ')}), "same" also an "other" name.`)
    const { kind, name, type, other } = one
    return { kind, name, ...(kind === 'type' ? { type } : {}), ...(kind === 'same' ? { other } : {}) }
  })
}

/** @param {any} one */
function sound(one) {
  const isName = (/** @type {unknown} */ name) => typeof name === 'string' && name.trim() !== '' && name.length <= bounds.name
  return kinds.includes(one?.kind) && isName(one.name) && (one.kind !== 'type' || types.includes(one.type)) && (one.kind !== 'same' || isName(one.other))
}

/**
 * Says what others have said, but for what already holds.
 * @param {import('./corrections.js').Log} log
 * @param {Correction[]} corrections
 * @param {string} when RFC 3339
 * @returns {{ log: import('./corrections.js').Log, added: number }}
 */
export function taken(log, corrections, when) {
  const known = new Set(holding(log, '').map((one) => JSON.stringify(one)))
  const fresh = corrections.filter((one) => !known.has(JSON.stringify(one)))
  return { log: fresh.reduce((to, one) => saying(to, { ...one, story: '', when }), log), added: fresh.length }
}
