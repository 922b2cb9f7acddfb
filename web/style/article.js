// The look of the story itself: a column of 62 to 72 characters, space between paragraphs,
// and lights that come and go without moving a letter.

import { css } from 'lit'

export const articleStyle = css`
  :host {
    display: block;
    max-width: var(--measure);
  }
  article {
    font: var(--text) / 1.62 var(--serif);
    font-kerning: normal;
    hanging-punctuation: first;
  }
  h1 {
    margin: 0 0 0.65em;
    font-size: clamp(1.65rem, 1.25rem + 1.5vw, 2.25rem);
    font-weight: 600;
    line-height: 1.16;
    letter-spacing: -0.014em;
    text-wrap: balance;
  }
  p {
    margin: 0 0 0.95em;
    text-wrap: pretty;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    content-visibility: auto;
    contain-intrinsic-size: auto 8rem;
  }
  p.deck {
    font-size: 1.3rem;
    line-height: 1.45;
    color: var(--ink-soft);
  }
  p.byline {
    font-family: var(--sans);
    font-size: 0.875rem;
    color: var(--ink-soft);
  }
  p.aside {
    padding-inline-start: calc(var(--unit) * 1.5);
    border-inline-start: 2px solid var(--line);
    font: 0.875rem/1.5 var(--sans);
    color: var(--ink-faint);
    white-space: normal;
  }
  .why {
    display: block;
    font-size: var(--tiny);
    color: var(--ink-faint);
    font-weight: 600;
  }
  mark {
    background: none;
    cursor: pointer;
  }
  mark:focus-visible {
    outline-offset: 1px;
  }
  mark.here {
    animation: here 900ms ease-out;
  }
  @keyframes here {
    from {
      box-shadow: 0 0 0 3px var(--accent);
    }
    to {
      box-shadow: 0 0 0 3px transparent;
    }
  }
  mark.work,
  mark.product {
    padding-inline-end: 0;
  }
  :host([labels]) mark::after {
    content: attr(data-label);
    margin-inline-start: 0.35em;
    font: 600 0.625rem/1 var(--sans);
    letter-spacing: 0.02em;
    vertical-align: 0.35em;
    color: var(--ink-soft);
    text-decoration: none;
    display: inline-block;
  }
  :host([labels]) mark.work::after,
  :host([labels]) mark.product::after {
    font-style: italic;
  }
  ::highlight(slugline-lit) {
    background-color: var(--lit);
    color: var(--ink);
  }
  ::highlight(slugline-twin) {
    background-color: var(--lit);
    color: var(--ink);
  }
  @media (forced-colors: active) {
    mark {
      color: CanvasText;
      background: Canvas;
      text-decoration-color: LinkText;
    }
    ::highlight(slugline-lit),
    ::highlight(slugline-twin) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    mark.here {
      animation-duration: 1ms;
    }
  }
  @media print {
    :host {
      max-width: none;
    }
    p {
      content-visibility: visible;
      orphans: 3;
      widows: 3;
    }
    mark {
      background: none !important;
      print-color-adjust: exact;
    }
  }
`
