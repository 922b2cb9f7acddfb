/** Precision, recall and F1 of names: right where both edges and the type are. */

/**
 * @typedef {import('./engines.js').Name} Name
 * @typedef {{ right: number, found: number, wanted: number }} Count
 */

export const TYPES = ['person', 'organization', 'place']

/**
 * Takes off what no guideline counts as part of a name and tools leave on: marks around
 * it, the possessive, a leading "the". All tools, and the labels, are treated alike.
 * @param {string} text
 * @param {Name} name
 * @returns {Name}
 */
export function trim(text, { start, end, type }) {
  const inside = text.slice(start, end)
  const before = /^(?:[\s"'“”‘’([{,;:—–-]+)?(?:the\s+)?(?=\S)/i.exec(inside)?.[0].length ?? 0
  const after = /(?:['’]s|[\s"'“”‘’)\]},;:!?—–-])*$/i.exec(inside.slice(before))?.[0].length ?? 0
  return { start: start + before, end: end - after, type }
}

/**
 * @param {string} text
 * @param {Name[]} wanted
 * @param {Name[]} found
 * @returns {Count}
 */
export function count(text, wanted, found) {
  const keys = (/** @type {Name[]} */ names) =>
    new Set(names.filter(({ type }) => TYPES.includes(type)).map((name) => trim(text, name)).map(({ start, end, type }) => `${start}-${end} ${type}`))
  const [right, given] = [keys(wanted), keys(found)]
  return { right: [...given].filter((key) => right.has(key)).length, found: given.size, wanted: right.size }
}

/** @param {Count[]} counts */
export function score(counts) {
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((total, one) => total + one[key], 0)
  const [right, found, wanted] = [sum('right'), sum('found'), sum('wanted')]
  return { precision: right / found || 0, recall: right / wanted || 0, f1: (2 * right) / (found + wanted) || 0 }
}
