// The foot of the history: what the stories take up and whether they last, and what is done
// with all of them: carried to another browser as a file, merged from one, cleared out.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { describe } from '../story/session.js'
import { say, share, bytes } from '../words.js'
import { save } from './save.js'

/** @typedef {import('../story/keeping.js').Usage} Usage */

/** A share of the storage above which the reader is told in time. */
const nearlyFull = 0.85

export class Keep extends LitElement {
  static properties = {
    session: { attribute: false },
    newsroom: { attribute: false },
    waiting: { type: Number },
    kept: { type: Number },
    lines: { attribute: false },
    usage: { state: true },
    open: { state: true },
    busy: { state: true },
    told: { state: true },
    sure: { state: true },
    older: { state: true },
  }

  static styles = [
    shared,
    css`
      :host {
        display: block;
        padding: calc(var(--unit) * 1.25) calc(var(--unit) * 2.5);
        border-top: 1px solid var(--line);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--unit);
      }
      .all {
        margin-top: var(--unit);
      }
      .told {
        margin-top: var(--unit);
      }
      .told.warn {
        color: var(--warn);
      }
      input[type='date'] {
        min-height: 1.75rem;
        padding: 0.125rem 0.5rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--sheet);
      }
      .forget {
        color: var(--warn);
      }
      .told,
      .space {
        font-variant-numeric: tabular-nums;
      }
    `,
  ]

