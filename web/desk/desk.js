// What a newsroom has taught Slugline, as a JSON file: house tags, and decisions on tags. It
// holds no word of any story. Two files join into one, in either order and any number of
// times, with the same result; what is beyond the bounds falls out, the oldest first.
// The engine learns from it (analyzer/desk); this reads, joins and writes it.

/**
 * @typedef {import('../engine/types.js').HouseTag} HouseTag
 * @typedef {import('../engine/types.js').DeskVerdict} DeskVerdict
 * `when` is RFC 3339; `name` is the tag's, for those who read the file.
 * @typedef {import('../engine/types.js').Decision & { when: string, name?: string }} Decision
 * @typedef {{ version: 1, tags: HouseTag[], decisions: Decision[] }} Desk
 */

/** As analyzer/desk has them. */
export const most = { decisions: 1000, tags: 2000, phrases: 64, traits: 64, name: 200 }

/** Bytes of a file that holds as much as it may. */
export const largest = 8e6

/** @returns {Desk} */
export const nothingTaught = () => ({ version: 1, tags: [], decisions: [] })

/** What is wrong with a file, in words for the reader. */
export class DeskError extends Error {}

const isText = (/** @type {unknown} */ value, longest = most.name) => typeof value === 'string' && value.length > 0 && value.length <= longest
const isNumber = (/** @type {unknown} */ value, /** @type {number} */ limit) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < limit

/**
 * @param {string} json
 * @returns {Desk} with whatever of it is sound
 */
export function readDesk(json) {
  let value
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new DeskError(`This is not JSON (${/** @type {Error} */ (error).message}).`)
  }
  if (value?.version !== 1 || !Array.isArray(value.tags) || !Array.isArray(value.decisions))
    throw new DeskError('This is no desk of Slugline: it wants {"version": 1, "tags": […], "decisions": […]}.')
  return bounded({
    version: 1,
    tags: value.tags.filter(Boolean).filter(isTag).map(cleanTag),
    decisions: value.decisions.filter(Boolean).filter(isDecision).map(cleanDecision),
  })
}

/** @param {any} tag @returns {boolean} */
const isTag = ({ id, name }) => isText(id) && isText(name) && !id.startsWith('medtop:')

/** @param {any} tag @returns {HouseTag} */
export function cleanTag({ id, name, parent, phrases }) {
  const kept = (Array.isArray(phrases) ? phrases : []).filter((phrase) => isText(phrase)).slice(0, most.phrases)
  return { id, name, ...(isText(parent) ? { parent } : {}), ...(kept.length ? { phrases: kept } : {}) }
}

/** @param {any} decision @returns {boolean} */
const isDecision = ({ story, tag, verdict, when, base, traits }) =>
  typeof story === 'string' &&
  story.length <= 64 &&
  isText(tag) &&
  ['accept', 'reject', 'pin'].includes(verdict) &&
  isText(when, 40) &&
  isNumber(base, 1001) &&
  Array.isArray(traits) &&
  traits.length <= most.traits &&
  traits.every((trait) => isNumber(trait, 2 ** 24))

/** @param {any} decision @returns {Decision} */
const cleanDecision = ({ story, tag, name, verdict, when, base, traits }) => ({ story, tag, ...(isText(name) ? { name } : {}), verdict, when, base, traits })

/**
 * Of two decisions on one tag of one story the later holds, of two tags of one id the second.
 * @param {...Desk} desks
 * @returns {Desk}
 */
export function joined(...desks) {
  const tags = new Map(desks.flatMap((desk) => desk.tags).map((tag) => [tag.id, tag]))
  /** @type {Map<string, Decision>} */
  const decisions = new Map()
  for (const one of desks.flatMap((desk) => desk.decisions)) {
    const key = `${one.story}\n${one.tag}`
    const known = decisions.get(key)
    if (!known || before(known, one) < 0) decisions.set(key, one)
  }
  return bounded({ version: 1, tags: [...tags.values()], decisions: [...decisions.values()].sort(before) })
}

/** @param {Decision} a @param {Decision} b */
function before(a, b) {
  const [x, y] = [a, b].map(({ when, story, tag, verdict }) => `${when}\n${story}\n${tag}\n${verdict}`)
  return x < y ? -1 : x > y ? 1 : 0
}

/** @param {Desk} desk @returns {Desk} */
const bounded = (desk) => ({ ...desk, tags: desk.tags.slice(0, most.tags), decisions: desk.decisions.slice(-most.decisions) })
