/**
 * Bearer tokens. A token is "slug_NAME_SECRET", where the secret is 32 random bytes; what
 * the Worker has (the secret TOKENS) is a list of names with the SHA-256 of each token, its
 * scopes and the day it ends. Random secrets need no slow hash. To rotate, add a token
 * under another name, move the clients, and take the old one out, or give it an end.
 *
 * The name picks the entry and the hash is compared in constant time; for a name that is
 * not there a comparison is made all the same.
 */

import { Problem } from './problem.js'

export const SCOPES = Object.freeze(['read', 'write', 'admin'])

/**
 * @typedef {{ name: string, scopes: string[] }} Principal
 * @typedef {{ name: string, sha256: string, scopes: string[], expires?: string }} Token
 */

const FORM = /^slug_([a-z0-9-]{1,40})_[A-Za-z0-9_-]{43}$/
const HASH = /^[0-9a-f]{64}$/

/** The list parsed last: it is the same for every request. @type {{ text?: string, tokens: Map<string, Token> }} */
let last = { tokens: new Map() }

/**
 * Reads the list. Mistakes in it close the API instead of opening it.
 * @param {string | undefined} text JSON
 * @returns {Map<string, Token>}
 */
export function readTokens(text) {
  if (last.text === text) return last.tokens
  /** @type {Map<string, Token>} */
  const tokens = new Map()
  if (text) {
    /** @type {Token[]} */
    let list
    try {
      list = JSON.parse(text)
      for (const token of list) {
        const good = /^[a-z0-9-]{1,40}$/.test(token.name) && HASH.test(token.sha256) && !tokens.has(token.name)
          && Array.isArray(token.scopes) && token.scopes.every((scope) => SCOPES.includes(scope))
          && (token.expires === undefined || !Number.isNaN(Date.parse(token.expires)))
        if (!good) throw new Error()
        tokens.set(token.name, token)
      }
    } catch {
      throw new Problem(503, 'configuration', 'The list of tokens is not as it should be: make its entries with "node wasm/edge/token.js".')
    }
  }
  last = { text, tokens }
  return tokens
}

/**
 * @param {string} header of the request
 * @param {Map<string, Token>} tokens
 * @returns {Promise<Principal>}
 */
export async function bearer(header, tokens) {
  const refused = new Problem(401, 'token', 'This token is not known, or has ended.', { 'WWW-Authenticate': 'Bearer error="invalid_token"' })
  const [, given = ''] = /^Bearer +([^\s]{1,200})$/i.exec(header) ?? []
  const [, name = ''] = FORM.exec(given) ?? []
  const token = tokens.get(name)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(given)))
  const same = sameBytes(hash, fromHex(token?.sha256 ?? '0'.repeat(64)))
  if (!token || !same) throw refused
  if (token.expires !== undefined && Date.parse(token.expires) <= Date.now()) throw refused
  return { name: token.name, scopes: token.scopes }
}

/** @param {string} hex */
const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))

/** Compares in a time that does not tell where they differ. @param {Uint8Array} a @param {Uint8Array} b */
export function sameBytes(a, b) {
  if (a.length !== b.length) return false
  let different = 0
  for (let i = 0; i < a.length; i++) different |= a[i] ^ b[i]
  return different === 0
}
