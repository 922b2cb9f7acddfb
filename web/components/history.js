// The stories seen before, newest first, versions of one story together: look for one, open
// it, take it out and put it back. What is done with all of them at once (carry to another
// browser, clear out) stands in the foot: keep.js.

import { html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { historyStyle } from '../style/history.js'
import { isEnough, noLimits } from '../story/limits.js'
import { Finder } from '../search/finder.js'
import { say, since, moment, number } from '../words.js'
import { Dialog } from './dialog.js'
import './keep.js'

/**
 * @typedef {import('../store/database.js').Line} Line
 * @typedef {import('../story/keeping.js').Group} Group
 */

/** Milliseconds of typing that may pass before the search begins. */
const pause = 120

/** Stories found that are drawn. */
const shownAtMost = 200

export class History extends Dialog {
  static properties = {
    session: { attribute: false },
    newsroom: { attribute: false },
    waiting: { type: Number },
    lines: { attribute: false },
    wanted: { state: true },
    where: { state: true },
    groups: { state: true },
    found: { state: true },
    reading: { state: true },
    until: { state: true },
    gone: { state: true },
  }

  static styles = [shared, dialogs, historyStyle]

  constructor() {
    super()
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {import('../newsroom/newsroom.js').Newsroom | null} */
    this.newsroom = null
    /** Stories that wait to be sent to it. */
    this.waiting = 0
    /** The newest lines: new ones mean that the list is old. @type {Line[]} */
    this.lines = []
    /** @type {(() => Worker) | null} */
    this.startSearch = null
    this.wanted = ''
    /** @type {import('../search/worker.js').Where} */
    this.where = 'all'
    /** @type {Group[]} */
    this.groups = []
    /** What the search has found; null while nothing is looked for. @type {Group[] | null} */
    this.found = null
    this.reading = { read: 0, of: 0, done: true }
    /** @type {string | undefined} */
    this.until = undefined
    /** What was taken out last, and how it is put back. @type {{ title: string, undo: () => Promise<void> } | null} */
    this.gone = null
    /** @type {Finder | null} */
    this.finder = null
    this.typing = 0
    this.turn = 0
  }

  async show() {
    this.wanted = ''
    this.found = null
    this.gone = null
    this.raise()
    await this.list()
  }

  close() {
    this.dialog.close()
  }

  ended() {
    this.finder?.end()
    this.finder = null
    this.found = null
    this.groups = []
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has('lines') || !this.dialog.open) return
    if (this.found === null) this.list()
    else this.look()
  }

  /** Reads the list from its beginning, as far as it was shown. */
  async list() {
    const turn = ++this.turn
    const wanted = this.groups.length
    let groups = /** @type {Group[]} */ ([])
    let until = /** @type {string | undefined} */ (undefined)
    do {
      const next = /** @type {Awaited<ReturnType<import('../story/keeping.js').Keeping['groups']>> | undefined} */ (
        await this.session?.keeping.groups(until, new Set(groups.map((group) => group.story)))
      )
      if (!next || turn !== this.turn) return
      groups = [...groups, ...next.groups]
      until = next.before
    } while (until && groups.length < wanted)
    Object.assign(this, { groups, until })
  }

  async more() {
    const next = await this.session?.keeping.groups(this.until, new Set(this.groups.map((group) => group.story)))
    if (!next) return
    this.groups = [...this.groups, ...next.groups]
    this.until = next.before
  }

  /** @param {string} wanted */
  type(wanted) {
    this.wanted = wanted
    this.reading = { read: 0, of: 0, done: false }
    clearTimeout(this.typing)
    this.typing = window.setTimeout(() => this.look(), pause)
  }

  look() {
    if (!this.session || !this.startSearch) return
    if (!this.wanted.trim()) {
      this.found = null
      this.list()
      return
    }
    this.finder ??= new Finder(this.session, this.startSearch, (answer) => this.hear(answer))
    this.reading = { read: 0, of: 0, done: false }
    this.finder.ask(this.wanted, this.where)
  }

  /** @param {import('../search/worker.js').Answer} answer */
  async hear({ best, rest, ...reading }) {
    const turn = ++this.turn
    const groups = await this.session?.keeping.of([...best, ...rest].slice(0, shownAtMost))
    if (!groups || turn !== this.turn) return
    const ranked = new Set(best)
    const first = groups.filter((group) => group.lines.some((line) => ranked.has(line.id)))
    const others = groups.filter((group) => !first.includes(group)).sort((a, b) => (a.lines[0].when < b.lines[0].when ? 1 : -1))
    this.found = [...first, ...others]
    this.reading = reading
  }

  render() {
    const kept = this.session?.kept ?? 0
    const shown = this.found ?? this.groups
    return html`<dialog aria-labelledby="heading" @close=${this.ended}>
      <div class="head">
        <h2 id="heading">${say('history.heading')} <span class="count">${number(kept)}</span></h2>
        <button aria-label=${say('close')} @click=${this.close}>✕</button>
      </div>
      <div class="body" tabindex="-1">
        ${kept > 1 || this.wanted ? this.search() : nothing}
        ${this.gone
          ? html`<p class="gone" role="status">
              <span>${say('history.gone', { title: this.gone.title })}</span>
              <button class="line undo" @click=${this.putBack}>${say('undo')}</button>
            </p>`
          : nothing}
        ${shown.length === 0 && (kept === 0 || this.found) && (this.reading.done || !this.found)
          ? html`<p class="none">${say(this.found ? 'history.nothing' : 'history.none')}</p>`
          : nothing}
        <ul class="groups">
          ${shown.map((group) => this.group(group))}
        </ul>
        ${!this.found && this.until ? html`<button class="link more" @click=${this.more}>${say('history.more')}</button>` : nothing}
      </div>
      <slugline-keep class="foot" .session=${this.session} .newsroom=${this.newsroom} .waiting=${this.waiting} .kept=${kept} .lines=${this.lines}></slugline-keep>
    </dialog>`
  }

  search() {
    const { read, of, done } = this.reading
    return html`<div class="search" role="search">
        <input
          class="find"
          type="search"
          aria-label=${say('history.find')}
          placeholder=${say('history.find')}
          .value=${this.wanted}
          @input=${(/** @type {Event} */ e) => this.type(/** @type {HTMLInputElement} */ (e.target).value)}
        />
        <select
          class="where"
          aria-label=${say('history.in')}
          .value=${this.where}
          @change=${(/** @type {Event} */ e) => {
            this.where = /** @type {any} */ (/** @type {HTMLSelectElement} */ (e.target).value)
            this.look()
          }}
        >
          ${['all', 'words', 'names', 'tags'].map((where) => html`<option value=${where}>${say(`history.in.${where}`)}</option>`)}
        </select>
      </div>
      <p class="state soft" role="status">
        ${this.found === null ? nothing : done ? say('history.found', { n: this.found.length }) : of ? say('history.reading', { read, of, n: this.found.length }) : say('history.searching')}
      </p>`
  }

  /** @param {Group} group */
  group({ story, lines }) {
    const [newest, ...earlier] = lines
    const first = lines[lines.length - 1]
    if (!earlier.length) return html`<li class="group" data-group=${story}>${this.line(newest)}</li>`
    return html`<li class="group" data-group=${story}>
      ${this.line(newest)}
      <details>
        <summary>${say('history.versions', { n: lines.length, when: since(first.when) })}</summary>
        <ul>
          ${earlier.map((line) => html`<li>${this.line(line)}</li>`)}
        </ul>
      </details>
    </li>`
  }

  /** @param {Line} line */
  line(line) {
    return html`<div class="line" data-story=${line.id}>
      <button class="open" @click=${() => this.open(line)}>
        <b>${line.title || say('untitled')}</b>
        <span class="soft" title=${moment(line.when)}
          >${since(line.when)} · ${say('history.words', { n: line.words })}${line.topic ? ` · ${line.topic}` : ''}</span
        >
        ${line.verdict && (!line.evidence || isEnough(line.evidence, this.session?.judge.kept ?? noLimits)) ? html` · <span class="verdict">${say(`verdict.${line.verdict}`)}</span>` : nothing}
        ${line.again ? html` · <span class="soft">${say('history.again', { n: line.again })}</span>` : nothing}
      </button>
      <button
        class="remove"
        aria-label=${say('history.remove', { title: line.title || say('untitled') })}
        title=${say('history.remove.short')}
        @click=${() => this.takeOut(line)}
      >
        ✕
      </button>
    </div>`
  }

  /** @param {Line} line */
  open({ id }) {
    this.close()
    this.dispatchEvent(new CustomEvent('slugline-past', { detail: { id }, bubbles: true, composed: true }))
  }

  /** @param {Line} line */
  async takeOut({ id, title }) {
    const undo = await this.session?.keeping.remove([id])
    if (undo) this.gone = { title: title || say('untitled'), undo }
  }

  async putBack() {
    const undo = this.gone?.undo
    this.gone = null
    await undo?.()
  }
}

customElements.define('slugline-history', History)
