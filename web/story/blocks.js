// From a story's text and its analysis to what the reading view draws: paragraphs, each a
// row of plain and marked stretches. Pure values; no element is made here.

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Mention} Mention
 *
 * A stretch of a block. `mention` is an index into the analysis' mentions, or -1.
 * @typedef {{ start: number, end: number, mention: number }} Part
 *
 * A paragraph, in UTF-16 offsets of the text it was cut from. `reason` says why it is set
 * aside, and is empty where it is not.
 * @typedef {{ kind: 'title' | 'deck' | 'byline' | 'text' | 'aside', start: number, end: number, reason: string, parts: Part[] }} Block
 */

/**
 * Cuts the text at its line breaks; blank lines make no block.
 * @param {string} text
 * @param {Analysis | null} analysis
 * @param {{ titled?: boolean }} [shape] titled: the story has a title apart from the text
 * @returns {Block[]}
 */
export function blocksOf(text, analysis, shape = {}) {
  const mentions = (analysis?.mentions ?? [])
    .map((mention, index) => ({ ...mention, index }))
    .filter((mention) => mention.field === 'text')
  const aside = analysis?.article?.setAside ?? []
  const blocks = /** @type {Block[]} */ ([])
  let next = 0
  let cut = 0
  for (const [start, end] of linesOf(text)) {
    while (cut < aside.length && aside[cut].end <= start) cut++
    const away = cut < aside.length && aside[cut].start < end ? aside[cut] : null
    const whole = away !== null && away.start <= start && away.end >= end
    while (next < mentions.length && mentions[next].end <= start) next++
    const parts = /** @type {Part[]} */ ([])
    let at = start
    for (; next < mentions.length && mentions[next].start < end; next++) {
      const mention = mentions[next]
      const from = Math.max(mention.start, at)
      const to = Math.min(mention.end, end)
      if (to <= from) continue
      if (from > at) parts.push({ start: at, end: from, mention: -1 })
      parts.push({ start: from, end: to, mention: mention.index })
      at = to
      if (mention.end > end) break
    }
    if (at < end) parts.push({ start: at, end, mention: -1 })
    blocks.push({ kind: whole ? 'aside' : 'text', start, end, reason: whole ? away.reason : '', parts })
  }
  nameHead(blocks, text, analysis, shape.titled ?? false)
  return blocks
}

/**
 * The lines of a text that hold more than white space, trimmed of it.
 * @param {string} text
 * @returns {[number, number][]}
 */
export function linesOf(text) {
  const lines = /** @type {[number, number][]} */ ([])
  const line = /[^\r\n\u2028\u2029]+/g
  for (let found = line.exec(text); found; found = line.exec(text)) {
    const body = found[0]
    const start = found.index + (body.length - body.trimStart().length)
    const end = found.index + body.trimEnd().length
    if (end > start) lines.push([start, end])
  }
  return lines
}

/**
 * Says which of the first blocks are the headline, the deck and the byline.
 * @param {Block[]} blocks
 * @param {string} text
 * @param {Analysis | null} analysis
 * @param {boolean} titled
 */
function nameHead(blocks, text, analysis, titled) {
  const said = (analysis?.article?.title ?? '').trim()
  for (const block of blocks.slice(0, 6)) {
    const words = text.slice(block.start, block.end)
    if (!titled && said !== '' && words === said) block.kind = 'title'
    else if (block.reason === 'byline' || (block.kind === 'text' && isByline(words))) block.kind = 'byline'
    if (block.kind === 'title') titled = true
  }
}

/** @param {string} words */
const isByline = (words) => words.length < 90 && /^by\s+\p{Lu}/iu.test(words) && !/[.!?]\s/.test(words)
