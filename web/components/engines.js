// Compare with prose v2: the names of both engines side by side, and what differs. The other
// engine is fetched only when this is opened.

import { css, html, nothing } from 'lit'
import { shared, dialogs } from '../style/shared.js'
import { signs } from '../style/marks.js'
import { differences, namesOf } from '../story/difference.js'
import { say, number } from '../words.js'
import { Dialog } from './dialog.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Engine} Engine
 * @typedef {import('../story/difference.js').Row} Row
 * @typedef {import('../story/difference.js').Name} Name
 */

/** @type {import('../story/difference.js').Kind[]} */
const kinds = ['same', 'type', 'edges', 'left', 'right']

export class Engines extends Dialog {
  static properties = {
    rows: { state: true },
    only: { state: true },
    state: { state: true },
    problem: { state: true },
  }

  static styles = [
    shared,
    dialogs,
    signs,
    css`
      dialog {
        width: min(60rem, calc(100vw - 2rem));
        height: min(46rem, calc(100dvh - 2rem));
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        margin: calc(var(--unit) * 1.25) calc(var(--unit) * -1) calc(var(--unit) * 1.5);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        animation: arrive var(--quick);
      }
      th {
        position: sticky;
        top: calc(var(--unit) * -2);
        padding: calc(var(--unit) * 0.75) var(--unit);
        background: var(--sheet);
        border-bottom: 1px solid var(--line-strong);
        font-weight: 600;
        text-align: start;
      }
      td {
        width: 38%;
        padding: 0.3125rem var(--unit);
        border-bottom: 1px solid var(--line);
        vertical-align: baseline;
        overflow-wrap: anywhere;
      }
      td:last-child {
        width: 24%;
        color: var(--ink-soft);
        font-size: var(--tiny);
      }
      td .sign {
        min-width: 0;
        text-align: start;
        font-weight: 500;
        font-size: 0.9375rem;
      }
      td .faint {
        font-size: var(--tiny);
      }
      tr.left td:first-child,
      tr.right td:nth-child(2),
      tr.type td,
      tr.edges td {
        background: color-mix(in srgb, var(--lit) 18%, transparent);
      }
      .big {
        font: 1.0625rem/1.5 var(--serif);
      }
    `,
  ]

  constructor() {
    super()
    /** @type {(() => Promise<Engine>) | null} */
    this.start = null
    /** @type {Promise<Engine> | null} */
    this.engine = null
    /** @type {Row[]} */
    this.rows = []
    this.only = ''
    this.state = ''
    this.problem = ''
    this.times = [0, 0]
  }

  /** @param {{ title: string, text: string }} story @param {Analysis} analysis @param {number} took */
  async show(story, analysis, took) {
    this.raise()
    this.state = 'busy'
    this.problem = ''
    this.rows = []
    this.only = ''
    try {
      if (!this.start) throw new Error(say('engines.none'))
      this.engine ??= this.start()
      const engine = await this.engine
      const asked = performance.now()
      const other = await engine.analyze({ text: story.text })
      this.times = [took, performance.now() - asked]
      this.rows = differences(namesOf(analysis, story.text), namesOf(other, story.text))
      this.state = 'ready'
    } catch (error) {
      this.engine = null
      this.problem = /** @type {Error} */ (error).message
      this.state = 'failed'
    }
  }

  render() {
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${say('engines.heading')}</h2>
        <button aria-label=${say('close')} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <div class="body" tabindex="0" aria-labelledby="heading" role="region">
        ${this.state === 'busy' ? html`<p class="soft" role="status">${say('engines.busy')}</p>` : nothing}
        ${this.problem ? html`<p role="alert">${say('engines.failed')} ${this.problem}</p>` : nothing}
        ${this.state === 'ready' ? this.result() : nothing}
      </div>
    </dialog>`
  }

  result() {
    const total = (/** @type {string} */ kind) =>
      this.rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0)
    const rows = this.rows.filter((row) => this.only === '' || row.kind === this.only)
    return html`<p class="big">
        ${say('engines.summary', { same: total('same'), left: total('left'), right: total('right'), other: total('type') + total('edges') })}
      </p>
      <p class="soft">
        ${say('engines.times', { left: Math.max(1, Math.round(this.times[0])), right: Math.max(1, Math.round(this.times[1])) })}
      </p>
      <div class="kinds" role="group" aria-label=${say('engines.filter')}>
        <button aria-pressed=${this.only === ''} @click=${() => (this.only = '')}>${say('engines.all')}</button>
        ${kinds.map(
          (kind) =>
            html`<button
              data-kind=${kind}
              aria-pressed=${this.only === kind}
              ?disabled=${total(kind) === 0}
              @click=${() => (this.only = kind)}
            >
              ${say(`engines.${kind}`)} <span class="count">${number(total(kind))}</span>
            </button>`,
        )}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Slugline</th>
            <th scope="col">prose v2</th>
            <th scope="col">${say('engines.difference')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr class=${row.kind}>
                <td>${name(row.left)}</td>
                <td>${name(row.right)}</td>
                <td>${row.kind === 'same' ? '' : say(`engines.${row.kind}`)} ${row.count > 1 ? `${row.count}×` : ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
  }
}

/** @param {Name | null} one */
function name(one) {
  if (!one) return html`<span class="faint">—</span>`
  return html`<span class="sign ${one.type}">${one.text}</span> <span class="faint">${say(`type.${one.type}`)}</span>`
}

customElements.define('slugline-engines', Engines)
