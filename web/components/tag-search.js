// Finding a tag by its name, among the 1,084 Media Topics and the newsroom's own. The arrow
// keys walk from the field into the list and back; Enter in the field takes the first.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { say } from '../words.js'

/** @typedef {import('../engine/types.js').TopicEntry} TopicEntry */

export class TagSearch extends LitElement {
  static properties = {
    session: { attribute: false },
    given: { attribute: false },
    query: { state: true },
    found: { state: true },
  }

  static styles = [
    shared,
    css`
      :host {
        display: block;
        margin-bottom: var(--unit);
      }
      input {
        width: 100%;
        min-height: 2rem;
        padding: 0.2rem 0.5rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--sheet);
      }
      .release {
        padding: 0.25rem 0 0;
        font-size: var(--tiny);
      }
      ul {
        margin-top: 2px;
        max-height: 16rem;
        overflow-y: auto;
        border-bottom: 1px solid var(--line);
      }
      li button {
        display: block;
        width: 100%;
        text-align: start;
      }
      .path {
        display: block;
        font-size: var(--tiny);
        color: var(--ink-faint);
      }
      .name {
        font: 500 0.9375rem/1.35 var(--serif);
      }
      p {
        padding: var(--unit) 0;
        color: var(--ink-faint);
      }
    `,
  ]

  constructor() {
    super()
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {string[]} tags that the story has already */
    this.given = []
    this.query = ''
    /** @type {TopicEntry[]} */
    this.found = []
  }

  firstUpdated() {
    this.field.focus()
  }

  get field() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'))
  }

  render() {
    const said = this.query.trim() ? say('search.found', { n: this.found.length }) : ''
    return html`<div @keydown=${this.onKey}>
      <label class="unseen" for="query">${say('search.label')}</label>
      <input
        id="query"
        type="search"
        autocomplete="off"
        spellcheck="false"
        maxlength="80"
        placeholder=${say('search.placeholder')}
        @input=${(/** @type {Event} */ event) => this.seek(/** @type {HTMLInputElement} */ (event.target).value)}
      />
      <span class="unseen" role="status">${said}</span>
      ${this.query.trim() && this.found.length === 0 ? html`<p>${say('search.none')}</p>` : nothing}
      ${this.found.length
        ? html`<ul aria-label=${say('search.label')}>
            ${this.found.map(
              (tag) =>
                html`<li>
                  <button data-tag=${tag.id} ?disabled=${this.given.includes(tag.id)} @click=${() => this.choose(tag)}>
                    ${tag.path.length > 1 ? html`<span class="path">${tag.path.slice(0, -1).join(' › ')}</span>` : nothing}
                    <span class="name">${tag.name}</span>
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing}
      <p class="release">${say('search.release', { release: this.session?.release ?? '' })}</p>
    </div>`
  }

  /** @param {string} query */
  async seek(query) {
    this.query = query
    const found = (await this.session?.tagsNamed(query)) ?? []
    if (this.query === query) this.found = found
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const buttons = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('li button:not(:disabled)')])
    const at = buttons.indexOf(/** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (this.renderRoot).activeElement))
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') this.tell('slugline-shut')
    else if (step) (buttons[at + step] ?? (step < 0 ? this.field : buttons[at]))?.focus()
    else if (event.key === 'Enter' && at < 0) buttons[0]?.click()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** @param {TopicEntry} tag */
  choose({ id, name }) {
    this.tell('slugline-chosen', { id, name })
  }

  /** @param {string} name @param {object} [detail] */
  tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}

customElements.define('slugline-tag-search', TagSearch)
