/**
 * The Worker's entry script: the engine at module scope, the gate, and two paths behind
 * it: analyses go straight into the engine (analyze.js), everything about the archive
 * through a Go handler (handler.js). Files of the page are Workers static assets and
 * never come here.
 */

/* global HANDLER_PAGES */

import engineModule from './engine.wasm'
import handlerModule from './app.wasm'

import { Admission } from './admission.js'
import { analyze } from './analyze.js'
import { addressOf, checkAddress, crossOrigin, identify, rate, readBody } from './gate.js'
import { handle } from './handler.js'
import { EngineHost } from './host.js'
import { Memories } from './memories.js'
import { Problem, sealed } from './problem.js'

/** @typedef {import('./gate.js').Env} Env @typedef {import('./gate.js').Principal} Principal */
/** @typedef {{ waitUntil(promise: Promise<unknown>): void }} Context */

const engine = new EngineHost(engineModule)
const AT_ONCE = 4
const LARGE = 32 << 10 // characters of a body, from which on it takes more memory than others
const memories = new Memories(HANDLER_PAGES, AT_ONCE)
const admission = new Admission({ atOnce: AT_ONCE, large: 2, waiting: 64, patience: 20_000 })

export default {
  /** @param {Request} request @param {Env} env @param {Context} ctx */
  async fetch(request, env, ctx) {
    /** @type {Record<string, string>} */
    let origin = {}
    try {
      const url = new URL(request.url)
      origin = crossOrigin(request, url, env)
      checkAddress(request, url)
      return sealed(await route(request, url, env, ctx), origin)
    } catch (error) {
      if (error instanceof Problem) return sealed(error.response(), origin)
      console.error(error instanceof Error ? error.message : 'unknown error') // never the request: it may hold a token
      return sealed(new Problem(500, 'internal', 'Something went wrong here, and has been noted. Try again.').response(), origin)
    }
  },

  /** What the timer does: retention. @param {unknown} _event @param {Env} env @param {Context} ctx */
  async scheduled(_event, env, ctx) {
    const request = new Request('https://timer/cron/retention', { method: 'POST' })
    const response = await throughGo(request, env, ctx, { name: 'timer', scopes: ['cron'] })
    if (!response.ok) throw new Error(`retention failed: ${response.status}`)
  },
}

/** @param {Request} request @param {URL} url @param {Env} env @param {Context} ctx @returns {Promise<Response>} */
async function route(request, url, env, ctx) {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204 })
  const forGo = (/** @type {string} */ body = '') => {
    const headers = new Headers()
    for (const name of ['Content-Type', 'Idempotency-Key']) {
      const value = request.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    if (!/^[^,\x7f-\uffff]{0,200}$/.test(headers.get('Idempotency-Key') ?? '')) throw new Problem(400, 'invalid', 'An Idempotency-Key is at most 200 characters of ASCII, without commas.')
    return new Request(url, { method: request.method, headers, body: body || undefined })
  }
  if (url.pathname === '/healthz') {
    await rate(`address:${addressOf(request)}`, env)
    return throughGo(forGo(), env, ctx, { name: `address:${addressOf(request)}`, scopes: [] })
  }
  if (!url.pathname.startsWith('/api/')) throw new Problem(404, 'not-found', 'There is nothing at this address.')
  const principal = await identify(request, env)
  await rate(principal.name, env)
  const body = request.method === 'POST' ? await readBody(request) : ''
  if (url.pathname === '/api/v1/analyze') {
    if (request.method !== 'POST') throw new Problem(405, 'method', 'This address takes POST.', { Allow: 'POST' })
    if (!principal.scopes.includes('read')) throw new Problem(403, 'scope', 'This token may not do that: it needs the scope "read".')
    return analyze(engine, url, request.headers.get('Content-Type') ?? '', body)
  }
  return throughGo(forGo(body), env, ctx, principal, body.length > LARGE)
}

/** @param {Request} request @param {Env} env @param {Context} ctx @param {Principal} principal @param {boolean} [large] */
async function throughGo(request, env, ctx, principal, large = false) {
  const asked = { principal, retention: Number(env.RETENTION_DAYS) || 0, shards: shardsOf(env) }
  const leave = await admission.enter(principal.name, large)
  let streams = false
  let done = Promise.resolve()
  try {
    const handled = await handle({ module: handlerModule, memories, large, engine, request, asked, env, ctx })
    const { status, headers, body } = handled.response
    if (body && headers.get('Content-Type') === 'application/octet-stream') {
      const { readable, writable } = new TransformStream()
      streams = true
      ctx.waitUntil(body.pipeTo(writable).catch(() => undefined).finally(leave))
      return new Response(readable, { status, headers })
    }
    if (!body) return new Response(null, { status, headers })
    // Read at once, so that the instance can end.
    const bytes = await handled.response.arrayBuffer()
    done = handled.done
    return new Response(bytes, { status, headers })
  } finally {
    // The next may come in when the memory is free, or this one does not end as it should.
    if (!streams) ctx.waitUntil(Promise.race([done, new Promise((resolve) => setTimeout(resolve, 200))]).finally(leave))
  }
}

/** The shard map, newest first. @param {Env} env @returns {{ from: string, binding: string }[]} */
function shardsOf(env) {
  const shards = env.SHARDS ? JSON.parse(env.SHARDS) : [{ from: '0000-00', binding: 'DB' }]
  return shards.sort((/** @type {{ from: string }} */ a, /** @type {{ from: string }} */ b) => (a.from < b.from ? 1 : -1))
}
