/**
 * What a request passes before anything is done for it: cross-origin rules, who asks, how
 * often, how much. Nothing is open by default: without tokens and without Cloudflare
 * Access every route of the API refuses.
 */

import { verifyAccess } from './access.js'
import { Problem } from './problem.js'
import { limitRate } from './rate.js'
import { bearer, readTokens, SCOPES } from './tokens.js'

const MOST = 1 << 20 // bytes of a body
const SLOW = 10_000 // ms that a body may take
const METHODS = 'GET, POST, DELETE, OPTIONS'

/**
 * @typedef {object} Env what wrangler.jsonc and secrets give
 * @property {{ fetch(request: Request): Promise<Response> }} [ASSETS]
 * @property {string} [TOKENS] tokens.js
 * @property {string} [ACCESS_TEAM] "https://NAME.cloudflareaccess.com"
 * @property {string} [ACCESS_AUDIENCE]
 * @property {string} [ACCESS_SCOPES] "read write"
 * @property {string} [ALLOWED_ORIGINS] other origins whose pages may ask, separated by spaces
 * @property {string} [RETENTION_DAYS]
 * @property {string} [RATE_PER_MINUTE] where there is no binding
 * @property {string} [SHARDS] JSON, see wrangler.jsonc
 * @property {{ limit(of: { key: string }): Promise<{ success: boolean }> }} [RATE]
 *
 * @typedef {import('./tokens.js').Principal} Principal
 */

/**
 * The headers for the asking page's origin. Throws where that may not ask.
 * @param {Request} request
 * @param {URL} url
 * @param {Env} env
 * @returns {Record<string, string>}
 */
export function crossOrigin(request, url, env) {
  const origin = request.headers.get('Origin')
  if (origin === null || origin === url.origin) return {}
  if (url.pathname === '/healthz' && request.method === 'GET') return { 'Access-Control-Allow-Origin': '*' } // so that a page can tell a newsroom that refuses its origin from one that is not there
  const allowed = (env.ALLOWED_ORIGINS ?? '').split(/\s+/).includes(origin)
  if (!allowed) {
    if (request.method === 'GET' || request.method === 'HEAD') return { Vary: 'Origin' } // the browser keeps the answer from the page
    throw new Problem(403, 'origin', 'Pages of this origin may not ask here: it is not among ALLOWED_ORIGINS.')
  }
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Location, Retry-After',
    ...(request.method === 'OPTIONS' && {
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
      'Access-Control-Max-Age': '600',
    }),
  }
}

/** An address that Go and SQLite can read as it stands. @param {Request} request @param {URL} url */
export function checkAddress(request, url) {
  if (!['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'].includes(request.method)) {
    throw new Problem(405, 'method', `This server takes ${METHODS}.`, { Allow: METHODS })
  }
  try {
    const read = decodeURIComponent(url.pathname) + decodeURIComponent(url.search.replaceAll('+', ' '))
    if (read.includes('\0')) throw new Error()
  } catch {
    throw new Problem(400, 'invalid', 'This address is not written in UTF-8.')
  }
  if (url.pathname.includes('//') || url.href.length > 4096) throw new Problem(404, 'not-found', 'There is nothing at this address.')
}

/**
 * Who asks, once they may ask at all.
 * @param {Request} request
 * @param {Env} env
 * @returns {Promise<Principal>}
 */
export async function identify(request, env) {
  const tokens = readTokens(env.TOKENS)
  const access = Boolean(env.ACCESS_TEAM && env.ACCESS_AUDIENCE)
  if (!tokens.size && !access) {
    throw new Problem(503, 'configuration', 'This server has no tokens yet, so it lets nobody in: the README says how to make them.')
  }
  try {
    const header = request.headers.get('Authorization')
    if (header !== null) return await bearer(header, tokens)
    const jwt = request.headers.get('Cf-Access-Jwt-Assertion')
    if (jwt !== null && access) {
      const scopes = (env.ACCESS_SCOPES ?? 'read').split(/\s+/).filter((scope) => SCOPES.includes(scope))
      return await verifyAccess(jwt, { team: /** @type {string} */ (env.ACCESS_TEAM), audience: /** @type {string} */ (env.ACCESS_AUDIENCE), scopes })
    }
    throw new Problem(401, 'token', 'This address needs a token: Authorization: Bearer slug_…', { 'WWW-Authenticate': 'Bearer' })
  } catch (error) {
    if (error instanceof Problem && error.status === 401) await rate(`address:${addressOf(request)}`, env) // no guessing
    throw error
  }
}

/** @param {string} client @param {Env} env */
export const rate = (client, env) => limitRate(client, { binding: env.RATE, perMinute: Number(env.RATE_PER_MINUTE) || 600 })

/** @param {Request} request */
export const addressOf = (request) => request.headers.get('CF-Connecting-IP') ?? 'unknown'

/**
 * The body as text, no more than may be sent, no slower, and UTF-8.
 * @param {Request} request
 * @returns {Promise<string>}
 */
export async function readBody(request) {
  const tooLarge = new Problem(413, 'size', 'A body may have one megabyte.')
  if (Number(request.headers.get('Content-Length')) > MOST) throw tooLarge
  if (!request.body) return ''
  const reader = request.body.getReader()
  const late = new Problem(408, 'slow', 'The body did not arrive in time.')
  let timer
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(late), SLOW)
  })
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let text = ''
  let size = 0
  try {
    for (;;) {
      const { done, value } = /** @type {{ done: boolean, value?: Uint8Array }} */ (await Promise.race([reader.read(), end]))
      if (done || !value) break
      size += value.length
      if (size > MOST) throw tooLarge
      text += decoder.decode(value, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    reader.cancel().catch(() => undefined)
    if (error instanceof Problem) throw error
    if (error instanceof TypeError) throw new Problem(400, 'invalid', 'The body is not UTF-8.')
    throw new Problem(400, 'invalid', 'The body broke off.')
  } finally {
    clearTimeout(timer)
  }
}
