// Getting a story in: from the clipboard, from a drop, from files. What arrives as rich text
// goes through rich.js, which is fetched only then; what leaves here is always plain text.

import { decode, tidy } from './decode.js'
import { say } from '../words.js'

/**
 * `left`: parts of a web page that were no part of the story were left out.
 * @typedef {{ title: string, text: string, left: boolean }} Given
 */

/** Files larger than this are no story: 20 MB. */
const largest = 20e6

/**
 * @param {DataTransfer} data of a paste or a drop; read before the first await
 * @returns {Promise<Given>}
 */
export async function storyFromClipboard(data) {
  const plain = data.getData('text/plain')
  const rich = data.getData('text/html')
  if (!isRich(rich)) return { title: '', text: tidy(plain), left: false }
  const { storyFromHtml } = await import('./rich.js')
  const story = storyFromHtml(rich)
  if (!story.text.trim()) return { title: '', text: tidy(plain), left: false }
  return story
}

/** @param {import('./sent.js').Sent} sent @returns {Promise<Given>} */
export async function storyFromSent({ title, text, html }) {
  const plain = { title, text: tidy(text), left: false }
  if (!html) return plain
  const { storyFromHtml } = await import('./rich.js')
  const story = storyFromHtml(html)
  return story.text.trim() ? { ...story, title: story.title || title } : plain
}

/** Whether a file holds one story, and is to be opened at once; the others go through batch/. @param {File} file */
export const isStory = (file) => !/\.(csv|tsv|jsonl?|ndjson|zip)$/i.test(file.name)

/**
 * @param {File} file
 * @returns {Promise<{ story: Given | null, problem: string }>}
 */
export async function storyFromFile(file) {
  if (file.size > largest) return { story: null, problem: say('intake.large', { name: file.name }) }
  const text = decode(new Uint8Array(await file.arrayBuffer()))
  if (text === null) return { story: null, problem: say('intake.binary', { name: file.name }) }
  if (/\.html?$/i.test(file.name) || file.type === 'text/html') {
    const { storyFromHtml } = await import('./rich.js')
    return { story: storyFromHtml(text), problem: '' }
  }
  if (!text.trim()) return { story: null, problem: say('intake.empty', { name: file.name }) }
  return { story: { title: '', text: tidy(text), left: false }, problem: '' }
}

/** Whether pasted HTML holds more than a code editor's colours around plain text. @param {string} html */
const isRich = (html) => /<(p|h[1-6]|li|br|article|td|blockquote)[\s>]/i.test(html)
