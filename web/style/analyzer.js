// The page's arrangement: a bar, the story in the middle, a quiet column beside it; on a
// narrow page the column becomes sheets from below.

import { css, unsafeCSS } from 'lit'

/** What the arrangement depends on. @typedef {{ medium: string, narrow: string }} Room the conditions for less than three columns, and for one */

/** The page is Slugline's own: its width is the window's. @type {Room} */
export const wholePage = { medium: '@media (max-width: 68rem)', narrow: '@media (max-width: 54rem)' }

/** Slugline stands in another page: what counts is the room that it is given. @type {Room} */
export const givenRoom = { medium: '@container slugline (max-width: 68rem)', narrow: '@container slugline (max-width: 54rem)' }

/** @param {Room} room */
export const analyzerStyle = (room) => css`
  :host {
    display: block;
    position: relative;
    background: var(--paper);
  }
  .page {
    position: relative;
    min-height: 100dvh;
  }
  .bar {
    position: sticky;
    top: var(--slugline-top, 0px);
    z-index: 20;
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: 3rem;
    padding: 0 calc(var(--unit) * 2);
    background: var(--paper);
    border-bottom: 1px solid var(--line);
  }
  .bar .mark {
    margin-inline: calc(var(--unit) * -1) calc(var(--unit) * 1.5);
    font: 700 1.1875rem/1 var(--serif);
    letter-spacing: -0.015em;
  }
  .bar button {
    white-space: nowrap;
  }
  .bar .help {
    min-width: 1.75rem;
    padding: 0;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(1rem, 1fr) minmax(0, var(--measure)) minmax(1.5rem, 1fr) minmax(19rem, 23rem);
    align-items: start;
    padding-inline: calc(var(--unit) * 2);
  }
  .story {
    grid-column: 2 / 4;
    min-width: 0;
    padding-bottom: 12rem;
  }
  .strip {
    display: flex;
    align-items: center;
    gap: var(--unit) calc(var(--unit) * 1.5);
    min-height: 3.75rem;
    max-width: var(--measure);
    margin: calc(var(--unit) * 1) 0 0;
    padding: var(--unit) 0;
    color: var(--ink-soft);
  }
  .strip span {
    flex: 0 1 auto;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .strip button {
    flex: none;
  }
  .strip.warn {
    padding-inline: calc(var(--unit) * 1.5);
    border-inline-start: 3px solid var(--warn);
    background: var(--warn-tint);
    color: var(--ink);
  }
  .strip.warn span {
    flex: 1;
  }
  slugline-legend {
    position: sticky;
    top: calc(var(--slugline-top, 0px) + 3rem);
    z-index: 10;
    margin: 0 0 calc(var(--unit) * 3) calc(var(--unit) * -1);
    padding: calc(var(--unit) * 0.75) 0;
    background: var(--paper);
    border-bottom: 1px solid var(--line);
  }
  .column {
    grid-column: 4;
    position: sticky;
    top: calc(var(--slugline-top, 0px) + 3rem);
    max-height: calc(100dvh - var(--slugline-top, 0px) - 3rem);
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: var(--unit) calc(var(--unit) * 2) calc(var(--unit) * 6) calc(var(--unit) * 3);
    border-inline-start: 1px solid var(--line);
    min-height: calc(100dvh - 3rem);
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .column > [data-panel] + [data-panel]:not(slugline-topics) {
    border-top: 1px solid var(--line);
  }
  .failed slugline-legend,
  .failed .column > [data-panel]:not(.tools) {
    visibility: hidden;
  }
  .shut,
  .tools,
  .tabs {
    display: none;
  }
  .toast {
    position: fixed;
    inset-inline: 0;
    bottom: calc(var(--unit) * 3);
    z-index: 40;
    width: max-content;
    max-width: calc(100vw - 2rem);
    margin-inline: auto;
    padding: 0.625rem 1rem;
    border-radius: var(--radius);
    background: var(--ink);
    color: var(--paper);
    box-shadow: var(--float);
    animation: arrive var(--quick);
  }
  .toast .link {
    color: inherit;
    margin-inline-start: 0.75em;
  }
  .drop {
    position: fixed;
    inset: var(--unit);
    z-index: 50;
    display: none;
    place-items: center;
    border: 2px dashed var(--accent);
    border-radius: 8px;
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    font: 600 1.5rem var(--serif);
    color: var(--accent);
    pointer-events: none;
  }
  :host([hovering]) .drop {
    display: grid;
  }

  ${unsafeCSS(room.medium)} {
    .desk {
      grid-template-columns: minmax(0, 1fr) minmax(17rem, 20rem);
      column-gap: calc(var(--unit) * 3);
    }
    .story {
      grid-column: 1;
      justify-self: center;
      width: 100%;
      max-width: var(--measure);
    }
    .column {
      grid-column: 2;
      padding-inline: calc(var(--unit) * 2) 0;
    }
  }

  ${unsafeCSS(room.narrow)} {
    .bar {
      padding-inline: var(--unit);
      overflow-x: auto;
      scrollbar-width: none;
    }
    .bar .mark {
      margin-inline: 0 min(var(--unit), 1cqi);
    }
    .bar button {
      padding-inline: clamp(0.2rem, 4cqi - 0.6rem, 0.6rem);
    }
    .desk {
      display: block;
      padding-inline: calc(var(--unit) * 2.25);
    }
    .story {
      margin-inline: auto;
    }
    slugline-legend {
      margin-inline: calc(var(--unit) * -2.25);
      padding-inline: calc(var(--unit) * 1.25);
    }
    .column {
      display: none;
      position: fixed;
      inset-inline: 0;
      bottom: calc(3.25rem + env(safe-area-inset-bottom));
      top: auto;
      z-index: 25;
      min-height: 0;
      max-height: 62dvh;
      padding: 0 calc(var(--unit) * 2.25) calc(var(--unit) * 3);
      border: 0;
      border-top: 1px solid var(--line);
      border-radius: 10px 10px 0 0;
      background: var(--sheet);
      box-shadow: var(--float);
    }
    .sheeted .column {
      display: block;
      animation: rise 160ms ease-out;
    }
    @keyframes rise {
      from {
        transform: translateY(1.5rem);
        opacity: 0;
      }
    }
    .column > [data-panel] {
      display: none;
      border-top: 0;
    }
    .column[data-sheet='names'] > [data-panel='names'],
    .column[data-sheet='topics'] > [data-panel='topics'],
    .column[data-sheet='seen'] > [data-panel='seen'],
    .column[data-sheet='more'] > [data-panel='more'] {
      display: block;
    }
    .column[data-sheet='more'] > .tools {
      display: flex;
      flex-wrap: wrap;
      gap: var(--unit);
      padding: calc(var(--unit) * 2) 3rem var(--unit) 0;
    }
    .bar .wide {
      display: none;
    }
    .strip {
      flex-wrap: wrap;
    }
    .strip.warn span {
      flex-basis: 60%;
    }
    .shut {
      display: inline-flex;
      position: sticky;
      top: var(--unit);
      float: inline-end;
      z-index: 2;
      margin-top: var(--unit);
      background: var(--sheet);
    }
    .tabs {
      position: fixed;
      inset-inline: 0;
      bottom: 0;
      z-index: 26;
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      padding-bottom: env(safe-area-inset-bottom);
      background: var(--paper);
      border-top: 1px solid var(--line);
    }
    .tabs button {
      min-height: 3.25rem;
      border-radius: 0;
    }
    .tabs button[aria-expanded='true'] {
      color: var(--accent);
      box-shadow: inset 0 2px 0 var(--accent);
    }
    .tabs .alert {
      color: var(--warn);
      font-weight: 600;
    }
    .toast {
      bottom: 4.25rem;
    }
    slugline-card {
      position: fixed;
      inset: auto var(--unit) calc(3.75rem + env(safe-area-inset-bottom)) !important;
      width: auto;
      max-height: 60dvh;
      overflow-y: auto;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .sheeted .column {
      animation: none;
    }
  }
  .column > [hidden] {
    display: none !important;
  }
  @media print {
    :host {
      --paper: #fff;
      --sheet: #fff;
    }
    .bar,
    .tabs,
    .shut,
    .toast,
    .drop,
    slugline-legend,
    slugline-card,
    .strip button {
      display: none !important;
    }
    .page,
    .desk,
    .column {
      display: block !important;
      position: static;
      max-height: none;
      min-height: 0;
      overflow: visible;
      padding: 0;
      border: 0;
      box-shadow: none;
    }
    .story {
      padding-bottom: 1rem;
      max-width: none;
    }
    .strip,
    .strip.warn {
      min-height: 0;
      border: 0;
      background: none;
      padding: 0 0 1em;
    }
    .column {
      columns: 2;
      column-gap: 2rem;
      border-top: 1px solid var(--line-strong) !important;
      border-radius: 0;
    }
    .column > [data-panel]:not(.tools) {
      display: block !important;
    }
  }
`
