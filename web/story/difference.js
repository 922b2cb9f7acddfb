// Two engines' names of one story, laid side by side: where both agree, where one found a
// name the other did not, where they differ about its type or its edges.

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {{ start: number, end: number, type: string, text: string }} Name
 * @typedef {'same' | 'type' | 'edges' | 'left' | 'right'} Kind
 * @typedef {{ kind: Kind, left: Name | null, right: Name | null, count: number }} Row
 */

/** Types that an engine without the other types could never give, and so are not compared. */
const shared = new Set(['person', 'organization', 'place', 'group', 'event', 'work', 'product'])

/**
 * @param {Analysis} analysis
 * @param {string} text
 * @returns {Name[]} in text order
 */
export function namesOf(analysis, text) {
  return analysis.mentions
    .filter((m) => m.field === 'text' && shared.has(m.type))
    .map((m) => ({ start: m.start, end: m.end, type: m.type, text: text.slice(m.start, m.end) }))
    .sort((a, b) => a.start - b.start)
}

/**
 * Pairs overlapping names; rows that say the same are counted instead of repeated.
 * @param {Name[]} left
 * @param {Name[]} right
 * @returns {Row[]} in text order of their first appearance
 */
export function differences(left, right) {
  const rows = /** @type {Row[]} */ ([])
  let j = 0
  for (const name of left) {
    while (j < right.length && right[j].end <= name.start) rows.push(row(null, right[j++]))
    if (j < right.length && right[j].start < name.end) rows.push(row(name, right[j++]))
    else rows.push(row(name, null))
  }
  while (j < right.length) rows.push(row(null, right[j++]))
  return counted(rows)
}

/** @param {Name | null} left @param {Name | null} right @returns {Row} */
function row(left, right) {
  return { kind: kindOf(left, right), left, right, count: 1 }
}

/** @param {Name | null} left @param {Name | null} right @returns {Kind} */
function kindOf(left, right) {
  if (!left) return 'right'
  if (!right) return 'left'
  if (left.start !== right.start || left.end !== right.end) return 'edges'
  return left.type === right.type ? 'same' : 'type'
}

/** @param {Row[]} rows @returns {Row[]} */
function counted(rows) {
  const seen = /** @type {Map<string, Row>} */ (new Map())
  for (const one of rows) {
    const key = [one.kind, one.left?.text, one.left?.type, one.right?.text, one.right?.type].join('\0')
    const known = seen.get(key)
    if (known) known.count++
    else seen.set(key, one)
  }
  return [...seen.values()]
}
