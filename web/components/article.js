// The reading view: the story in paragraphs, its names marked, what was set aside greyed.
// Marks are elements, so that the keyboard and screen readers reach them: the article is one
// tab stop, arrow keys go from name to name. What lights up for a moment (a topic's words,
// all mentions of a name, a passage) is painted with the Custom Highlight API and changes
// no element. A long story is drawn in portions, the first of them at once.

import { html, nothing } from 'lit'
import { Panel } from './panel.js'
import { shared } from '../style/shared.js'
import { marks, lookOf } from '../style/marks.js'
import { articleStyle } from '../style/article.js'
import { blocksOf } from '../story/blocks.js'
import { yielded } from '../story/yielded.js'
import { say, hasWords } from '../words.js'
import { paint } from './paint.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../story/blocks.js').Block} Block
 * @typedef {{ start: number, end: number, field?: string }} Spot
 */

/** Paragraphs drawn at once, and in each later portion. */
const portion = 20

export class Article extends Panel {
  static properties = {
    story: { attribute: false },
    analysis: { attribute: false },
    hiddenTypes: { attribute: false },
    labels: { type: Boolean, reflect: true },
    drawn: { state: true },
  }

  static styles = [shared, marks, articleStyle]

  constructor() {
    super()
    /** @type {{ id: string, title: string, text: string } | null} */
    this.story = null
    /** @type {Analysis | null} */
    this.analysis = null
    /** @type {Set<string>} */
    this.hiddenTypes = new Set()
    this.labels = false
    this.drawn = portion
    /** @type {Block[]} */
    this.blocks = []
    this.at = -1
    this.waiting = 0
  }

