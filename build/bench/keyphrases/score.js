/** F1 of keyphrases, compared by stems as ../shared/tools/evaluate.py compares them. */

const SUFFIXES = ['ational', 'ations', 'ation', 'ingly', 'ments', 'ment', 'ness', 'ings', 'ing', 'ies', 'edly', 'ed', 'es', 's', 'y', 'e']

/** @param {string} word */
function stem(word) {
  const suffix = SUFFIXES.find((one) => word.endsWith(one) && word.length - one.length >= 3)
  return suffix ? word.slice(0, -suffix.length) : word
}

/** A phrase as it is compared. @param {string} phrase */
export const stems = (phrase) => (phrase.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(stem).join(' ')

/**
 * @param {string[]} found best first
 * @param {string[]} wanted
 * @param {number} k how many of those found count
 */
export function f1(found, wanted, k) {
  const gold = new Set(wanted.map(stems).filter(Boolean))
  const got = [...new Set(found.map(stems).filter(Boolean))].slice(0, k)
  const right = got.filter((phrase) => gold.has(phrase)).length
  return right ? (2 * right) / (got.length + gold.size) : 0
}
