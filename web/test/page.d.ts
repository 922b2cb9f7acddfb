/** What the tests look at in the page that they run in. */

import type { SluglineAnalyzer } from '../components/slugline-analyzer.js'

declare global {
  interface HTMLElementTagNameMap {
    'slugline-analyzer': SluglineAnalyzer
  }
  interface Window {
    /** How often a payload has run: web/test/safety.test.js. */
    ran: number
    /** What build/pagebench leaves in the page. */
    pagebench: any
    /** axe-core, once web/test/access.test.js has put it there. */
    axe: typeof import('axe-core')
  }
}
