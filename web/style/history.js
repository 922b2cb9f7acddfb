// The look of the history: a list to read down, with what it can be narrowed by above.

import { css } from 'lit'

export const historyStyle = css`
  dialog {
    height: min(46rem, calc(100dvh - 2rem));
  }
  .body {
    flex: 1;
  }
  .search {
    display: flex;
    gap: var(--unit);
  }
  .find,
  .where {
    min-height: 2.125rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
  }
  .find {
    flex: 1;
    min-width: 0;
  }
  .state {
    min-height: 1.5rem;
    padding-top: 0.25rem;
    font-variant-numeric: tabular-nums;
  }
  .gone {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--unit);
    margin: calc(var(--unit) * 0.5) 0;
    padding: calc(var(--unit) * 0.75) var(--unit) calc(var(--unit) * 0.75) calc(var(--unit) * 1.5);
    background: var(--well);
    border-radius: var(--radius);
    overflow-wrap: anywhere;
  }
  .gone button {
    flex: none;
  }
  .where {
    flex: 0 1 auto;
    min-width: 0;
    max-width: 42%;
  }
  .group {
    padding: calc(var(--unit) * 0.75) 0;
    border-bottom: 1px solid var(--line);
  }
  .line {
    display: flex;
    align-items: flex-start;
    gap: var(--unit);
  }
  .open {
    flex: 1;
    display: block;
    min-width: 0;
    min-height: 0;
    padding: 0.25rem 0.375rem;
    text-align: start;
  }
  .open b {
    display: block;
    font: 500 1rem/1.35 var(--serif);
    overflow-wrap: anywhere;
  }
  details {
    margin: 0 0 0.25rem 0.375rem;
  }
  summary {
    width: fit-content;
    padding: 0.125rem 0;
    color: var(--accent);
    cursor: pointer;
  }
  details ul {
    margin-top: 0.25rem;
    padding-inline-start: var(--unit);
    border-inline-start: 1px solid var(--line-strong);
  }
  .verdict {
    color: var(--warn);
  }
  .more {
    margin-top: calc(var(--unit) * 2);
  }
  .none {
    padding: calc(var(--unit) * 3) 0;
    color: var(--ink-soft);
    font: 1rem/1.5 var(--serif);
  }
  @media (pointer: coarse) {
    summary {
      padding: 0.7rem 0;
    }
  }
`
