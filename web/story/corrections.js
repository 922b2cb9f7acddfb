// What the reader has said about names and tags, as a list that can be walked back and forth.
// The engine applies it; this keeps it, so that undo is a step back in the list.

/**
 * @typedef {import('../engine/types.js').Correction} Correction
 * `story` is the id of the story for which it was said, or empty where it holds for all;
 * `forms` are the other ways in which the story wrote the name, and share its lot.
 * @typedef {Correction & { story: string, when: string, forms?: string[] }} SaidOfName
 * What was said of a tag; `name` is the tag's, `observed` what the desk learns from.
 * @typedef {{ kind: 'tag', tag: string, name: string, verdict: 'accept' | 'reject' | 'pin' | 'clear', story: string,
 *   when: string, observed: import('../engine/types.js').Observation }} SaidOfTag
 * @typedef {SaidOfName | SaidOfTag} Said
 * @typedef {{ said: Said[], done: number }} Log `done` of `said` hold; those after were undone
 */

/** What is said before the last so many is forgotten. */
const most = 4000

/** @returns {Log} */
export const nothingSaid = () => ({ said: [], done: 0 })

/**
 * @param {Log} log
 * @param {Said} correction
 * @returns {Log} what was undone before is forgotten
 */
export function saying(log, correction) {
  const said = [...log.said.slice(0, log.done), correction].slice(-most)
  return { said, done: said.length }
}

/** @param {Log} log @returns {Log} */
export const undone = (log) => ({ ...log, done: Math.max(0, log.done - 1) })

/** @param {Log} log @returns {Log} */
export const redone = (log) => ({ ...log, done: Math.min(log.said.length, log.done + 1) })

/**
 * Takes one correction out, wherever it stands.
 * @param {Log} log
 * @param {number} index
 * @returns {Log}
 */
export function without(log, index) {
  const said = log.said.filter((_, at) => at !== index)
  return { said, done: log.done - (index < log.done ? 1 : 0) }
}

/**
 * The corrections that hold for a story, in the order said.
 * @param {Log} log
 * @param {string} story
 * @returns {Correction[]}
 */
export function holding(log, story) {
  return log.said
    .slice(0, log.done)
    .filter((one) => one.kind !== 'tag')
    .filter((one) => one.story === '' || one.story === story)
    .flatMap(({ kind, name, type, other, forms = [] }) =>
      [name, ...(kind === 'same' ? [] : forms)].map((form) => ({
        kind,
        name: form,
        ...(type ? { type } : {}),
        ...(other ? { other } : {}),
      })),
    )
}

/**
 * What holds of tags, the last word on each: of one story, or of all.
 * @param {Log} log
 * @param {string} [story]
 * @returns {SaidOfTag[]} in the order said
 */
export function tagsSaid(log, story) {
  /** @type {Map<string, SaidOfTag>} */
  const last = new Map()
  for (const one of log.said.slice(0, log.done)) {
    if (one.kind !== 'tag' || (story !== undefined && one.story !== story)) continue
    const key = `${one.observed.story}\n${one.tag}`
    last.delete(key)
    if (one.verdict !== 'clear') last.set(key, one)
  }
  return [...last.values()]
}

/** @param {Log} log @returns {import('../desk/desk.js').Decision[]} what the desk learns of it */
export const decisionsOf = (log) =>
  tagsSaid(log).map(({ tag, name, verdict, when, observed }) => ({
    ...observed,
    tag,
    name,
    verdict: /** @type {import('../engine/types.js').DeskVerdict} */ (verdict),
    when,
  }))

/** Forgets what was said of tags. @param {Log} log @returns {Log} */
export function withoutTags(log) {
  const keep = (/** @type {Said} */ one) => one.kind !== 'tag'
  return { said: log.said.filter(keep), done: log.said.slice(0, log.done).filter(keep).length }
}