  /** @override */
  turn() {
    return yielded() // before the panels: its names are what the reader waits for
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    paint('lit', [])
    paint('twin', [])
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has('story') && changed.get('story')?.id !== this.story?.id) {
      this.drawn = portion
      this.at = -1
    }
    if (changed.has('story') || changed.has('analysis')) {
      const titled = Boolean(this.story?.title)
      this.blocks = this.story ? blocksOf(this.story.text, this.analysis, { titled }) : []
      paint('lit', [])
    }
  }

  updated() {
    if (this.drawn >= this.blocks.length || this.waiting) return
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0
      this.drawn += portion
    })
  }

  render() {
    const story = this.story
    if (!story) return nothing
    const titled = story.title !== ''
    const headed = titled || this.blocks.some((block) => block.kind === 'title')
    return html`<article
      aria-label=${say('article.label')}
      @click=${this.press}
      @keydown=${this.key}
      @pointerover=${this.over}
      @pointerout=${this.out}
      @focusin=${this.enter}
    >
      ${headed ? nothing : html`<h1 class="unseen">${say('article.label')}</h1>`}
      ${titled ? html`<h1 data-field="title">${this.titleParts(story.title)}</h1>` : nothing}
      ${this.blocks.slice(0, this.drawn).map((block) => this.block(block, story.text))}
    </article>`
  }

  /** @param {Block} block @param {string} text */
  block(block, text) {
    const inner = block.parts.map((part) => this.stretch(text.slice(part.start, part.end), part.mention))
    if (block.kind === 'title') return html`<h1 data-start=${block.start}>${inner}</h1>`
    if (block.kind !== 'aside') return html`<p class=${block.kind} data-start=${block.start}>${inner}</p>`
    const why = `aside.${block.reason}`
    return html`<p class="aside">
      <span class="why">${say('aside.label')} · ${hasWords(why) ? say(why) : block.reason}</span
      ><span data-start=${block.start}>${inner}</span>
    </p>`
  }

  /** @param {string} title */
  titleParts(title) {
    const found = (this.analysis?.mentions ?? [])
      .map((mention, index) => ({ mention, index }))
      .filter(({ mention }) => mention.field === 'title')
    const parts = []
    let at = 0
    for (const { mention, index } of found) {
      if (mention.start < at) continue
      if (mention.start > at) parts.push(title.slice(at, mention.start))
      parts.push(this.stretch(title.slice(mention.start, mention.end), index))
      at = mention.end
    }
    if (at < title.length) parts.push(title.slice(at))
    return parts
  }

  /** @param {string} words @param {number} index of a mention, or -1 */
  stretch(words, index) {
    const mention = index < 0 ? null : this.analysis?.mentions[index]
    if (!mention || this.hiddenTypes.has(lookOf(mention.type))) return words
    const first = this.at < 0 ? this.firstMark() : this.at
    return html`<mark
      class="m ${lookOf(mention.type)}"
      role="button"
      tabindex=${index === first ? 0 : -1}
      data-i=${index}
      data-label=${say(`type.${mention.type}`)}
      >${words}</mark
    >`
  }

  firstMark() {
    return (this.analysis?.mentions ?? []).findIndex((mention) => !this.hiddenTypes.has(lookOf(mention.type)))
  }

  /** @returns {HTMLElement[]} in reading order */
  get marked() {
    return [.../** @type {ShadowRoot} */ (this.renderRoot).querySelectorAll('mark')]
  }

  /** @param {Event} event @returns {HTMLElement | null} */
  markOf(event) {
    return /** @type {Element} */ (event.target).closest('mark')
  }

  /** @param {'point' | 'pin' | 'away'} how @param {HTMLElement} mark */
  tell(how, mark) {
    const index = Number(mark.dataset.i)
    const detail = { how, index, anchor: mark }
    this.dispatchEvent(new CustomEvent('slugline-name', { detail, bubbles: true, composed: true }))
  }

  /** @param {PointerEvent} event */
  over(event) {
    const mark = this.markOf(event)
    if (mark && event.pointerType !== 'touch') this.tell('point', mark)
  }

  /** @param {PointerEvent} event */
  out(event) {
    const mark = this.markOf(event)
    if (mark && event.pointerType !== 'touch') this.tell('away', mark)
  }

  /** @param {FocusEvent} event */
  enter(event) {
    const mark = this.markOf(event)
    if (!mark) return
    this.rove(mark)
    if (mark.matches(':focus-visible')) this.tell('point', mark)
  }

  /** @param {MouseEvent} event */
  press(event) {
    const mark = this.markOf(event)
    if (mark && getSelection()?.isCollapsed !== false) this.tell('pin', mark)
  }

  /** Makes a mark the article's one tab stop. @param {HTMLElement} mark */
  rove(mark) {
    for (const other of this.marked) if (other.tabIndex === 0) other.tabIndex = -1
    mark.tabIndex = 0
    this.at = Number(mark.dataset.i)
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const mark = this.markOf(event)
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return
    const all = this.marked
    const here = all.indexOf(mark)
    const rtl = getComputedStyle(this).direction === 'rtl'
    const steps = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: 1, ArrowUp: -1 }
    if (event.key in steps) {
      all[(here + steps[/** @type {keyof typeof steps} */ (event.key)] + all.length) % all.length]?.focus()
    } else if (event.key === 'Home') all[0]?.focus()
    else if (event.key === 'End') all[all.length - 1]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') this.tell('pin', mark)
    else return
    event.preventDefault()
  }

  /** Brings a mention into view and lights it. @param {number} index */
  show(index) {
    if (index < 0) return
    while (!this.mark(index) && this.drawn < this.blocks.length) {
      this.drawn += portion * 4
      this.performUpdate()
    }
    const mark = this.mark(index)
    if (!mark) return
    this.rove(mark)
    reveal(mark)
    mark.classList.remove('here')
    requestAnimationFrame(() => mark.classList.add('here'))
  }

  /** @param {number} index @returns {HTMLElement | null} */
  mark(index) {
    return /** @type {ShadowRoot} */ (this.renderRoot).querySelector(`mark[data-i="${index}"]`)
  }

  /** Lights stretches of the story; none puts the light out. @param {Spot[]} spots @param {string} [as] */
  light(spots, as = 'lit') {
    paint(as, spots.map((spot) => this.range(spot)).filter((range) => range !== null))
  }

  /** Brings the first of the stretches into view, unless one is. @param {Spot[]} spots */
  reach(spots) {
    const ranges = spots.map((spot) => this.range(spot)).filter((range) => range !== null)
    const seen = ranges.some((range) => {
      const box = range.getBoundingClientRect()
      return box.top > 120 && box.bottom < innerHeight - 80
    })
    if (!seen && ranges[0]) reveal(/** @type {Element} */ (ranges[0].startContainer.parentElement))
  }

  /** @param {Spot} spot @returns {Range | null} null where it is not drawn */
  range(spot) {
    const root = /** @type {ShadowRoot} */ (this.renderRoot)
    if (spot.field === 'title') {
      const title = root.querySelector('[data-field=title]')
      return title && rangeIn(title, spot.start, spot.end)
    }
    const holder = [...root.querySelectorAll('[data-start]')].findLast(
      (element) => Number(/** @type {HTMLElement} */ (element).dataset.start) <= spot.start,
    )
    if (!holder) return null
    const start = Number(/** @type {HTMLElement} */ (holder).dataset.start)
    return rangeIn(holder, spot.start - start, spot.end - start)
  }
}

/** @param {Element} element */
function reveal(element) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}

/**
 * The range of letters [start, end) of an element's text.
 * @param {Element} element
 * @param {number} start
 * @param {number} end
 * @returns {Range | null}
 */
export function rangeIn(element, start, end) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let at = 0
  let open = false
  let last = /** @type {Text | null} */ (null)
  for (let node = /** @type {Text | null} */ (walker.nextNode()); node; node = /** @type {Text | null} */ (walker.nextNode())) {
    const next = at + node.length
    if (!open && start < next) {
      range.setStart(node, start - at)
      open = true
    }
    if (open && end <= next) {
      range.setEnd(node, end - at)
      return range
    }
    at = next
    last = node
  }
  if (!open || !last) return null
  range.setEnd(last, last.length)
  return range
}

customElements.define('slugline-article', Article)
