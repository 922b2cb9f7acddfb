/**
 * POST /api/v1/analyze, the direct path: straight into the engine, without a Go handler
 * (whose start alone costs as much as the analysis) and without the archive.
 */

import { EngineError } from '../../web/engine/error.js'
import { Frame, Op } from '../../web/engine/frame.js'
import { Problem } from './problem.js'

/** Media types by format: analyzer/export/export.go has the same. */
const TYPES = /** @type {Record<string, string>} */ ({
  json: 'application/json',
  ninjs: 'application/json',
  jsonld: 'application/ld+json',
  superdesk: 'application/json',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
})

const MOST_CORRECTIONS = 500
const MOST = 100_000 // bytes of title and text: api/post.go has the same
const KINDS = ['type', 'not-a-name', 'same', 'ignore']

/**
 * @param {import('./host.js').EngineHost} engine
 * @param {URL} url
 * @param {string} type the request's Content-Type
 * @param {string} body
 */
export function analyze(engine, url, type, body) {
  for (const name of url.searchParams.keys()) if (name !== 'format') throw invalid(`There is no parameter ${JSON.stringify(name.slice(0, 40))}: analyze takes "format".`)
  const format = url.searchParams.get('format') ?? 'json'
  if (!Object.hasOwn(TYPES, format)) throw invalid(`There is no such format. Choose ${Object.keys(TYPES).join(', ')}.`)
  const article = readArticle(type, body)
  try {
    // A copy: the answer is sent after the engine's memory has gone on to the next request.
    const answer = engine.call(Op.export, new Frame().text(format).article(article), (bytes) => bytes.slice())
    return new Response(answer, { headers: { 'Content-Type': TYPES[format] } })
  } catch (error) {
    if (error instanceof EngineError && error.code === 'input') throw new Problem(422, 'engine', error.message)
    throw error
  }
}

/** @param {string} type @param {string} body @returns {import('../../web/engine/types.js').Article} */
function readArticle(type, body) {
  const media = type.split(';', 1)[0].trim().toLowerCase()
  if (media === 'text/plain') return checked({ text: body })
  if (media !== 'application/json') throw new Problem(415, 'media-type', 'An article is posted as application/json or text/plain.')
  let value
  try {
    value = JSON.parse(body)
  } catch {
    throw invalid('The body is not JSON.')
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw invalid('The body is not a JSON object.')
  return checked(value)
}

/** @param {any} value @returns {import('../../web/engine/types.js').Article} */
function checked(value) {
  for (const [name, field] of Object.entries(value)) {
    if (!['title', 'text', 'date', 'corrections'].includes(name)) throw invalid(`There is no field ${JSON.stringify(name.slice(0, 40))}: an article has title, text, date and corrections.`)
    if (name !== 'corrections' && typeof field !== 'string') throw invalid(`"${name}" is not a string.`)
  }
  const { title = '', text = '', date = '', corrections = [] } = value
  if (!text.trim()) throw invalid('An article needs a "text".')
  if (new TextEncoder().encode(title + text).length > MOST) throw new Problem(413, 'size', 'An article may have 100,000 bytes: Slugline reads one story at a time.')
  if (!Array.isArray(corrections) || corrections.length > MOST_CORRECTIONS) throw invalid(`"corrections" is a list of at most ${MOST_CORRECTIONS}.`)
  for (const c of corrections) {
    const good = c !== null && typeof c === 'object' && KINDS.includes(c.kind) && typeof c.name === 'string'
      && [c.type, c.other].every((part) => part === undefined || typeof part === 'string')
    if (!good) throw invalid(`A correction has a "kind" (${KINDS.join(', ')}), a "name", and perhaps "type" or "other".`)
  }
  return { title, text, date, corrections }
}

/** @param {string} detail */
const invalid = (detail) => new Problem(400, 'invalid', detail)
