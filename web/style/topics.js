// The rows of tags: the path above the name, the editor's words at the end of the row, there
// when the row is pointed at or holds the focus, and always under a finger.

import { css } from 'lit'

export const topicsStyle = css`
  .tag {
    position: relative;
    display: flex;
    align-items: stretch;
    margin-inline: calc(var(--unit) * -1);
  }
  .topic {
    display: block;
    flex: 1;
    min-width: 0;
    padding: 0.3125rem var(--unit);
    text-align: start;
  }
  .path,
  .why {
    display: block;
    font-size: var(--tiny);
    color: var(--ink-faint);
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: var(--unit);
  }
  .name {
    flex: 1;
    font: 500 0.9375rem/1.35 var(--serif);
    color: var(--ink);
  }
  .suggested .name {
    font-weight: 400;
    font-style: italic;
  }
  .topic[aria-pressed='true'] {
    background: color-mix(in srgb, var(--lit) 45%, transparent);
  }
  .figure {
    font-size: var(--tiny);
  }
  .acts {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    display: flex;
    opacity: 0;
  }
  .tag:hover .acts,
  .tag:focus-within .acts,
  .acts:has([aria-pressed='true']) {
    opacity: 1;
  }
  .tag:hover .figure,
  .tag:focus-within .figure {
    opacity: 0;
  }
  .tag:has(.acts [aria-pressed='true']) .topic {
    padding-inline-end: 5.75rem;
  }
  .tag:has(.acts [aria-pressed='true']) .figure {
    opacity: 1;
  }
  .acts button {
    min-width: 1.625rem;
    padding: 0;
  }
  .rejected .tag {
    align-items: center;
    padding-inline: var(--unit) 0;
  }
  .rejected .name {
    font-weight: 400;
    color: var(--ink-soft);
    text-decoration: line-through;
  }
  .back {
    color: var(--accent);
  }
  .desk {
    margin-top: calc(var(--unit) * 1.25);
    font-size: var(--tiny);
  }
  @media (pointer: coarse) {
    .acts,
    .tag .figure {
      opacity: 1 !important;
    }
    .acts button {
      min-width: 2.75rem;
    }
    .tag .topic {
      padding-inline-end: 9rem !important;
    }
  }
  @media print {
    .acts,
    .add,
    .back,
    .desk {
      display: none;
    }
  }
`