  constructor() {
    super()
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {import('../newsroom/newsroom.js').Newsroom | null} */
    this.newsroom = null
    /** Stories that wait to be sent to it. */
    this.waiting = 0
    this.kept = 0
    /** @type {import('../store/database.js').Line[]} */
    this.lines = []
    /** @type {Usage | null} */
    this.usage = null
    this.open = false
    /** Long work that can be stopped. @type {AbortController | null} */
    this.busy = null
    this.told = { words: '', warn: false }
    /** Which of the two ways to forget many waits for a second press. @type {'' | 'all' | 'older'} */
    this.sure = ''
    /** @type {{ before: string, ids: string[] }} */
    this.older = { before: '', ids: [] }
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('lines')) this.session?.keeping.usage().then((usage) => (this.usage = usage))
  }

  render() {
    const { usage, kept, busy } = this
    if (!this.session?.lasting) return html`<p class="soft">${say('intake.fleeting')}</p>`
    const full = usage && usage.quota > 0 ? usage.bytes / usage.quota : 0
    return html`<div class="row">
        <span class="soft grow space">
          ${say('history.where')}
          ${usage?.bytes ? say('keep.space', { bytes: bytes(usage.bytes), free: bytes(Math.max(0, usage.quota - usage.bytes)) }) : nothing}
          ${usage && kept ? say(usage.lasts ? 'keep.lasts' : 'keep.mayGo') : nothing}
        </span>
        <button class="manage" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>${say('keep.manage')}</button>
      </div>
      ${full > nearlyFull ? html`<p class="told warn">${say('keep.nearlyFull', { share: share(full) })}</p>` : nothing}
      ${this.open
        ? html`<div class="row all">
              <button class="line export" ?disabled=${!kept || busy} @click=${this.export}>${say('keep.export')}</button>
              <button class="line import" ?disabled=${busy} @click=${() => this.input?.click()}>${say('keep.import')}</button>
              <input class="archive" type="file" accept=".slugline" hidden @change=${this.chosen} />
              ${usage?.lasts || !kept ? nothing : html`<button class="line last" @click=${this.last}>${say('keep.last')}</button>`}
            </div>
            <div class="row all">
              <label>${say('keep.before')} <input type="date" .value=${this.older.before} @change=${this.choose} /></label>
              <button class="line forget-older" ?disabled=${!this.older.ids.length || busy} @click=${this.forgetOlder}>
                ${say(this.sure === 'older' ? 'history.sure' : this.older.ids.length ? 'keep.forgetOlder' : 'history.remove.short', { n: this.older.ids.length })}
              </button>
              <span class="grow"></span>
              <button class="line forget" ?disabled=${!kept || busy} @click=${this.forget}>
                ${this.sure !== 'all' ? say('history.forget', { n: kept }) : say(this.waiting ? 'keep.sureWaiting' : 'history.sure', { n: this.waiting })}
              </button>
            </div>`
        : nothing}
      <p class="told ${this.told.warn ? 'warn' : ''}" role="status" ?hidden=${!this.told.words}>
        ${this.told.words} ${busy ? html`<button class="link" @click=${() => busy.abort()}>${say('stop')}</button>` : nothing}
      </p>`
  }

  get input() {
    return /** @type {HTMLInputElement | null} */ (/** @type {ShadowRoot} */ (this.renderRoot).querySelector('.archive'))
  }

  /** @param {string} words @param {boolean} [warn] */
  tell(words, warn = false) {
    this.told = { words, warn }
  }

  /** Long work, one at a time; what goes wrong is said. @param {(signal: AbortSignal) => Promise<void>} work */
  async run(work) {
    if (this.busy) return
    const busy = (this.busy = new AbortController())
    try {
      await work(busy.signal)
    } catch (error) {
      const { code, message } = describe(error, 'archive')
      if (busy.signal.aborted) this.tell(say('keep.stopped'))
      else this.tell(code === 'full' ? say('problem.full') : message, true)
    } finally {
      this.busy = null
    }
  }

  export() {
    return this.run(async () => {
      this.tell(say('keep.exporting'))
      const file = await this.session?.keeping.export()
      if (!file) return
      save(file, `slugline-${new Date().toISOString().slice(0, 10)}.slugline`)
      this.tell(say('keep.exported', { bytes: bytes(file.size) }))
    })
  }

  /** @param {Event} event */
  chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target)
    const [file] = input.files ?? []
    input.value = ''
    if (file) this.merge(file)
  }

  /** @param {File} file */
  merge(file) {
    return this.run(async (signal) => {
      this.tell(say('keep.importing', { share: share(0), n: 0 }))
      const ended = await this.session?.keeping.merge(file, (part, n) => this.tell(say('keep.importing', { share: share(part), n })), signal)
      if (!ended) return
      const words = [say('keep.imported', { n: ended.added }), ended.known ? say('keep.known', { n: ended.known }) : '']
      if (ended.damaged.length) words.push(say('keep.damaged', { names: ended.damaged.join(', ') }))
      if (!ended.whole) words.push(say('keep.cut'))
      this.tell(words.filter(Boolean).join(' '), ended.damaged.length > 0 || !ended.whole)
    })
  }

  async last() {
    const lasts = (await navigator.storage?.persist?.()) ?? false
    this.tell(say(lasts ? 'keep.lasts' : 'keep.refused'), !lasts)
    this.usage = (await this.session?.keeping.usage()) ?? null
  }

  /** @param {Event} event */
  async choose(event) {
    const before = /** @type {HTMLInputElement} */ (event.target).value
    this.sure = ''
    const ids = before ? await this.session?.keeping.older(new Date(`${before}T00:00`).toISOString()) : []
    this.older = { before, ids: ids ?? [] }
    if (before && !this.older.ids.length) this.tell(say('keep.noneOlder'))
  }

  forgetOlder() {
    if (this.sure !== 'older') {
      this.sure = 'older'
      return
    }
    this.sure = ''
    return this.run(async () => {
      const { ids } = this.older
      await this.session?.keeping.remove(ids, (done) => done % 50 || this.tell(say('keep.forgetting', { done, of: ids.length })))
      this.older = { before: '', ids: [] }
      this.tell(say('keep.forgotten', { n: ids.length }))
    })
  }

  forget() {
    if (this.sure !== 'all') {
      this.sure = 'all'
      return this.newsroom?.recount()
    }
    this.sure = ''
    return this.run(async () => {
      const { kept, waiting } = this
      await this.session?.keeping.clear()
      await this.newsroom?.recount()
      this.tell([say('keep.forgotten', { n: kept }), waiting ? say('keep.unsent', { n: waiting }) : ''].join(' '))
    })
  }
}

customElements.define('slugline-keep', Keep)
