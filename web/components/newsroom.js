// The settings of the newsroom's archive: where it is, with what token, and the switch beside
// the words that say what then leaves the page. And the stories that still wait to be sent.

import { LitElement, css, html, nothing } from 'lit'
import { shared } from '../style/shared.js'
import { moment, say } from '../words.js'

/** @typedef {import('../newsroom/newsroom.js').Newsroom} Newsroom */

export class NewsroomPanel extends LitElement {
  static properties = { newsroom: { attribute: false }, told: { state: true }, problem: { state: true }, busy: { state: true } }

  static styles = [
    shared,
    css`
      form,
      .field {
        display: grid;
        gap: calc(var(--unit) * 0.5);
      }
      form {
        gap: calc(var(--unit) * 1.25);
        max-width: 34rem;
      }
      .field input {
        width: 100%;
        box-sizing: border-box;
        min-height: 2.25rem;
        padding: 0.25rem 0.625rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }
      section {
        padding-bottom: calc(var(--unit) * 2);
      }
      h3 {
        margin: calc(var(--unit) * 2) 0 var(--unit);
        font-size: 0.875rem;
      }
      .switch input {
        accent-color: var(--accent);
      }
      .switch {
        display: flex;
        gap: 0.5em;
        align-items: baseline;
        font-weight: 600;
      }
      p {
        margin: 0;
      }
      [role='status']:not(:empty),
      [role='alert'] {
        margin-top: var(--unit);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25em var(--unit);
        align-items: baseline;
        padding: calc(var(--unit) * 0.5) 0;
      }
      li span:first-child {
        flex: 1;
        min-width: 12rem;
        overflow-wrap: anywhere;
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Newsroom | null} */
    this.newsroom = null
    this.told = ''
    this.problem = ''
    this.busy = false
    this.changed = () => this.requestUpdate()
  }

  /** @param {import('lit').PropertyValues<this>} before */
  willUpdate(before) {
    if (!before.has('newsroom')) return
    before.get('newsroom')?.removeEventListener('change', this.changed)
    this.newsroom?.addEventListener('change', this.changed)
  }

  render() {
    const { newsroom } = this
    if (!newsroom) return nothing
    const { on, url, token } = newsroom.place
    const { waiting } = newsroom
    return html`<section aria-labelledby="newsroom">
      <h3 id="newsroom">${say('newsroom.settings')}</h3>
      <form @submit=${this.save}>
        <label class="switch"><input type="checkbox" name="on" .checked=${on} aria-describedby="privacy" />${say('newsroom.on')}</label>
        <p id="privacy" class="soft">${say('newsroom.privacy')}</p>
        <label class="field">${say('newsroom.url')}<input name="url" type="text" inputmode="url" autocomplete="off" spellcheck="false" .value=${url} placeholder="https://slugline.example/" /></label>
        <label class="field">${say('newsroom.secret')}<input name="token" type="password" autocomplete="off" .value=${token} /></label>
        <p><button class="line" ?disabled=${this.busy}>${say('newsroom.save')}</button></p>
      </form>
      <p role="status">${this.told}</p>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
      ${waiting.length
        ? html`<h3>${say('newsroom.queue')} <span class="count">${waiting.length}</span></h3>
            <ul>
              ${waiting.map(
                (one) => html`<li>
                  <span>${one.title || say('untitled')} <span class="soft">${moment(one.when)}</span></span>
                  ${one.problem ? html`<span class="soft">${one.problem}</span>` : one.to === url ? nothing : html`<span class="soft">${say('newsroom.elsewhere', { url: one.to })}</span>`}
                  <button @click=${() => this.takeBack(one)}>${say('newsroom.takeBack')}</button>
                </li>`,
              )}
            </ul>
            <p><button class="line" ?disabled=${this.busy || !on} @click=${this.send}>${say('newsroom.send')}</button></p>`
        : nothing}
    </section>`
  }

  /** @param {SubmitEvent} event */
  save(event) {
    event.preventDefault()
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target))
    return this.during(async () => {
      const on = data.get('on') !== null
      this.problem = (await this.newsroom?.point({ on, url: String(data.get('url')), token: String(data.get('token')) })) ?? ''
      this.told = this.problem ? '' : say(on ? 'newsroom.reached' : 'newsroom.off')
    })
  }

  send() {
    return this.during(async () => {
      this.problem = (await this.newsroom?.send(true)) ?? ''
      this.told = this.problem ? '' : say('newsroom.sent')
    })
  }

  /** @param {import('../newsroom/outbox.js').Waiting} story */
  takeBack(story) {
    return this.during(async () => {
      this.problem = (await this.newsroom?.takeBack(story)) ?? ''
    })
  }

  /** @param {() => Promise<void>} work */
  async during(work) {
    this.busy = true
    this.told = this.problem = ''
    try {
      await work()
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error)
    } finally {
      this.busy = false
    }
  }
}

customElements.define('slugline-newsroom', NewsroomPanel)
