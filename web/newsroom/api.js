// What the page asks of a newsroom's Worker (wasm/edge/openapi.json), and what it says when
// that fails. Nothing here knows of stories: it is given what to send.

import { say } from '../words.js'

/** @typedef {{ what: 'test' | 'fingerprints' | 'story', bytes: number, to: string, when: string, title?: string }} Sent a request: the bytes of its body, and the title of a story shared */

/** How long an answer may take, ms. */
export const patience = 15_000

export class NewsroomError extends Error {
  /** @param {'offline' | 'token' | 'busy' | 'refused' | 'address'} code @param {string} message for the reader @param {number} [after] seconds to wait */
  constructor(code, message, after = 0) {
    super(message)
    this.code = code
    this.after = after
  }

  /** Whether asking again later may help. */
  get passing() {
    return this.code === 'offline' || this.code === 'busy'
  }
}

/** @param {string} given @param {string} page the page's own address @returns {string} with a slash at its end; throws what is wrong with it */
export function addressOf(given, page) {
  let url
  try {
    url = new URL(given.trim(), page)
  } catch {
    throw new NewsroomError('address', say('newsroom.address'))
  }
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  if ((url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) || url.username || url.password) throw new NewsroomError('address', say('newsroom.address'))
  return new URL('.', `${url.origin}${url.pathname.replace(/\/?$/, '/')}`).href
}

export class NewsroomApi {
  /** @param {{ url: string, token: string }} place @param {typeof fetch} [ask] @param {(sent: Sent) => void} [note] hears of each request before it goes out */
  constructor({ url, token }, ask = (input, init) => fetch(input, init), note = () => {}) {
    this.note = note
    this.url = url
    this.token = token
    this.ask = ask
  }

  /** Whether the archive answers, lets this page ask, and the token is good. @param {AbortSignal} [signal] */
  async check(signal) {
    await this.#json('healthz', { open: true }, signal)
    try {
      await this.#json('api/v1/articles?limit=1', {}, signal)
    } catch (error) {
      // A browser tells a page nothing of an answer that is not for its origin.
      const { origin } = globalThis.location ?? {}
      if (!(error instanceof NewsroomError) || error.code !== 'offline' || new URL(this.url).origin === origin) throw error
      throw new NewsroomError('address', say('newsroom.origin', { origin }))
    }
  }

  /** @param {string[]} anchors @param {AbortSignal} [signal] @returns {Promise<import('../engine/types.js').Candidate[]>} */
  async candidates(anchors, signal) {
    return (await this.#json('api/v1/matches', { body: { anchors } }, signal)).candidates
  }

  /** @param {{ title: string, text: string, date?: string }} article @param {string} key the same for the same article @returns {Promise<{ id: string, added: boolean }>} */
  share(article, key) {
    return this.#json('api/v1/articles', { body: article, key })
  }

  /** @param {string} path @param {{ body?: unknown, key?: string, open?: boolean }} given `open`: it needs no token, and any page may ask @param {AbortSignal} [signal] @returns {Promise<any>} */
  async #json(path, { body, key, open }, signal) {
    let response
    const sent = body === undefined ? undefined : JSON.stringify(body)
    this.note({ what: sent === undefined ? 'test' : key ? 'story' : 'fingerprints', bytes: new Blob([sent ?? '']).size, to: this.url, when: new Date().toISOString(), ...(key && { title: /** @type {{ title: string }} */ (body).title }) })
    try {
      response = await this.ask(new URL(path, this.url), {
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(!open && { Authorization: `Bearer ${this.token}` }), ...(body !== undefined && { 'Content-Type': 'application/json' }), ...(key && { 'Idempotency-Key': key }) },
        body: sent,
        signal: AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
      })
    } catch (error) {
      if (signal?.aborted) throw error
      throw new NewsroomError('offline', say('newsroom.offline'))
    }
    const answer = await response.json().catch(() => undefined)
    if (response.ok && answer !== undefined) return answer
    const { status } = response
    if (status === 401) throw new NewsroomError('token', say('newsroom.token'))
    if (status === 403 && answer?.type === 'urn:slugline:problem:scope') throw new NewsroomError('token', say('newsroom.scope'))
    if (status === 429 || status >= 500) throw new NewsroomError('busy', say('newsroom.busy'), Number(response.headers.get('Retry-After')) || 0)
    throw new NewsroomError('refused', say('newsroom.refused', { status, detail: typeof answer?.detail === 'string' ? answer.detail : '' }))
  }
}
