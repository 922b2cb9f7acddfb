// How the page looks, whether letters are shortcuts, and what the reader has corrected.

import { css, html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { nothingSaid } from '../story/corrections.js'
import { SaidError, bounds, written } from '../story/said.js'
import { say } from '../words.js'
import { Dialog } from './dialog.js'
import './newsroom.js'

/** @typedef {import('../story/corrections.js').Said} Said */

const themes = ['auto', 'light', 'dark']

export class Settings extends Dialog {
  static properties = {
    session: { attribute: false },
    log: { attribute: false },
    newsroom: { attribute: false },
    theme: { state: true },
    contrast: { state: true },
    keys: { state: true },
    told: { state: true },
    problem: { state: true },
  }

  static styles = [
    shared,
    dialogs,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(var(--unit) * 1) calc(var(--unit) * 2);
        margin: 0 0 calc(var(--unit) * 2);
        padding: 0;
        border: 0;
      }
      legend {
        float: inline-start;
        min-width: 8rem;
        padding: 0;
        font-weight: 600;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        min-height: 1.75rem;
      }
      input {
        width: 1rem;
        height: 1rem;
        margin: 0;
        accent-color: var(--accent);
      }
      h3 {
        margin: calc(var(--unit) * 1) 0;
        font-size: var(--small);
      }
      h3 ~ p {
        margin: var(--unit) 0;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--unit);
        border-bottom: 1px solid var(--line);
      }
      li span {
        flex: 1;
        overflow-wrap: anywhere;
      }
      li.undone span {
        color: var(--ink-faint);
        text-decoration: line-through;
      }
    `,
  ]

  constructor() {
    super()
    /** @type {import('../newsroom/newsroom.js').Newsroom | null} */
    this.newsroom = null
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    this.log = nothingSaid()
    this.theme = 'auto'
    this.contrast = false
    this.keys = true
    this.told = '' // what came of the last file
    this.problem = ''
  }

  /** Takes up what was chosen in an earlier visit. @param {import('../store/store.js').Store} store */
  async recall(store) {
    this.set('theme', (await store.setting('theme')) ?? 'auto', false)
    this.set('contrast', (await store.setting('contrast')) ?? false, false)
    this.set('keys', (await store.setting('keys')) ?? true, false)
    this.set('shortcuts', (await store.setting('shortcuts')) ?? null, false)
  }

  show() {
    this.raise()
  }

  render() {
    const said = this.log?.said ?? []
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${say('settings.heading')}</h2>
        <button aria-label=${say('close')} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <div class="body">
        <fieldset>
          <legend>${say('settings.look')}</legend>
          ${themes.map(
            (theme) =>
              html`<label
                ><input
                  type="radio"
                  name="theme"
                  value=${theme}
                  .checked=${this.theme === theme}
                  @change=${() => this.set('theme', theme)}
                />${say(`settings.${theme}`)}</label
              >`,
          )}
        </fieldset>
        <fieldset>
          <legend>${say('settings.reading')}</legend>
          ${this.switch('contrast', this.contrast)} ${this.switch('keys', this.keys)}
        </fieldset>
        <slugline-newsroom .newsroom=${this.newsroom}></slugline-newsroom>
        <h3>${say('settings.corrections')} <span class="count">${said.length || nothing}</span></h3>
        <p class="soft">${say('settings.share')}</p>
        <p>
          <button class="line save-corrections" ?disabled=${said.length === 0} @click=${this.save}>${say('settings.save')}</button>
          <button class="line open-corrections" @click=${() => this.file.click()}>${say('settings.open')}</button>
          <input type="file" accept=".json,application/json" hidden @change=${this.open} />
        </p>
        <p role="status">${this.told}</p>
        ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
        ${said.length === 0 ? html`<p class="soft">${say('settings.none')}</p>` : nothing}
        <ul>
          ${said.map((one, index) => this.said(one, index))}
        </ul>
      </div>
    </dialog>`
  }

  /** @param {'contrast' | 'keys'} name @param {boolean} on */
  switch(name, on) {
    return html`<label
      ><input
        type="checkbox"
        name=${name}
        .checked=${on}
        @change=${(/** @type {Event} */ e) => this.set(name, /** @type {HTMLInputElement} */ (e.target).checked)}
      />${say(`settings.${name}`)}</label
    >`
  }

  /** @param {Said} one @param {number} index */
  said(one, index) {
    return html`<li class=${index < this.log.done ? '' : 'undone'}>
      <span>${wordsOf(one)}</span>
      <button @click=${() => this.session?.forget(index)}>${say('settings.takeBack')}</button>
    </li>`
  }

  get file() {
    return /** @type {HTMLInputElement} */ (/** @type {ShadowRoot} */ (this.renderRoot).querySelector('input[type=file]'))
  }

  async open() {
    const [file] = this.file.files ?? []
    if (!file || !this.session) return
    this.told = this.problem = ''
    try {
      if (file.size > bounds.bytes) throw new SaidError(say('settings.large', { name: file.name }))
      const { read, added } = await this.session.importCorrections(await file.text())
      this.told = say('settings.read', { corrections: say('settings.count', { n: read }), added })
    } catch (error) {
      if (!(error instanceof SaidError)) throw error
      this.problem = error.message
    } finally {
      this.file.value = ''
    }
  }

  save() {
    const url = URL.createObjectURL(new Blob([written(this.log)], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'slugline-corrections.json'
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10000)
  }

  /** @param {'theme' | 'contrast' | 'keys' | 'shortcuts'} name @param {any} value @param {boolean} [keep] */
  set(name, value, keep = true) {
    Object.assign(this, { [name]: value })
    this.dispatchEvent(new CustomEvent('slugline-settings', { detail: { name, value }, bubbles: true, composed: true }))
    if (keep) this.session?.opening.then((store) => store.set(name, value))
  }
}

/** @param {Said} one */
function wordsOf(one) {
  if (one.kind === 'tag') return say(`ruled.${one.verdict}`, { name: one.name })
  const type = one.type ? say(`type.${one.type}`) : ''
  return say(`corrected.${one.kind}`, { name: one.name, type, other: one.other ?? '' })
}

customElements.define('slugline-settings', Settings)
