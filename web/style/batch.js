// The look of a batch: one figure to glance at, then a report to read down.

import { css } from 'lit'

export const batchStyle = css`
  .big {
    font: 500 1.375rem/1.3 var(--serif);
    font-variant-numeric: tabular-nums;
  }
  progress {
    display: block;
    width: 100%;
    height: 0.5rem;
    margin: calc(var(--unit) * 1.5) 0 var(--unit);
    border: 0;
    border-radius: 2px;
    background: var(--line);
    overflow: hidden;
    appearance: none;
    accent-color: var(--accent);
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  .figures {
    min-height: 2.9em;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--unit) calc(var(--unit) * 4);
    margin: calc(var(--unit) * 1.5) 0;
  }
  .counts div {
    display: flex;
    flex-direction: column-reverse;
  }
  .counts dt {
    color: var(--ink-soft);
  }
  .counts dd {
    font: 600 1.25rem/1.2 var(--sans);
    font-variant-numeric: tabular-nums;
  }
  .counts .warn dd {
    color: var(--warn);
  }
  h3 {
    margin: calc(var(--unit) * 2.5) 0 calc(var(--unit) * 0.5);
    font-size: var(--small);
    font-weight: 650;
  }
  .rows li {
    padding: calc(var(--unit) * 0.75) 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .rows b,
  .rows .link {
    display: block;
    font: 500 1rem/1.35 var(--serif);
  }
  .rows .why {
    display: block;
  }
  .trouble {
    padding: calc(var(--unit) * 1.25) calc(var(--unit) * 2);
    border-inline-start: 3px solid var(--warn);
    background: var(--warn-tint);
  }
  .note {
    align-self: center;
    text-align: end;
  }
`
