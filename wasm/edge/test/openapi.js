/** Holds answers against wasm/edge/openapi.json: path, method, status, media type and shape. */

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

import { Ajv2020 } from 'ajv/dist/2020.js'

const document = JSON.parse(await readFile(new URL('../openapi.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strict: false, formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ } })
ajv.addSchema(document, 'openapi')

/** Statuses seen, by operation: what tests have reached. @type {Set<string>} */
export const seen = new Set()

/** @param {string} path */
function templateOf(path) {
  const { pathname } = new URL(path, 'http://localhost')
  if (document.paths[pathname]) return pathname
  return Object.keys(document.paths).find((template) => template.includes('{') && new RegExp(`^${template.replace(/\{[a-z]+\}/, '[^/]+')}$`).test(pathname))
}

/**
 * @param {string} method
 * @param {string} path
 * @param {number} status
 * @param {string} type
 * @param {unknown} value of a JSON body
 */
export function validate(method, path, status, type, value) {
  const template = templateOf(path)
  const operation = template && document.paths[template][method.toLowerCase()]
  const media = type.split(';', 1)[0]
  const place = `${method} ${path.slice(0, 200)} ${status}`
  if (!operation) {
    if (status >= 400) check('#/components/schemas/Problem', value, place) // what is not in the API is told as a problem, too
    return
  }
  seen.add(`${method} ${template} ${status}`)
  const answer = operation.responses[status]
  assert.ok(answer, `${place}: the description has no such status`)
  if (!answer.content) return assert.equal(type, '', place)
  assert.ok(answer.content[media], `${place}: the description has no ${media}`)
  if (value === undefined || !answer.content[media].schema) return
  const pointer = ['paths', template, method.toLowerCase(), 'responses', String(status), 'content', media, 'schema'].map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  check(`#/${pointer}`, value, place)
}

/** @param {string} pointer @param {unknown} value @param {string} place */
function check(pointer, value, place) {
  const valid = ajv.getSchema(`openapi${pointer}`)
  assert.ok(valid, `${place}: no schema at ${pointer}`)
  assert.ok(valid(value), `${place}: ${ajv.errorsText(valid.errors)} in ${JSON.stringify(value).slice(0, 300)}`)
}

/** Every operation and status that the description has. */
export const described = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).filter(([method]) => method !== 'parameters')
    .flatMap(([method, operation]) => Object.keys(operation.responses).map((status) => `${method.toUpperCase()} ${path} ${status}`)))
