// Whether a text has the words of a query: each of them, at the start of a word, whatever
// their case; what stands in quotation marks as a phrase.

/** Letters of a query that are looked at. */
const longest = 200

/** @param {string} query @returns {string[]} */
export function termsOf(query) {
  const found = query.slice(0, longest).matchAll(/["“]([^"”]+)["”]|[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)
  return [...found].map(([whole, phrase]) => (phrase ?? whole).trim()).filter(Boolean)
}

/** @param {string} query @returns {((text: string) => boolean) | null} null where the query has no words */
export function matcherOf(query) {
  const terms = termsOf(query).map((term) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}`, 'iu'))
  return terms.length ? (text) => terms.every((term) => term.test(text)) : null
}

/** @param {string} term */
const escaped = (term) => term.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+')
