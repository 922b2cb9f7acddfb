// Keeps spans true while a text is being typed: between two analyses the old names move
// with the letters, so that highlights follow typing without waiting for the engine.

/**
 * The one stretch in which two texts differ: `before` of the old one from `start` on has
 * become `after` letters of the new one.
 * @typedef {{ start: number, before: number, after: number }} Edit
 */

/**
 * @param {string} old
 * @param {string} now
 * @returns {Edit | null} null where the texts are the same
 */
export function editBetween(old, now) {
  if (old === now) return null
  const least = Math.min(old.length, now.length)
  let start = 0
  while (start < least && old.charCodeAt(start) === now.charCodeAt(start)) start++
  let tail = 0
  while (tail < least - start && old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) tail++
  return { start, before: old.length - start - tail, after: now.length - start - tail }
}

/**
 * Moves spans over an edit. A span that the edit cut into is left out; one that only had
 * letters added inside it grows.
 * @template {{ start: number, end: number }} S
 * @param {S[]} spans
 * @param {Edit} edit
 * @returns {S[]}
 */
export function shifted(spans, edit) {
  const by = edit.after - edit.before
  const cutEnd = edit.start + edit.before
  const kept = /** @type {S[]} */ ([])
  for (const span of spans) {
    if (span.end <= edit.start) kept.push(span)
    else if (span.start >= cutEnd) kept.push({ ...span, start: span.start + by, end: span.end + by })
    else if (edit.before === 0 && span.start < edit.start) kept.push({ ...span, end: span.end + by })
  }
  return kept
}
