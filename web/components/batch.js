// A batch at work: how far it is, how long it will take, pause and stop; then its report.

import { html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { batchStyle } from '../style/batch.js'
import { Batch } from '../intake/batch/batch.js'
import { reasonOf, reportOf } from '../intake/batch/report.js'
import { say, number, share, duration } from '../words.js'
import { Dialog } from './dialog.js'
import { save } from './save.js'

/** @typedef {import('../intake/batch/batch.js').Outcome} Outcome */

/** Rows of the report that are drawn; all of them are in the file. */
const drawn = 100

/** Milliseconds between two drawings while it works. */
const pause = 150

export class BatchPanel extends Dialog {
  static properties = {
    session: { attribute: false },
    startReader: { attribute: false },
    batch: { state: true },
  }

  static styles = [shared, dialogs, batchStyle]

  constructor() {
    super()
    /** @type {import('../story/session.js').Session | null} */
    this.session = null
    /** @type {(() => Worker) | null} */
    this.startReader = null
    /** @type {Batch | null} */
    this.batch = null
    this.drawn = 0
  }

  get atWork() {
    return this.batch?.state === 'running' || this.batch?.state === 'paused'
  }

  /** Starts a batch; files that come while one is at work wait for the reader's next try. @param {File[]} files */
  async take(files) {
    await this.updateComplete
    if (!this.session || !this.startReader) return
    this.raise()
    if (this.atWork) return
    const batch = (this.batch = new Batch(this.session, files, this.startReader))
    batch.addEventListener('change', () => this.follow())
    await batch.run()
    this.requestUpdate()
    await this.updateComplete
    const next = /** @type {HTMLElement | null} */ (/** @type {ShadowRoot} */ (this.renderRoot).querySelector('.shut'))
    next?.focus()
  }

  follow() {
    if (this.batch?.state === 'running' && performance.now() - this.drawn < pause) return
    this.drawn = performance.now()
    this.requestUpdate()
  }

  render() {
    const { batch } = this
    return html`<dialog aria-labelledby="heading" @cancel=${(/** @type {Event} */ event) => this.atWork && event.preventDefault()}>
      ${batch ? (this.atWork ? this.work(batch) : this.report(batch)) : nothing}
    </dialog>`
  }

  /** @param {Batch} batch */
  work(batch) {
    const paused = batch.state === 'paused'
    const done = batch.size ? batch.read / batch.size : 0
    return html`<div class="head"><h2 id="heading">${say(paused ? 'batch.paused' : 'batch.heading')}</h2></div>
      <div class="body">
        <p class="big">${say('batch.done', { n: batch.outcomes.length })}</p>
        <progress aria-label=${say('batch.progress')} max="1" .value=${done}></progress>
        <p class="soft figures">
          ${say('batch.file', { at: batch.file + 1, of: batch.files.length, name: batch.files[batch.file]?.name ?? '' })} · ${share(done)}${batch.left && !paused
            ? html` · ${say('batch.left', { time: duration(batch.left) })}`
            : nothing}
        </p>
        ${this.counts(batch)}
        <p class="unseen" role="status">${paused ? say('batch.paused') : nothing}</p>
      </div>
      <div class="foot">
        <button class="line pause" @click=${() => (paused ? batch.resume() : batch.pause())}>${say(paused ? 'batch.resume' : 'batch.pause')}</button>
        <button class="line stop" @click=${() => batch.stop()}>${say('stop')}</button>
        <span class="soft grow note">${say('batch.safe')}</span>
      </div>`
  }

  /** @param {Batch} batch */
  counts(batch) {
    const refused = batch.refused.length
    return html`<dl class="counts">
      <div><dt>${say('batch.added')}</dt><dd>${number(batch.added)}</dd></div>
      <div><dt>${say('batch.duplicates')}</dt><dd>${number(batch.duplicates.length)}</dd></div>
      <div class=${refused ? 'warn' : ''}><dt>${say('batch.refused')}</dt><dd>${number(refused)}</dd></div>
    </dl>`
  }

  /** @param {Batch} batch */
  report(batch) {
    const { duplicates, refused } = batch
    return html`<div class="head">
        <h2 id="heading">${say(`batch.ended.${batch.state}`)}</h2>
        <button aria-label=${say('close')} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <div class="body" tabindex="-1">
        ${batch.problem ? html`<p class="trouble" role="alert">${say(`problem.${batch.problem.code}`)} ${batch.problem.message} ${say('batch.rest')}</p>` : nothing}
        ${this.counts(batch)} ${this.rows('batch.duplicates', duplicates)} ${this.rows('batch.refused', refused)}
      </div>
      <div class="foot">
        <button class="main shut" @click=${() => this.dialog.close()}>${say('close')}</button>
        <button class="line download" ?disabled=${!batch.outcomes.length} @click=${() => save(reportOf(batch.outcomes), 'slugline-import.csv')}>${say('batch.download')}</button>
      </div>`
  }

  /** @param {string} heading @param {Outcome[]} outcomes */
  rows(heading, outcomes) {
    if (!outcomes.length) return nothing
    return html`<h3>${say(heading)}</h3>
      <ul class="rows">
        ${outcomes.slice(0, drawn).map(
          (one) =>
            html`<li data-result=${one.result}>
              ${one.id
                ? html`<button class="link" @click=${() => this.open(one.id)}>${one.title || say('untitled')}</button>`
                : html`<b>${one.title || placeOf(one)}</b>`}
              <span class="soft">${one.title ? placeOf(one) : nothing}</span>
              <span class="why">${reasonOf(one)}</span>
            </li>`,
        )}
      </ul>
      ${outcomes.length > drawn ? html`<p class="faint">${say('batch.inFile', { n: outcomes.length - drawn })}</p>` : nothing}`
  }

  /** @param {string} id */
  open(id) {
    this.dialog.close()
    this.dispatchEvent(new CustomEvent('slugline-past', { detail: { id }, bubbles: true, composed: true }))
  }
}

/** @param {Outcome} outcome */
function placeOf({ file, where }) {
  if (!where) return file
  return `${file}, ${/^\d+$/.test(where) ? say('batch.row', { where }) : where}`
}

customElements.define('slugline-batch', BatchPanel)
