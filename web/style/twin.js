// The look of two stories side by side.

import { css } from 'lit'

export const twinStyle = css`
  :host {
    display: block;
    padding: calc(var(--unit) * 2.5) calc(var(--unit) * 3) calc(var(--unit) * 8);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--unit) calc(var(--unit) * 2);
    max-width: 84rem;
    margin: 0 auto calc(var(--unit) * 2);
  }
  header h1 {
    margin: 0;
    font-size: 1rem;
    font-weight: 650;
  }
  header p {
    font-size: 0.875rem;
  }
  details {
    max-width: 84rem;
    margin: 0 auto calc(var(--unit) * 2.5);
    padding: calc(var(--unit) * 1.25) 0;
    border-block: 1px solid var(--line);
  }
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  .changes {
    columns: 22rem auto;
    column-gap: calc(var(--unit) * 4);
    margin-top: var(--unit);
  }
  .changes li {
    break-inside: avoid;
    overflow-wrap: anywhere;
  }
  .changes button,
  .nowhere {
    display: block;
    width: 100%;
    min-height: 1.5rem;
    padding: 0.125rem 0.375rem;
    border: 1px solid transparent;
    line-height: 1.4;
    text-align: start;
  }
  .changes button[aria-current] {
    background: var(--accent-tint);
    box-shadow: inset 3px 0 var(--accent);
  }
  .walk {
    position: sticky;
    top: 3rem;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--unit);
    max-width: 84rem;
    margin: 0 auto;
    padding: var(--unit) 0;
    background: var(--paper);
  }
  .walk [role='status'] {
    padding-inline-start: var(--unit);
    overflow-wrap: anywhere;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--unit) calc(var(--unit) * 2.5);
    max-width: 84rem;
    margin: var(--unit) auto calc(var(--unit) * 3);
    color: var(--ink-soft);
  }
  .legend mark {
    cursor: default;
  }
  del {
    background: var(--cut);
    text-decoration-color: var(--ink-faint);
  }
  ins {
    background: var(--added);
    text-decoration: underline double;
    text-decoration-color: var(--place);
    text-underline-offset: 0.2em;
  }
  article .at {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  article .few {
    font-weight: 600;
  }
  .columns {
    display: grid;
    grid-template-columns: 1fr 1fr;
    max-width: 84rem;
    margin: 0 auto;
  }
  article {
    min-width: 0;
    padding-inline-end: clamp(1rem, 3vw, 3rem);
    font: 1.0625rem/1.6 var(--serif);
  }
  article + article {
    padding-inline: clamp(1rem, 3vw, 3rem) 0;
    border-inline-start: 1px solid var(--line);
  }
  .label {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--unit) * 1.5);
    margin-bottom: calc(var(--unit) * 1.5);
    font: var(--small) / 1.5 var(--sans);
    color: var(--ink-soft);
  }
  .label b {
    color: var(--ink);
    font-weight: 600;
  }
  article h2 {
    display: block;
    margin: 0 0 0.7em;
    font: 600 1.5rem/1.2 var(--serif);
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  article p {
    margin: 0 0 0.9em;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  article p.label {
    white-space: normal;
  }
  mark {
    color: inherit;
    background: color-mix(in srgb, var(--accent) 8%, transparent);
    cursor: pointer;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  mark.same {
    text-decoration: underline 1px color-mix(in srgb, var(--accent) 22%, transparent);
    text-underline-offset: 0.22em;
  }
  mark.moved {
    background: color-mix(in srgb, var(--group) 13%, transparent);
    text-decoration: underline dashed 1.5px var(--group);
    text-underline-offset: 0.22em;
  }
  mark.lit {
    background: var(--lit);
  }
  @media (max-width: 46rem) {
    :host {
      padding-inline: calc(var(--unit) * 2);
    }
    .columns {
      grid-template-columns: 1fr;
    }
    article {
      padding: 0;
    }
    article + article {
      margin-top: calc(var(--unit) * 3);
      padding: calc(var(--unit) * 3) 0 0;
      border-inline-start: 0;
      border-top: 1px solid var(--line);
    }
  }
  @media (forced-colors: active) {
    mark {
      color: CanvasText;
      background: Canvas;
      border-bottom: 1px solid CanvasText;
    }
    mark.lit {
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .back {
      display: none;
    }
  }
`
