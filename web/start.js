// What every page of Slugline begins with: a session over an engine, and the looks that were
// chosen earlier. How engine and Workers are had is the page's business: page.js fetches
// them, single.js carries them.

import { Analyzer } from './components/slugline-analyzer.js'
import { Session } from './story/session.js'
import { openStore } from './store/store.js'

/** @typedef {() => Promise<import('./engine/types.js').Engine>} Start */

customElements.define('slugline-analyzer', Analyzer)

/**
 * @param {object} parts
 * @param {Start} parts.engine
 * @param {Start} parts.reference the engine to compare with
 * @param {{ search: () => Worker, reader: () => Worker }} parts.workers
 * @returns {Analyzer}
 */
export function begin({ engine, reference, workers }) {
  const store = openStore()
  const analyzer = /** @type {Analyzer} */ (/** @type {unknown} */ (document.querySelector('slugline-analyzer')))
  analyzer.begin(new Session(engine, store), reference, workers)
  return analyzer
}
