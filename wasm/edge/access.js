/**
 * Cloudflare Access, for newsrooms that sign in with it: the JWT that Access puts on a
 * request is verified with Web Crypto against the team's keys (JWKS), which are kept for
 * an hour. A key that is not among them is looked for again, once a minute at most.
 *
 * https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/validating-json/
 */

import { Problem } from './problem.js'

const KEEP = 3_600_000 // ms that keys are kept
const AGAIN = 60_000 // ms between two looks for an unknown key
const LEEWAY = 60 // s that clocks may differ

/** @type {{ from: string, at: number, keys: Map<string, CryptoKey> } | undefined} */
let known

/**
 * @param {string} jwt
 * @param {{ team: string, audience: string, scopes: string[] }} policy team is "https://NAME.cloudflareaccess.com"
 * @returns {Promise<import('./tokens.js').Principal>}
 */
export async function verifyAccess(jwt, { team, audience, scopes }) {
  const refused = new Problem(401, 'access', 'Cloudflare Access has not let this request in: sign in again.')
  const parts = jwt.length < 8192 ? jwt.split('.') : []
  if (parts.length !== 3) throw refused
  const [head, claims] = parts.slice(0, 2).map(readPart)
  if (head?.alg !== 'RS256' || typeof head.kid !== 'string' || !claims) throw refused
  const key = await keyOf(team, head.kid)
  const signature = decode(parts[2])
  const signed = new TextEncoder().encode(`${parts[0]}.${parts[1]}`)
  if (!key || !signature || !(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, signature, signed))) throw refused
  const now = Date.now() / 1000
  const audiences = [claims.aud].flat()
  if (claims.iss !== team || !audiences.includes(audience)
    || !(typeof claims.exp === 'number' && claims.exp > now - LEEWAY) || (claims.nbf !== undefined && !(claims.nbf <= now + LEEWAY))) throw refused
  return { name: `access:${String(claims.email ?? claims.common_name ?? claims.sub).slice(0, 100)}`, scopes }
}

/** @param {string} team @param {string} kid */
async function keyOf(team, kid) {
  const age = known?.from === team ? Date.now() - known.at : Infinity
  if (age > KEEP || (age > AGAIN && !known?.keys.has(kid))) {
    const response = await fetch(`${team}/cdn-cgi/access/certs`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    if (!response?.ok) {
      if (known?.from === team && known.keys.has(kid)) return known.keys.get(kid) // better the keys of an hour ago than none
      throw new Problem(503, 'access', 'The keys of Cloudflare Access cannot be fetched. Try again.', { 'Retry-After': '10' })
    }
    const { keys } = /** @type {{ keys: (JsonWebKey & { kid: string })[] }} */ (await response.json())
    /** @type {Map<string, CryptoKey>} */
    const imported = new Map()
    for (const jwk of keys.filter(({ kty }) => kty === 'RSA').slice(0, 10)) {
      imported.set(jwk.kid, await crypto.subtle.importKey('jwk', jwk, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['verify']))
    }
    known = { from: team, at: Date.now(), keys: imported }
  }
  return known?.keys.get(kid)
}

/** @param {string} part @returns {Record<string, any> | undefined} */
function readPart(part) {
  try {
    const value = JSON.parse(new TextDecoder().decode(decode(part)))
    return value !== null && typeof value === 'object' ? value : undefined
  } catch {
    return undefined
  }
}

/** @param {string} part base64url */
function decode(part) {
  try {
    return Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
  } catch {
    return undefined
  }
}
