// Keyphrases: what the story would be searched by. A phrase copies itself when clicked, all
// of them and the topics with one button.

import { css, html, nothing } from 'lit'
import { Panel } from './panel.js'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { say } from '../words.js'

/** @typedef {import('../engine/types.js').Analysis} Analysis */

export class Phrases extends Panel {
  static properties = {
    analysis: { attribute: false },
    text: { type: String },
    copied: { state: true },
  }

  static styles = [
    shared,
    panel,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.375rem;
      }
      li button {
        min-height: 1.625rem;
        padding: 0.1rem 0.5rem;
        border-color: var(--line);
        font: 0.875rem/1.3 var(--serif);
        text-align: start;
      }
      li .figure {
        font: var(--tiny) var(--sans);
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Analysis | null} */
    this.analysis = null
    this.text = ''
    this.copied = ''
  }

  render() {
    const phrases = this.analysis?.keyphrases ?? []
    return html`<section aria-labelledby="heading">
      <h2 id="heading">
        ${say('phrases.heading')} <span class="count">${phrases.length || nothing}</span>
        ${phrases.length
          ? html`<button class="copy-all" title=${say('phrases.all.title')} @click=${this.copyAll}>
              ${this.copied === '*' ? say('copied') : say('phrases.all')}
            </button>`
          : nothing}
      </h2>
      ${this.analysis && phrases.length === 0 ? html`<p class="none">${say('phrases.none')}</p>` : nothing}
      <ul class="rows">
        ${phrases.map(
          (phrase) =>
            html`<li>
              <button
                title=${say('phrases.copy')}
                @pointerenter=${() => this.light(phrase.text)}
                @pointerleave=${() => this.light('')}
                @focus=${() => this.light(phrase.text)}
                @blur=${() => this.light('')}
                @click=${() => this.copy(phrase.text, phrase.text)}
              >
                ${this.copied === phrase.text ? say('copied') : phrase.text}
                ${phrase.count > 1 ? html`<span class="figure">${phrase.count}×</span>` : nothing}
              </button>
            </li>`,
        )}
      </ul>
      <span class="unseen" role="status">${this.copied ? say('copied') : ''}</span>
    </section>`
  }

  /** @param {string} phrase */
  light(phrase) {
    const spots = phrase ? occurrences(this.text, phrase) : []
    const detail = { spots, reach: false }
    this.dispatchEvent(new CustomEvent('slugline-light', { detail, bubbles: true, composed: true }))
  }

  /** @param {string} words @param {string} which */
  async copy(words, which) {
    await navigator.clipboard.writeText(words)
    this.copied = which
    setTimeout(() => (this.copied = ''), 1400)
  }

  copyAll() {
    const topics = (this.analysis?.topics ?? []).filter((topic) => topic.status === 'applied').map((topic) => topic.name)
    const phrases = (this.analysis?.keyphrases ?? []).map((phrase) => phrase.text)
    return this.copy([...new Set([...topics, ...phrases])].join(', '), '*')
  }
}

/**
 * Where a phrase stands in a text, in any letter case.
 * @param {string} text
 * @param {string} phrase
 * @returns {{ start: number, end: number }[]}
 */
export function occurrences(text, phrase) {
  const words = phrase.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  if (!words) return []
  const pattern = new RegExp(words, 'giu')
  return Array.from(text.matchAll(pattern), (found) => ({ start: found.index, end: found.index + found[0].length }))
}

customElements.define('slugline-phrases', Phrases)
