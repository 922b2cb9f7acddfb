// What every component's style starts from: box sizes, buttons, headings, focus.

import { css } from 'lit'

/** Out of sight, and still read aloud. */
export const unseen = css`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`

export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    font-family: var(--sans);
    font-size: var(--small);
    line-height: 1.45;
    color: var(--ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-height: 1.75rem;
    padding: 0.2rem 0.6rem;
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: none;
    cursor: pointer;
    transition: background-color var(--quick);
  }
  button:hover:not(:disabled) {
    background: color-mix(in srgb, var(--ink) 7%, transparent);
  }
  button:disabled {
    color: var(--ink-faint);
    cursor: default;
  }
  button.line {
    border-color: var(--line-strong);
  }
  button.main {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.main:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  button.link {
    display: inline;
    min-height: 0;
    padding: 0;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    background: none;
    text-align: start;
  }
  button[aria-pressed='true']:not(.chip) {
    background: var(--accent-tint);
    color: var(--accent);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
    font-size: var(--small);
    font-weight: 650;
    letter-spacing: 0.01em;
  }
  .count,
  .figure {
    font-variant-numeric: tabular-nums;
    color: var(--ink-faint);
    font-weight: 400;
  }
  .soft {
    color: var(--ink-soft);
  }
  .faint {
    color: var(--ink-faint);
  }
  .grow {
    flex: 1;
  }
  .unseen {
    ${unseen}
  }
  @keyframes arrive {
    from {
      opacity: 0;
    }
  }
  @media (pointer: coarse) {
    button:not(.link) {
      min-height: 2.75rem;
    }
  }
`

// A dialog that floats over the page; the browser keeps focus inside and closes it on Escape.
export const dialogs = css`
  dialog {
    position: fixed;
    width: min(40rem, calc(100vw - 2rem));
    max-height: min(46rem, calc(100dvh - 2rem));
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sheet);
    color: var(--ink);
    box-shadow: var(--float);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: arrive var(--quick);
  }
  dialog::backdrop {
    background: rgb(20 20 22 / 0.32);
  }
  dialog > .head {
    display: flex;
    align-items: center;
    gap: var(--unit);
    padding: calc(var(--unit) * 1.25) calc(var(--unit) * 1.25) calc(var(--unit) * 1.25)
      calc(var(--unit) * 2.5);
    border-bottom: 1px solid var(--line);
  }
  dialog > .head h2 {
    flex: 1;
    font-size: 0.9375rem;
  }
  dialog > .body {
    overflow: auto;
    padding: calc(var(--unit) * 2) calc(var(--unit) * 2.5) calc(var(--unit) * 2.5);
  }
  dialog > .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--unit);
    padding: calc(var(--unit) * 1.25) calc(var(--unit) * 2.5);
    border-top: 1px solid var(--line);
  }
`
