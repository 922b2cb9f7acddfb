/**
 * Moves a month of the archive on Cloudflare from one D1 database to another, as it is
 * needed where one has grown to its ten gigabytes.
 *
 *   export CLOUDFLARE_ACCOUNT_ID=… CLOUDFLARE_API_TOKEN=…     # a token that may edit D1
 *   node build/shards/move.js 2026-03 DB ARCHIVE
 *
 * DB and ARCHIVE are bindings of wasm/edge/wrangler.jsonc. The Worker has to know the new one
 * first: bind it there, apply the migrations to it, give it the month in SHARDS, deploy.
 * The oldest month goes first. Broken off, it goes on when it is called again.
 */

import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { unstable_readConfig as readConfig } from 'wrangler'

import { moveMonth } from './month.js'

const TRIES = 5

/** @typedef {{ from: string, binding: string }} Shard */

const [month, from, to, config = fileURLToPath(new URL('../../wasm/edge/wrangler.jsonc', import.meta.url))] = process.argv.slice(2)
const { CLOUDFLARE_ACCOUNT_ID: account, CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_API_BASE_URL: base = 'https://api.cloudflare.com/client/v4' } = process.env

try {
  if (!/^\d{4}-\d\d$/.test(month ?? '') || !from || !to) throw new Error('node build/shards/move.js MONTH FROM TO, as in: 2026-03 DB ARCHIVE')
  if (!account || !token) throw new Error('Set CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN (of a token that may edit D1).')
  const { vars, d1_databases: databases } = /** @type {{ vars: Record<string, unknown>, d1_databases: { binding: string, database_id?: string }[] }} */ (readConfig({ config }))
  const [source, target] = [from, to].map((binding) => {
    const id = databases.find((one) => one.binding === binding)?.database_id
    if (!id) throw new Error(`${config} has no D1 database with the binding ${binding}.`)
    return { id, all: ask.bind(null, id) }
  })
  if (source.id === target.id) throw new Error(`${from} and ${to} are one database.`)
  const shards = /** @type {Shard[]} */ (JSON.parse(String(vars.SHARDS)))
  if (shardOf(shards, month) !== to) throw new Error(`SHARDS gives ${month} to ${shardOf(shards, month)}, not to ${to}: change that first, and deploy it.`)
  const [{ oldest }] = await source.all('SELECT min(seen) AS oldest FROM articles')
  if (oldest && oldest.slice(0, 7) < month && shardOf(shards, oldest) === to) throw new Error(`${from} still has ${oldest.slice(0, 7)}: the oldest month goes first.`)
  const moved = await moveMonth(source, target, month, (done, left) => process.stderr.write(`${month}: ${done} moved, ${left} left\n`))
  console.log(`${month}: ${moved} articles moved from ${from} to ${to}.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** As in wasm/edge/store: the newest shard that begins with the moment or before. @param {Shard[]} shards @param {string} seen */
function shardOf(shards, seen) {
  return shards.toSorted((a, b) => (a.from < b.from ? 1 : -1)).find((shard) => seen >= shard.from)?.binding
}

/** One statement by D1's HTTP API. Each may be sent twice. @param {string} id @param {string} sql @param {unknown[]} params @returns {Promise<any[]>} */
async function ask(id, sql, ...params) {
  for (let left = TRIES; ; left--) {
    const answer = await fetch(`${base}/accounts/${account}/d1/database/${id}/query`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ sql, params }),
    }).catch((error) => error)
    const { success, result, errors } = (await answer.json?.().catch(() => undefined)) ?? {}
    if (success) return result[0].results
    const passing = answer instanceof Error || answer.status === 429 || answer.status >= 500
    if (!passing || left <= 1) throw new Error(`D1 answered ${answer.status ?? answer.cause}: ${errors?.[0]?.message ?? 'nothing that can be read'}`)
    await wait(1000 * (Number(answer.headers?.get('Retry-After')) || 2 ** (TRIES - left)))
  }
}
