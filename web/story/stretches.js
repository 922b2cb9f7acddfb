// What two stories share, cut for drawing: the passages both have, with the words that
// changed inside them taken out as stretches of their own.

/**
 * `index` is the passage, or -1 for changed words outside all passages.
 * @typedef {{ start: number, end: number, index: number, changed: boolean }} Stretch
 */

/**
 * @param {{ start: number, end: number }[]} passages
 * @param {{ start?: number, end?: number }[]} changes in the same text; those without a place there are left out
 * @returns {Stretch[]} in text order, none overlapping
 */
export function stretchesOf(passages, changes) {
  const placed = /** @type {{ start: number, end: number }[]} */ (
    changes.filter((change) => (change.end ?? 0) > (change.start ?? 0))
  )
  const cuts = apart(placed.map(({ start, end }) => ({ start, end, index: -1 })))
  const whole = apart(passages.map(({ start, end }, index) => ({ start, end, index })))
  const stretches = /** @type {Stretch[]} */ ([])
  let next = 0
  for (const { start, end, index } of whole) {
    let at = start
    while (next < cuts.length && cuts[next].end <= start) stretches.push({ ...cuts[next++], changed: true })
    for (; next < cuts.length && cuts[next].start < end; next++) {
      const cut = cuts[next]
      if (cut.start > at) stretches.push({ start: at, end: cut.start, index, changed: false })
      stretches.push({ ...cut, index, changed: true })
      at = cut.end
    }
    if (at < end) stretches.push({ start: at, end, index, changed: false })
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
