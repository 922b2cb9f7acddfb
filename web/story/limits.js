// A newsroom's own limits on what counts as seen before: so many words copied, such a share,
// quotations and boilerplate left out. They are laid over the engine's verdicts, from what
// was copied, so that moving one recomputes every verdict at once and asks the engine nothing.
//
// A limit never makes a duplicate of what the engine holds to be none.

/**
 * @typedef {import('../engine/types.js').Match} Match
 * @typedef {{ start: number, end: number }} Stretch
 *
 * `share` is 0 to 1, of either story; `quotations` and `boilerplate` are left out where true.
 * @typedef {{ words: number, share: number, quotations: boolean, boilerplate: boolean }} Limits
 *
 * What was copied, in words of this story: of those, inside quotation marks, in passages that
 * other stories have too, and both; and the shares of this story and of the other.
 * @typedef {{ copied: number, quoted: number, common: number, both: number, here: number, there: number }} Evidence
 */

/** @type {Limits} */
export const noLimits = Object.freeze({ words: 0, share: 0, quotations: false, boilerplate: false })

/** Other stories that must have a passage for it to be boilerplate. */
const several = 2

/** @param {Evidence} evidence @param {Limits} limits @returns {boolean} whether it is enough */
export function isEnough({ copied, quoted, common, both, here, there }, limits) {
  const out = (limits.quotations ? quoted : 0) + (limits.boilerplate ? common : 0) - (limits.quotations && limits.boilerplate ? both : 0)
  const left = copied - out
  const share = copied ? (Math.max(here, there) * left) / copied : Math.max(here, there)
  return left >= limits.words && share >= limits.share && (left > 0 || !out)
}

/**
 * The evidence for each match.
 * @param {string} text of this story
 * @param {Match[]} matches
 * @param {Map<string, string>} stories of the matches, by their ids: versions of one are one
 * @returns {Evidence[]}
 */
export function evidenceOf(text, matches, stories) {
  const starts = Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu), (word) => word.index)
  const quoted = within(starts, quotationsIn(text))
  const covered = matches.map((match) => within(starts, match.passages))
  const holders = starts.map(() => new Set())
  covered.forEach((words, at) => {
    const story = stories.get(matches[at].id) ?? matches[at].id
    for (const word of words) holders[word].add(story)
  })
  return matches.map((match, at) => {
    const story = stories.get(match.id) ?? match.id
    const evidence = { copied: covered[at].size, quoted: 0, common: 0, both: 0, here: match.copied, there: match.copiedFrom }
    for (const word of covered[at]) {
      const common = holders[word].size - Number(holders[word].has(story)) >= several
      if (quoted.has(word)) evidence.quoted++
      if (common) evidence.common++
      if (common && quoted.has(word)) evidence.both++
    }
    return evidence
  })
}

/** @param {string} text @returns {Stretch[]} what stands in quotation marks, at most to the end of its line */
export function quotationsIn(text) {
  return Array.from(text.matchAll(/“[^”\n]{2,}(?:”|\n|$)|"[^"\n]{2,}"/gu), (one) => ({ start: one.index, end: one.index + one[0].length }))
}

/** Which of the words begin inside stretches. @param {number[]} starts in order @param {Stretch[]} stretches @returns {Set<number>} */
function within(starts, stretches) {
  const found = /** @type {Set<number>} */ (new Set())
  for (const { start, end } of stretches) for (let at = firstFrom(starts, start); at < starts.length && starts[at] < end; at++) found.add(at)
  return found
}

/** @param {number[]} starts @param {number} place @returns {number} index of the first that is not before it */
function firstFrom(starts, place) {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle] < place) low = middle + 1
    else high = middle
  }
  return low
}
