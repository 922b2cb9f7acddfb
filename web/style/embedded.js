// What differs where Slugline stands in another page: its width is what it is given, and
// what is fixed to the window in a page of its own sticks to the element's edge.

import { css } from 'lit'

export const embeddedStyle = css`
  .page {
    container: slugline / inline-size;
    min-height: 24rem;
  }
  .column {
    min-height: 0;
  }
  .wait {
    padding: 20vh calc(var(--unit) * 2.5);
    text-align: center;
    color: var(--ink-soft);
  }
  @container slugline (max-width: 54rem) {
    .tabs {
      position: sticky;
    }
    .column {
      position: sticky;
      bottom: 3.25rem;
    }
  }
`
