// Slugline in a frame: the page around it asks by postMessage, and is told what is found.
// A page that is not on the list is told that it is refused, and nothing is done for it; the
// frame itself says what its administrator can do. The list is served beside this script
// (origins.json), so it is the administrator's, not the asking page's. What goes to anybody
// ('*') holds no words: who has no origin cannot be addressed otherwise. host.js is the other
// end; web/demo/EMBEDDING.md has the protocol.

import './element.js'
import { say } from '../words.js'

/** The protocol's version; messages without it are not ours. */
const version = 1

/** A question's name, characters. */
const longestId = 100

const formats = ['json', 'ninjs', 'jsonld', 'superdesk', 'csv', 'html']

const analyzer = /** @type {import('./element.js').EmbeddedAnalyzer} */ (document.querySelector('slugline-analyzer'))

/** The page around this one, once it has said hello. @type {string | null} */
let peer = null

/** Origins that may ask, beside this one; null where the list cannot be read. @type {Promise<string[] | null>} */
const allowed = fetch(new URL('origins.json', import.meta.url))
  .then((response) => (response.ok ? response.json() : null))
  .then((list) => (Array.isArray(list) ? list.filter((each) => typeof each === 'string') : null))
  .catch(() => null)

/** @param {Record<string, unknown>} message */
function tell(message) {
  if (peer) parent.postMessage({ slugline: version, ...message }, peer)
}

/** @param {string} origin */
async function refuse(origin) {
  const words = origin === 'null' ? say('embed.refused.nameless') : say((await allowed) ? 'embed.refused' : 'embed.refused.unread', { origin })
  analyzer.arrivals.refuse(words)
  if (/^https?:/.test(origin)) parent.postMessage({ slugline: version, refused: words }, origin)
  else parent.postMessage({ slugline: version, refused: true }, '*')
}

/** @type {Record<string, (given: any) => Promise<unknown>>} */
const calls = {
  async analyze(given) {
    if (typeof given !== 'object' || given === null) throw new TypeError(say('embed.words'))
    return analyzer.analyze({ title: given.title, text: given.text })
  },
  async export(given) {
    if (!formats.includes(given)) throw new TypeError(say('embed.format', { formats: formats.join(', ') }))
    return analyzer.export(given)
  },
  async clear() {
    analyzer.clear()
  },
}

addEventListener('message', async ({ data, origin, source }) => {
  if (source !== parent || parent === window || typeof data !== 'object' || data?.slugline !== version) return
  if (data.hello === true) {
    // All pages without an origin are called "null", also by a sandboxed frame: it names nobody.
    if (origin !== 'null' && (origin === globalThis.origin || (await allowed)?.includes(origin))) {
      peer = origin
      tell({ ready: true })
    } else await refuse(origin)
    return
  }
  const { id, call, given } = data
  if (origin !== peer || typeof id !== 'string' || id.length > longestId || !Object.hasOwn(calls, call)) return
  try {
    tell({ id, value: await calls[call](given) })
  } catch (error) {
    tell({ id, error: error instanceof Error ? error.message : String(error) })
  }
})

analyzer.addEventListener('slugline-analysis', (event) => tell({ event: 'analysis', detail: /** @type {CustomEvent} */ (event).detail }))
analyzer.addEventListener('slugline-correction', (event) => tell({ event: 'correction', detail: /** @type {CustomEvent} */ (event).detail }))

if (parent !== window) parent.postMessage({ slugline: version, loaded: true }, '*')
