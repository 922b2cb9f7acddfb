// The quiet column: panels divided by hairlines, rows that answer to the pointer.

import { css } from 'lit'

export const panel = css`
  :host {
    display: block;
    padding: calc(var(--unit) * 2) 0 calc(var(--unit) * 2.25);
  }
  h2 {
    min-height: 1.75rem;
    align-items: center;
    margin-bottom: calc(var(--unit) * 0.75);
  }
  h2 button {
    margin-inline-start: auto;
    font-weight: 400;
    color: var(--accent);
  }
  @media (min-width: 54rem) {
    h2 button {
      margin-inline-end: -0.6rem;
    }
  }
  h3 {
    margin: calc(var(--unit) * 1.25) 0 2px;
    font-size: var(--tiny);
    font-weight: 500;
    color: var(--ink-faint);
  }
  .rows {
    animation: arrive var(--quick);
  }
  .row {
    position: relative;
    display: flex;
    align-items: baseline;
    gap: var(--unit);
    margin-inline: calc(var(--unit) * -1);
    padding: 0.25rem var(--unit);
    border-radius: var(--radius);
  }
  .row:hover,
  .row:focus-within {
    background: color-mix(in srgb, var(--ink) 5%, transparent);
  }
  .none {
    color: var(--ink-faint);
  }
  @media print {
    h2 button,
    .link,
    .actions {
      display: none !important;
    }
  }
`
