// What two stories share, cut for drawing: the passages both have, with the words that
// changed inside them taken out as stretches of their own.

/**
 * `index` is the passage, or -1 for changed words outside all passages; `change` is the
 * change, or -1.
 * @typedef {{ start: number, end: number, index: number, changed: boolean, change: number }} Stretch
 */

/**
 * @param {{ start: number, end: number }[]} passages
 * @param {{ start?: number, end?: number }[]} changes in the same text; those without a place there are left out
 * @returns {Stretch[]} in text order, none overlapping
 */
export function stretchesOf(passages, changes) {
  const placed = changes.map(({ start = 0, end = 0 }, change) => ({ start, end, index: -1, change })).filter(({ start, end }) => end > start)
  const cuts = apart(placed)
  const whole = apart(passages.map(({ start, end }, index) => ({ start, end, index, change: -1 })))
  const stretches = /** @type {Stretch[]} */ ([])
  let next = 0
  for (const { start, end, index } of whole) {
    let at = start
    while (next < cuts.length && cuts[next].end <= start) stretches.push({ ...cuts[next++], changed: true })
    for (; next < cuts.length && cuts[next].start < end; next++) {
      const cut = cuts[next]
      if (cut.start > at) stretches.push({ start: at, end: cut.start, index, changed: false, change: -1 })
      stretches.push({ ...cut, index, changed: true })
      at = cut.end
    }
    if (at < end) stretches.push({ start: at, end, index, changed: false, change: -1 })
  }
  while (next < cuts.length) stretches.push({ ...cuts[next++], changed: true })
  return stretches
}

/**
 * Spans in text order, each beginning where the one before has ended.
 * @template {{ start: number, end: number }} S
 * @param {S[]} spans
 * @returns {S[]}
 */
function apart(spans) {
  let at = 0
  const kept = /** @type {S[]} */ ([])
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end <= at) continue
    kept.push({ ...span, start: Math.max(at, span.start) })
    at = span.end
  }
  return kept
}

/**
 * The changes in the order in which a reader meets them: by their place in this story, and
 * those that stand only in the other one by the place of the passage they follow there.
 * @param {import('../engine/types.js').Change[]} changes
 * @param {import('../engine/types.js').Passage[]} passages
 * @returns {number[]} indices of changes that have a place
 */
export function orderOf(changes, passages) {
  const placeOf = (/** @type {import('../engine/types.js').Change} */ change) => {
    if ((change.end ?? 0) > (change.start ?? 0)) return change.start ?? 0
    const before = passages.filter((passage) => passage.otherEnd <= (change.otherStart ?? 0))
    return Math.max(0, ...before.map((passage) => passage.end))
  }
  return changes
    .map((change, index) => ({ index, at: placeOf(change), placed: (change.end ?? 0) > (change.start ?? 0) || (change.otherEnd ?? 0) > (change.otherStart ?? 0) }))
    .filter(({ placed }) => placed)
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ index }) => index)
}
