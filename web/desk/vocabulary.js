// House tags from a file: CSV, a row a tag, or SKOS as JSON-LD, as thesaurus tools export it.
//
// CSV has a head that names its columns: id, name, parent, phrases (in any order, the last
// two may be missing; phrases are divided by "|" or stand in further columns). Of SKOS each
// concept with a preferred label is a tag; its labels are its phrases. What reads RFC 4180
// is written here: it is thirty lines, and the well-kept readers build functions from strings,
// which the page's policy forbids.

import { DeskError, cleanTag, most } from './desk.js'

/** @typedef {import('../engine/types.js').HouseTag} HouseTag */

/**
 * @param {string} text of the file
 * @returns {HouseTag[]}
 */
export function readVocabulary(text) {
  const source = text.replace(/^\ufeff/, '')
  const tags = /^\s*[[{]/.test(source) ? fromSkos(source) : fromCsv(source)
  if (tags.length === 0) throw new DeskError('No tags were found: a CSV file wants a head row with "id" and "name", a SKOS file concepts with "prefLabel".')
  if (tags.length > most.tags) throw new DeskError(`These are ${tags.length} tags; ${most.tags} are the most.`)
  return tags
}

/** An identifier of the newsroom's own scheme, unless it has one. @param {string} id */
const house = (id) => (/^[a-z][a-z0-9+.-]*:/i.test(id) ? id : id && `house:${id}`)

/** @param {string} source @returns {HouseTag[]} */
function fromCsv(source) {
  const [head = [], ...rows] = rowsOf(source)
  const column = (/** @type {string[]} */ ...names) => head.findIndex((cell) => names.includes(cell.trim().toLowerCase()))
  const [id, name, parent, phrases] = [column('id', 'qcode'), column('name', 'label'), column('parent', 'broader'), column('phrases', 'phrase', 'triggers')]
  if (name < 0) return []
  return rows
    .map((row) => ({ row, cell: (/** @type {number} */ at) => (at < 0 ? '' : (row[at] ?? '').trim()) }))
    .filter(({ cell }) => cell(name))
    .map(({ row, cell }) =>
      cleanTag({
        id: house(cell(id) || cell(name).toLowerCase().replace(/\s+/g, '-')),
        name: cell(name),
        parent: house(cell(parent)),
        phrases: (phrases < 0 ? [] : row.slice(phrases)).flatMap((part) => part.split('|')).map((part) => part.trim()),
      }),
    )
    .filter(isOurs)
}

/** RFC 4180, with commas, semicolons or tabs, whichever the head row has most. @param {string} source */
function rowsOf(source) {
  const head = source.slice(0, source.search(/[\r\n]|$/))
  const comma = [',', ';', '\t'].reduce((best, mark) => (head.split(mark).length > head.split(best).length ? mark : best))
  /** @type {string[][]} */
  const rows = [[]]
  let cell = ''
  for (let at = 0; at <= source.length; at++) {
    const letter = source[at]
    if (letter === '"' && cell === '') {
      for (at++; at < source.length && (source[at] !== '"' || source[at + 1] === '"'); at++) {
        if (source[at] === '"') at++
        cell += source[at]
      }
    } else if (letter === comma || letter === '\n' || letter === '\r' || letter === undefined) {
      rows[rows.length - 1].push(cell)
      cell = ''
      if (letter === '\r' && source[at + 1] === '\n') at++
      if (letter !== comma && letter !== undefined) rows.push([])
    } else cell += letter
  }
  return rows
}

/** @param {string} source @returns {HouseTag[]} */
function fromSkos(source) {
  let value
  try {
    value = JSON.parse(source)
  } catch (error) {
    throw new DeskError(`This is not JSON (${/** @type {Error} */ (error).message}).`)
  }
  const nodes = [value].flat().flatMap((one) => [one, one?.['@graph'] ?? [], one?.conceptSet ?? [], one?.concepts ?? []].flat())
  return nodes
    .filter((node) => node && typeof node === 'object')
    .map((node) => {
      const get = (/** @type {string} */ key) => node[key] ?? node[`skos:${key}`] ?? node[`http://www.w3.org/2004/02/skos/core#${key}`]
      const names = labels(get('prefLabel'))
      const more = [...labels(get('altLabel')), ...labels(get('hiddenLabel'))]
      const id = node['@id'] ?? node.id ?? node.uri ?? node.qcode
      return { id: house(String(id ?? '')), name: names[0], parent: reference(get('broader')), phrases: [...names.slice(0, 1), ...more] }
    })
    .filter(({ id, name }) => id && name)
    .map(cleanTag)
    .filter(isOurs)
}

/** Labels in English, or in no language; those in others where there are none. @param {any} value @returns {string[]} */
function labels(value) {
  if (value && typeof value === 'object' && !Array.isArray(value) && !('@value' in value)) {
    const [plain] = Object.entries(value).filter(([language]) => /^en\b/i.test(language)).concat(Object.entries(value))
    return plain ? [plain[1]].flat().filter((one) => typeof one === 'string') : []
  }
  const all = [value ?? []].flat().map((one) => (typeof one === 'string' ? { '@value': one } : one))
  const texts = all.filter((one) => typeof one?.['@value'] === 'string')
  const ours = texts.filter((one) => /^(en\b.*)?$/i.test(one['@language'] ?? ''))
  return (ours.length ? ours : texts).map((one) => one['@value'])
}

/** @param {any} value @returns {string | undefined} */
function reference(value) {
  const first = [value ?? []].flat()[0]
  const id = typeof first === 'string' ? first : first?.['@id'] ?? first?.uri
  return typeof id === 'string' ? house(id) : undefined
}

/** Media Topics are no house tags: theirs are the IPTC's names. @param {HouseTag} tag */
const isOurs = ({ id, name }) => id.length <= most.name && name.length <= most.name && !id.startsWith('medtop:')
