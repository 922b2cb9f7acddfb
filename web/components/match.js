// One earlier story that shares text with the one at hand, in words before figures. A template,
// for the lists of the page's own archive and of the newsroom's.

import { css, html, nothing } from 'lit'
import { say, share, since, moment } from '../words.js'

/** @typedef {import('../engine/types.js').Match} Match */

export const matchStyle = css`
  .match {
    padding: calc(var(--unit) * 0.75) 0 calc(var(--unit) * 1.25);
  }
  .match + .match {
    border-top: 1px solid var(--line);
    padding-top: calc(var(--unit) * 1.25);
  }
  .verdict {
    display: inline-block;
    padding: 0.0625rem 0.4rem;
    border: 1px solid currentColor;
    border-radius: 3px;
    font-size: var(--tiny);
    font-weight: 600;
    color: var(--ink-soft);
  }
  .duplicate .verdict {
    color: var(--warn);
    background: var(--warn-tint);
  }
  .title {
    margin: 0.3rem 0 0.15rem;
    font: 500 0.9375rem/1.35 var(--serif);
    overflow-wrap: anywhere;
  }
  .shares {
    margin: 0.4rem 0;
    font-variant-numeric: tabular-nums;
  }
  .shares div {
    display: flex;
    gap: 0.4em;
    align-items: baseline;
  }
  .shares dt {
    font-weight: 600;
    min-width: 2.6em;
  }
  .changes {
    margin: 0.25rem 0 0.5rem;
    font-size: 0.8125rem;
  }
  .changes li {
    padding: 0.0625rem 0;
    overflow-wrap: anywhere;
  }
  del {
    background: var(--cut);
    text-decoration-color: var(--ink-faint);
  }
  ins {
    background: var(--added);
    text-decoration: none;
  }
  .actions {
    display: flex;
    gap: var(--unit);
    margin-top: 0.4rem;
  }
`

/**
 * @param {Match} match
 * @param {() => void} open shows the two side by side
 */
export function matchCard(match, open) {
  const changes = match.changes ?? []
  return html`<article class="match ${match.duplicate ? 'duplicate' : ''}" data-verdict=${match.verdict}>
    <span class="verdict">${say(`verdict.${match.verdict}`)}</span> ${match.below ? html`<span class="soft below">${say('limits.below')}</span>` : nothing}
    <p class="title">${match.title || say('untitled')}</p>
    <p class="soft" title=${moment(match.firstSeen)}>${say('seen.when', { when: since(match.firstSeen) })}</p>
    ${match.reason ? html`<p>${match.reason}</p>` : nothing}
    <dl class="shares">
      <div><dt>${share(match.copied)}</dt><dd>${say('seen.copied')}</dd></div>
      <div><dt>${share(match.copiedFrom)}</dt><dd>${say('seen.copiedFrom')}</dd></div>
    </dl>
    ${changes.length
      ? html`<ul class="changes">
          ${changes.slice(0, 4).map((change) => html`<li>${changeLine(change)}</li>`)}
          ${changes.length > 4 ? html`<li class="faint">${say('seen.more', { n: changes.length - 4 })}</li>` : nothing}
        </ul>`
      : nothing}
    <div class="actions">
      <button class="line twin" @click=${open}>${say('seen.twin')}</button>
    </div>
  </article>`
}

/** A change in a line: what stood there, what stands here. @param {import('../engine/types.js').Change} change */
export function changeLine(change) {
  const there = change.there ? html`<del>${short(change.there)}</del>` : nothing
  const here = change.here ? html`<ins>${short(change.here)}</ins>` : nothing
  const arrow = change.there && change.here ? ' → ' : ''
  return html`<span class="faint">${say(`change.${change.kind}`)}</span> ${there}${arrow}${here}`
}

/** @param {string} words */
const short = (words) => (words.length > 90 ? `${words.slice(0, 88).trimEnd()} …` : words)
