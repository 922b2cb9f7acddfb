// The desk: the newsroom's own tags, and what has been learned from the decisions on tags.
// Both come in and go out as files, and each can be forgotten.

import { css, html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { DeskError, largest } from '../desk/desk.js'
import { say } from '../words.js'
import { Dialog } from './dialog.js'

export class Desk extends Dialog {
  static properties = {
    session: { attribute: false },
    taught: { attribute: false },
    sure: { state: true },
    said: { state: true },
    problem: { state: true },
  }

  static styles = [
    shared,
    dialogs,
    css`
      .body > h3 {
        margin: calc(var(--unit) * 2.5) 0 calc(var(--unit) * 0.5);
        font-size: var(--small);
      }
      .body > h3:first-of-type {
        margin-top: 0;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--unit);
        margin: var(--unit) 0;
      }
      .house {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        max-height: 9rem;
        overflow-y: auto;
        font: 0.875rem/1.4 var(--serif);
      }
      [role='alert'] {
        padding: var(--unit) calc(var(--unit) * 1.5);
        border-inline-start: 3px solid var(--warn);
        background: var(--warn-tint);
      }
      [role='status']:empty {
        display: none;
      }
    `,
  ]

  constructor() {
    super()
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {import('../desk/desk.js').Desk | null} */
    this.taught = null
    this.sure = ''
    this.said = ''
    this.problem = ''
  }

  show() {
    this.sure = this.said = this.problem = ''
    this.raise()
  }

  render() {
    const { tags = [], decisions = [] } = this.taught ?? {}
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${say('desk.heading')}</h2>
        <button aria-label=${say('close')} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <div class="body">
        ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
        <p role="status">${this.said}</p>
        <h3>${say('desk.learning')} <span class="count">${decisions.length || nothing}</span></h3>
        <p class="soft">${say('desk.learning.what')}</p>
        <div class="acts">
          <button class="line save" ?disabled=${decisions.length + tags.length === 0} @click=${this.save}>${say('desk.save')}</button>
          ${this.opener('desk', '.json,application/json', say('desk.open'))} ${this.forgetter('decisions', decisions.length)}
        </div>
        <h3>${say('desk.house')} <span class="count">${tags.length || nothing}</span></h3>
        <p class="soft">${say('desk.house.what')}</p>
        <div class="acts">
          ${this.opener('tags', '.csv,.json,.jsonld,text/csv,application/json,application/ld+json', say('desk.house.open'))}
          ${this.forgetter('tags', tags.length)}
        </div>
        ${tags.length
          ? html`<ul class="house" tabindex="0" aria-label=${say('desk.house')}>
              ${tags.map((tag) => html`<li title=${tag.id}>${tag.name}</li>`)}
            </ul>`
          : nothing}
      </div>
    </dialog>`
  }

  /** @param {'desk' | 'tags'} what @param {string} accept @param {string} words */
  opener(what, accept, words) {
    return html`<button class="line open-${what}" @click=${() => /** @type {HTMLElement} */ (this.renderRoot.querySelector(`#${what}`)).click()}>
        ${words}
      </button>
      <input id=${what} type="file" accept=${accept} hidden @change=${(/** @type {Event} */ event) => this.open(what, /** @type {HTMLInputElement} */ (event.target))} />`
  }

  /** @param {'tags' | 'decisions'} which @param {number} n */
  forgetter(which, n) {
    if (n === 0) return nothing
    const words = this.sure === which ? say('history.sure') : say(`desk.forget.${which}`)
    return html`<button class="line forget-${which}" @click=${() => this.forget(which)}>${words}</button>`
  }

  /** @param {'tags' | 'decisions'} which */
  async forget(which) {
    if (this.sure !== which) {
      this.sure = which
      return
    }
    this.sure = ''
    await this.session?.forgetDesk(which)
    this.said = say('desk.forgotten')
  }

  /** @param {'desk' | 'tags'} what @param {HTMLInputElement} input */
  async open(what, input) {
    const [file] = input.files ?? []
    if (!file || !this.session) return
    this.problem = this.said = ''
    try {
      if (file.size > largest) throw new DeskError(say('desk.large', { name: file.name }))
      const text = await file.text()
      if (what === 'tags') this.said = say('desk.house.read', { tags: say('desk.tags', { n: await this.session.importTags(text) }) })
      else {
        const { tags, decisions } = await this.session.importDesk(text)
        this.said = say('desk.read', { tags: say('desk.tags', { n: tags }), decisions: say('desk.decisions', { n: decisions }) })
      }
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
      this.problem = error.message
    } finally {
      input.value = ''
    }
  }

  save() {
    const json = JSON.stringify(this.taught, null, 1)
    const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'slugline-desk.json'
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10000)
  }
}

customElements.define('slugline-desk', Desk)
