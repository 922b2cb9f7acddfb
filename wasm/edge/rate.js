/**
 * How often one client may ask. Cloudflare's Rate Limiting binding counts where there is
 * one; else this isolate counts by itself, in a bucket a client that fills steadily.
 */

import { Problem } from './problem.js'

const PERIOD = 60 // s; the binding's own is in wrangler.jsonc
const CLIENTS = 10_000 // buckets kept

/** @type {Map<string, { left: number, at: number }>} */
const buckets = new Map()

/**
 * @param {string} client
 * @param {{ binding?: { limit(of: { key: string }): Promise<{ success: boolean }> }, perMinute: number }} options
 */
export async function limitRate(client, { binding, perMinute }) {
  const good = binding ? (await binding.limit({ key: client })).success : take(client, perMinute)
  if (!good) throw new Problem(429, 'rate', 'These are more requests than one client may make in a minute. Wait, then go on.', { 'Retry-After': String(Math.ceil(PERIOD / 6)) })
}

/** @param {string} client @param {number} perMinute */
function take(client, perMinute) {
  const now = Date.now()
  const { left, at } = buckets.get(client) ?? { left: perMinute, at: now }
  const filled = Math.min(perMinute, left + ((now - at) / 1000) * (perMinute / PERIOD))
  buckets.delete(client) // the map stays in the order of last use
  buckets.set(client, { left: Math.max(0, filled - 1), at: now })
  if (buckets.size > CLIENTS) buckets.delete(/** @type {string} */ (buckets.keys().next().value))
  return filled >= 1
}
