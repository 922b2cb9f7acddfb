// The page's end of a frame with Slugline in it:
//
//   import { connect } from './slugline/embed/host.js'
//   const slugline = await connect(document.querySelector('iframe'), 'https://tools.example')
//   const analysis = await slugline.analyze({ title, text })
//
// It has no dependencies and may be copied.

const version = 1

/** How long a frame may take to load, ms. */
const patience = 20_000

/** Why a page without an origin is refused: the frame itself sends it no words. */
const nameless = 'Slugline answers no page without an origin: one in a sandbox without allow-same-origin, or from disk.'

/**
 * @typedef {object} Connection
 * @property {(story: { title?: string, text: string }) => Promise<any>} analyze shows a story, and answers its analysis
 * @property {(format: 'json' | 'ninjs' | 'jsonld' | 'superdesk' | 'csv' | 'html') => Promise<string>} export
 * @property {() => Promise<void>} clear
 * @property {(event: 'analysis' | 'correction', heard: (detail: any) => void) => () => void} on returns what ends it
 * @property {() => void} close
 */

/**
 * @param {HTMLIFrameElement} frame whose address is embed/frame.html
 * @param {string} origin the frame's; "null" where the frame is sandboxed without an origin
 * @returns {Promise<Connection>} rejects when the frame refuses this page, or does not answer
 */
export function connect(frame, origin) {
  /** @type {Map<string, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const open = new Map()
  /** @type {Record<string, Set<(detail: any) => void>>} */
  const heard = { analysis: new Set(), correction: new Set() }
  let calls = 0

  /** @param {Record<string, unknown>} message */
  const send = (message) => frame.contentWindow?.postMessage({ slugline: version, ...message }, origin === 'null' ? '*' : origin)

  /** @param {'analyze' | 'export' | 'clear'} call @param {unknown} [given] @returns {Promise<any>} */
  const ask = (call, given) =>
    new Promise((resolve, reject) => {
      const id = String(++calls)
      open.set(id, { resolve, reject })
      send({ id, call, given })
    })

  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail(new Error(`The frame did not answer as ${origin}. Is its address embed/frame.html, and is this page among its frame-ancestors?`)), patience)

    /** @param {Error} error */
    function fail(error) {
      close()
      reject(error)
    }

    function close() {
      clearTimeout(late)
      removeEventListener('message', listen)
      for (const { reject } of open.values()) reject(new Error('The connection was closed.'))
      open.clear()
    }

    /** @param {MessageEvent} message */
    function listen({ data, source, origin: from }) {
      if (source !== frame.contentWindow || from !== origin || data?.slugline !== version) return
      if (data.loaded) send({ hello: true })
      else if (data.refused) fail(new Error(data.refused === true ? nameless : data.refused))
      else if (data.ready) {
        clearTimeout(late)
        resolve({
          analyze: (story) => ask('analyze', story),
          export: (format) => ask('export', format),
          clear: () => ask('clear'),
          on(event, act) {
            heard[event].add(act)
            return () => heard[event].delete(act)
          },
          close,
        })
      } else if (data.event) heard[data.event]?.forEach((act) => act(data.detail))
      else if (data.id) {
        const waiting = open.get(data.id)
        open.delete(data.id)
        if (data.error !== undefined) waiting?.reject(new Error(data.error))
        else waiting?.resolve(data.value)
      }
    }

    addEventListener('message', listen)
    send({ hello: true }) // the frame may have loaded before
  })
}
