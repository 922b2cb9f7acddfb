// A story sent to the page by another one: by the bookmarklet, or by the device's share menu
// (web/sw.js). It comes in the address's fragment, which browsers send to no server, and is
// taken out of the address at once. Anybody can write such a link, so what comes is text to be
// read here like any paste, and nothing is analysed or kept before the reader has said so.

/** @typedef {{ title: string, text: string, html: string, from: string }} Sent `from`: the address that the sender gives, unproven */

/** How the fragment begins. */
export const mark = '#story='

/** Longer fragments are no story, in UTF-16 code units. */
const longest = 2_000_000

/**
 * @param {string} fragment with its #
 * @returns {Sent | null} null where it holds no story
 */
export function readSent(fragment) {
  if (!fragment.startsWith(mark) || fragment.length > longest) return null
  try {
    const given = JSON.parse(decodeURIComponent(fragment.slice(mark.length)))
    const [title, text, html, from] = ['title', 'text', 'html', 'from'].map((key) => (typeof given?.[key] === 'string' ? given[key] : ''))
    return text.trim() || html.trim() ? { title: title.slice(0, 500), text, html, from: siteOf(from) } : null
  } catch {
    return null
  }
}

/** The host of a web address, or nothing. @param {string} address */
function siteOf(address) {
  if (!URL.canParse(address)) return ''
  const { protocol, host } = new URL(address)
  return /^https?:$/.test(protocol) ? host : ''
}

/** What the bookmarklet does in the page whose story is sent; it runs there, from its text. @param {string} page @param {string} mark @param {number} most */
function send(page, mark, most) {
  const chosen = String(getSelection())
  const story = document.querySelector('article') ?? document.querySelector('main') ?? document.body
  // eslint-disable-next-line no-restricted-properties -- read, not written; Slugline cleans it as it does a paste
  const given = { title: chosen ? '' : document.title, text: chosen || story.innerText, html: chosen ? '' : story.outerHTML, from: location.href }
  let hash = mark + encodeURIComponent(JSON.stringify(given))
  if (hash.length > most) hash = mark + encodeURIComponent(JSON.stringify({ ...given, html: '' }))
  open(page + hash)
}

/**
 * The bookmarklet: opens this page with the chosen words, or else the article, of the page it
 * is pressed on. It names this page's address alone.
 * @param {string} page where Slugline lies, without a fragment
 */
export const bookmarklet = (page) => `javascript:${encodeURIComponent(`(${send})(${JSON.stringify(page)},${JSON.stringify(mark)},${longest})`)}`
