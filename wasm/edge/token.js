/**
 * Makes a token and the entry of its list.
 *
 *   node wasm/edge/token.js NAME read,write,admin [DAYS] [LIST]
 *
 * Prints the token, which is shown this once, and the whole list, LIST (the JSON of before)
 * included, for `wrangler secret put TOKENS`. With DAYS it ends after so many.
 */

import { createHash, randomBytes } from 'node:crypto'

import { SCOPES } from './tokens.js'

const [name = '', scopes = 'read', days = '', list = '[]'] = process.argv.slice(2)
const wanted = scopes.split(',')
if (!/^[a-z0-9-]{1,40}$/.test(name) || !wanted.every((scope) => SCOPES.includes(scope)) || !/^\d*$/.test(days)) {
  console.error('node wasm/edge/token.js NAME read,write,admin [DAYS] [LIST]\nNAME is small letters, digits and hyphens.')
  process.exit(2)
}
const token = `slug_${name}_${randomBytes(32).toString('base64url')}`
const entry = {
  name,
  sha256: createHash('sha256').update(token).digest('hex'),
  scopes: wanted,
  ...(days && { expires: new Date(Date.now() + Number(days) * 86_400_000).toISOString() }),
}
console.error(`The token, shown this once:\n${token}\n\nThe list, for "npx wrangler secret put TOKENS -c wasm/edge/wrangler.jsonc":`)
console.log(JSON.stringify([...JSON.parse(list), entry]))
