// The dates of a story in the order of time, those of one day, month or year together.

/**
 * @typedef {import('../engine/types.js').Mention} Mention
 * @typedef {{ value: string, mentions: number[] }} Moment `value` is ISO 8601 as far as it is known: a day, a month, a year or a decade ("199X")
 */

/**
 * @param {Mention[]} mentions
 * @returns {Moment[]} earliest first; a year before the months and days in it
 */
export function timelineOf(mentions) {
  /** @type {Map<string, Moment>} */
  const moments = new Map()
  mentions.forEach(({ type, field, value = '' }, index) => {
    if (type !== 'date' || field !== 'text' || !/^\d{3}[\dX](-\d\d){0,2}$/.test(value)) return
    const moment = moments.get(value) ?? { value, mentions: [] }
    moment.mentions.push(index)
    moments.set(value, moment)
  })
  const sortable = (/** @type {string} */ value) => value.replace('X', '0')
  return [...moments.values()].sort((a, b) => (sortable(a.value) < sortable(b.value) ? -1 : sortable(a.value) > sortable(b.value) ? 1 : a.value.length - b.value.length))
}
