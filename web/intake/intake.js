// Getting a story in: from the clipboard, from a drop, from files. What arrives as rich text
// goes through rich.js, which is fetched only then; what leaves here is always plain text.

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

/**
 * Reads files one by one, in their order.
 * @param {Iterable<File>} files
 * @returns {AsyncGenerator<{ story: Given | null, problem: string }>}
 */
export async function* storiesFromFiles(files) {
  for (const file of files) {
    if (file.size > largest) {
      yield { story: null, problem: say('intake.large', { name: file.name }) }
      continue
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const text = decode(bytes)
    if (text === null) yield { story: null, problem: say('intake.binary', { name: file.name }) }
    else if (/\.html?$/i.test(file.name) || file.type === 'text/html') {
      const { storyFromHtml } = await import('./rich.js')
      yield { story: storyFromHtml(text), problem: '' }
    } else if (!text.trim()) yield { story: null, problem: say('intake.empty', { name: file.name }) }
    else yield { story: { title: '', text: tidy(text), left: false }, problem: '' }
  }
}

/** Line ends as the web has them; nothing else is changed. @param {string} text */
const tidy = (text) => text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '')

/** Whether pasted HTML holds more than a code editor's colours around plain text. @param {string} html */
const isRich = (html) => /<(p|h[1-6]|li|br|article|td|blockquote)[\s>]/i.test(html)

/**
 * UTF-8, UTF-16 with its mark, or what Windows calls ANSI.
 * @param {Uint8Array} bytes
 * @returns {string | null} null where it is no text
 */
export function decode(bytes) {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
