// The story in numbers: what an editor asks about length and quotation. Counted here and not
// in the engine because they serve the page alone.

import { quotationsIn } from './limits.js'

/** Words a minute of an adult reading silently (Brysbaert 2019, non-fiction). */
const pace = 238

/**
 * @typedef {{ words: number, sentences: number, paragraphs: number, minutes: number,
 *   quoted: number, quotations: number, perSentence: number, characters: number }} Figures
 */

/**
 * @param {string} text
 * @param {{ words?: number, sentences?: number } | undefined} article what the engine counted
 * @param {number} paragraphs
 * @returns {Figures} `quoted` is the share of the text between quotation marks, 0 to 1
 */
export function figuresOf(text, article, paragraphs) {
  const words = article?.words ?? (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0)
  const sentences = article?.sentences ?? 0
  let quoted = 0
  let quotations = 0
  for (const { start, end } of quotationsIn(text)) {
    quoted += end - start
    quotations++
  }
  return {
    words,
    sentences,
    paragraphs,
    minutes: words / pace,
    quoted: text.length ? quoted / text.length : 0,
    quotations,
    perSentence: sentences ? words / sentences : 0,
    characters: text.length,
  }
}
