// Rich text as plain text: HTML from a web page or a word processor, cleaned by DOMPurify,
// its story found by Mozilla's Readability where it looks like a whole page, and written
// out as paragraphs. Nothing of it ever becomes part of the page: the elements live in a
// document without scripts, and only their text leaves it.

import createDOMPurify from 'dompurify'
import { Readability } from '@mozilla/readability'

/** @typedef {import('./intake.js').Given} Given */

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)

const silent = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG MATH SELECT BUTTON INPUT TEXTAREA'.split(' '))

const purify = createDOMPurify(window)

/** @type {import('dompurify').Config & { RETURN_DOM: true }} */
const strict = {
  RETURN_DOM: true,
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'svg', 'math', 'img', 'video', 'audio'],
  FORBID_ATTR: ['style', 'src', 'srcset', 'background', 'poster'],
  ALLOW_DATA_ATTR: false,
}

let policed = false

/** Readability writes markup back into its own document: under Trusted Types that needs a policy, and this one cleans. */
function police() {
  const types = /** @type {any} */ (globalThis).trustedTypes
  if (policed || !types || types.defaultPolicy) return
  policed = true
  types.createPolicy('default', { createHTML: (/** @type {string} */ html) => purify.sanitize(html) })
}

/**
 * @param {string} html as the clipboard or a file holds it
 * @returns {Given}
 */
export function storyFromHtml(html) {
  const body = /** @type {HTMLElement} */ (purify.sanitize(quiet(html), strict))
  const whole = textOf(body)
  const page = looksLikePage(body) ? readable(body) : null
  if (page && page.text.length > 400 && page.text.length > whole.length * 0.25)
    return { ...page, left: page.text.length < whole.length * 0.9 }
  const heading = body.querySelector('h1')
  const title = heading ? oneLine(heading.textContent ?? '') : ''
  if (heading && title && whole.startsWith(title)) heading.remove()
  const text = textOf(body)
  return text ? { title: text === whole ? '' : title, text, left: false } : { title: '', text: whole, left: false }
}

/**
 * Takes styles, base addresses and event handlers out before the markup is parsed: a page whose policy
 * forbids them would otherwise complain of each on its console. This is for quiet, not for
 * safety; what it misses DOMPurify removes. An <xmp> element, like <style>, holds no markup.
 * @param {string} html
 */
function quiet(html) {
  return html
    .replace(/<(\/?)style\b/gi, '<$1xmp')
    .replace(/<base\b/gi, '<x-base')
    .replace(/<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*/gi, (tag) => tag.replace(/([\s"'/])(?:style|on[a-z]+)(?=\s*=)/gi, '$1data-x'))
}

/** Whether a clip is a page with its furniture, not a stretch of a story. @param {Element} body */
function looksLikePage(body) {
  if (body.querySelector('nav, header, footer, main, [role=navigation], [role=main]')) return true
  const links = [...body.querySelectorAll('li a, ul a')]
  return links.length > 12 && body.querySelectorAll('p').length > 2
}

/** @param {Element} body @returns {{ title: string, text: string } | null} */
function readable(body) {
  police()
  const page = document.implementation.createHTMLDocument('')
  const heading = body.querySelector('h1')
  page.title = oneLine(heading?.textContent ?? '')
  page.body.append(page.importNode(body, true))
  try {
    const found = new Readability(page, { serializer: (/** @type {Node} */ node) => node, charThreshold: 300 }).parse()
    if (!found?.content) return null
    const title = oneLine(found.title ?? '')
    const byline = oneLine(found.byline ?? '')
    const text = textOf(/** @type {Element} */ (/** @type {unknown} */ (found.content)))
    const lead = byline && !text.includes(byline) ? `${/^by\b/i.test(byline) ? byline : `By ${byline}`}\n\n` : ''
    return { title, text: lead + (title && text.startsWith(title) ? text.slice(title.length).trimStart() : text) }
  } catch {
    return null
  }
}

/**
 * The text of an element as a reader sees it: a blank line between blocks, a line end for a
 * line break, a tab between the cells of a table.
 * @param {Element} root
 * @returns {string}
 */
export function textOf(root) {
  let text = ''
  /** @param {Node} node @param {boolean} kept */
  const walk = (node, kept) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = node.nodeValue ?? ''
      text += kept ? words : words.replace(/[\t\n\f\r ]+/g, ' ')
      return
    }
    if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return
    const name = node.nodeName.toUpperCase()
    if (silent.has(name)) return
    if (name === 'BR') {
      text += '\n'
      return
    }
    const block = blocks.has(name)
    if (block && text) text += name === 'TD' || name === 'TH' ? '\t' : '\n\n'
    for (const child of node.childNodes) walk(child, kept || name === 'PRE')
    if (block) text += name === 'TD' || name === 'TH' ? '' : '\n\n'
  }
  walk(root, false)
  return text
    .replace(/[^\S\n\t]*\n[^\S\n]*/g, '\n')
    .replace(/\n\t+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** @param {string} words */
const oneLine = (words) => words.replace(/\s+/g, ' ').trim()
