// What the reader has said about names, as a list that can be walked back and forth. The
// engine applies corrections; this keeps them, so that undo is a step back in the list.

/**
 * @typedef {import('../engine/types.js').Correction} Correction
 * `story` is the id of the story for which it was said, or empty where it holds for all;
 * `forms` are the other ways in which the story wrote the name, and share its lot.
 * @typedef {Correction & { story: string, when: string, forms?: string[] }} Said
 * @typedef {{ said: Said[], done: number }} Log `done` of `said` hold; those after were undone
 */

/** @returns {Log} */
export const nothingSaid = () => ({ said: [], done: 0 })

/**
 * @param {Log} log
 * @param {Said} correction
 * @returns {Log} what was undone before is forgotten
 */
export function saying(log, correction) {
  const said = [...log.said.slice(0, log.done), correction]
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
