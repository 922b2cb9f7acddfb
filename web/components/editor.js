// The editor: a plain textarea, so that caret, undo, spelling and input methods are the
// browser's own, over a copy of its text that bears the highlights. The copy is a row of
// lines of which only the changed ones are drawn again, painted with the Custom Highlight
// API; between two analyses the highlights move with the letters.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { highlights, lookOf, nameTypes } from '../style/marks.js'
import { editBetween, shifted } from '../story/spans.js'
import { paint } from './paint.js'
import { say } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Mention} Mention
 * @typedef {import('../engine/types.js').Analysis} Analysis
 */

const looks = [...nameTypes, 'rule']

export class Editor extends LitElement {
  static properties = {
    story: { attribute: false },
    analysis: { attribute: false },
    hiddenTypes: { attribute: false },
  }

  static styles = [
    shared,
    highlights,
    css`
      :host {
        display: block;
        max-width: var(--measure);
      }
      .sheet {
        display: grid;
        font: var(--text) / 1.62 var(--serif);
      }
      .under,
      .sheet textarea {
        grid-area: 1 / 1;
        min-height: 50vh;
        margin: 0;
        padding: 0;
        border: 0;
        font: inherit;
        letter-spacing: inherit;
        white-space: pre-wrap;
        overflow-wrap: break-word;
        tab-size: 4;
        text-wrap: wrap;
      }
      .under {
        color: transparent;
        text-underline-offset: 0.2em;
        text-decoration-skip-ink: none;
        pointer-events: none;
        user-select: none;
      }
      .under div {
        min-height: 1.62em;
        contain: layout style;
      }
      textarea {
        display: block;
        width: 100%;
        height: 100%;
        overflow: hidden;
        resize: none;
        background: none;
        color: var(--ink);
        caret-color: var(--accent);
      }
      textarea:focus-visible {
        outline: none;
      }
      .title {
        margin: 0 0 0.65em;
        padding: 0;
        border: 0;
        field-sizing: content;
        font: 600 clamp(1.65rem, 1.25rem + 1.5vw, 2.25rem) / 1.16 var(--serif);
        letter-spacing: -0.014em;
      }
      .edge {
        padding-inline-start: calc(var(--unit) * 2);
        margin-inline-start: calc(var(--unit) * -2 - 2px);
        border-inline-start: 2px solid var(--accent);
      }
      @media (max-width: 40rem) {
        .edge {
          padding-inline-start: calc(var(--unit) * 1.25);
          margin-inline-start: calc(var(--unit) * -1.25 - 2px);
        }
      }
    `,
  ]

  constructor() {
    super()
    /** @type {{ id: string, title: string, text: string } | null} */
    this.story = null
    /** @type {Analysis | null} */
    this.analysis = null
    /** @type {Set<string>} */
    this.hiddenTypes = new Set()
    this.text = ''
    /** @type {string[]} */
    this.lines = []
    /** @type {Mention[]} */
    this.mentions = []
    /** The text that the analysis was asked about, so that late answers can be moved on. */
    this.asked = ''
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    for (const look of looks) paint(look, [])
  }

  render() {
    if (!this.story) return nothing
    return html`<div class="edge">
      <h1 class="unseen">${say('editor.heading')}</h1>
      <textarea
        class="title"
        rows="1"
        aria-label=${say('intake.title')}
        placeholder=${say('intake.title')}
        @input=${this.changed}
        @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && event.preventDefault()}
      ></textarea>
      <div class="sheet">
        <div class="under" aria-hidden="true"></div>
        <textarea class="text" aria-label=${say('editor.text')} spellcheck="false" @input=${this.changed}></textarea>
      </div>
    </div>`
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {ShadowRoot} */ (this.renderRoot).querySelector(selector)
  }

  get fields() {
    return {
      title: /** @type {HTMLTextAreaElement} */ (this.find('.title')),
      text: /** @type {HTMLTextAreaElement} */ (this.find('.text')),
    }
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!this.story) return
    const { title, text } = this.fields
    // The session's text lags behind what is typed; only another story takes its place.
    if (changed.has('story') && /** @type {any} */ (changed.get('story'))?.id !== this.story.id) {
      text.value = this.story.text
      title.value = this.story.title
      this.text = this.asked = this.story.text
      this.draw()
    }
    if (changed.has('analysis') || changed.has('hiddenTypes')) {
      this.mentions = (this.analysis?.mentions ?? []).filter((mention) => mention.field === 'text')
      const edit = editBetween(this.story.text, this.text)
      if (edit) this.mentions = shifted(this.mentions, edit)
      this.colour()
    }
  }

  /** Puts the caret where the reader was. @param {number} offset */
  place(offset) {
    const { text } = this.fields
    text.focus({ preventScroll: true })
    text.setSelectionRange(offset, offset)
  }

  changed() {
    const { title, text } = this.fields
    const edit = editBetween(this.text, text.value)
    if (edit) {
      this.mentions = shifted(this.mentions, edit)
      this.text = text.value
      this.draw()
      this.colour()
    }
    const detail = { title: title.value.replace(/\s*\n\s*/g, ' '), text: text.value }
    this.dispatchEvent(new CustomEvent('slugline-edit', { detail, bubbles: true, composed: true }))
  }

  /** Draws the lines that differ from those drawn before. */
  draw() {
    const under = /** @type {HTMLElement} */ (this.find('.under'))
    const lines = this.text.split('\n')
    const old = this.lines
    const least = Math.min(old.length, lines.length)
    let head = 0
    while (head < least && old[head] === lines[head]) head++
    let tail = 0
    while (tail < least - head && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail++
    const shared = Math.min(old.length, lines.length) - head - tail
    for (let at = 0; at < shared; at++) under.children[head + at].textContent = lines[head + at]
    for (let at = old.length - head - tail; at > shared; at--) under.children[head + shared].remove()
    const after = under.children[head + shared] ?? null
    for (let at = head + shared; at < lines.length - tail; at++) {
      const line = document.createElement('div')
      line.textContent = lines[at]
      under.insertBefore(line, after)
    }
    this.lines = lines
  }

  /** Paints the names under their types. */
  colour() {
    const under = /** @type {HTMLElement} */ (this.find('.under'))
    const ranges = /** @type {Map<string, StaticRange[]>} */ (new Map(looks.map((look) => [look, []])))
    let line = 0
    let start = 0
    for (const mention of this.mentions) {
      while (line < this.lines.length && mention.start > start + this.lines[line].length) {
        start += this.lines[line].length + 1
        line++
      }
      const node = under.children[line]?.firstChild
      const end = Math.min(mention.end - start, node?.nodeValue?.length ?? 0)
      const look = lookOf(mention.type)
      if (!node || end <= mention.start - start || this.hiddenTypes.has(look)) continue
      ranges.get(look)?.push(
        new StaticRange({ startContainer: node, startOffset: mention.start - start, endContainer: node, endOffset: end }),
      )
    }
    for (const [look, found] of ranges) paint(look, found)
  }
}

customElements.define('slugline-editor', Editor)
