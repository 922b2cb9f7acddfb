/** What the tools read: stories written for this project, and labelled articles where they are at hand. */

import { readdir, readFile } from 'node:fs/promises'

import { example } from '../../web/story/example.js'

const stories = new URL('../stories/', import.meta.url)
const labelled = new URL('../../../shared/data/ner/dev/', import.meta.url)

/** The page's example and as many of build/stories as make a text of some length, cut between paragraphs. @param {number} units */
export async function article(units) {
  const paragraphs = [example.text]
  for (const file of (await readdir(stories)).filter((name) => name.endsWith('.txt')).sort()) {
    const text = await readFile(new URL(file, stories), 'utf8')
    for (const line of text.split('\n')) if (line && !/^(#|==|-$)/.test(line)) paragraphs.push(line.replace(/\[[a-z]\|([^\]]*)\]/g, '$1'))
  }
  let text = ''
  for (const paragraph of paragraphs) {
    if (text.length + paragraph.length > units + 100) break
    text += (text && '\n\n') + paragraph
  }
  return text
}

/**
 * News as it is written, of about so many units, where labelled articles are at hand. The
 * stories written to train on hold two to three times as many names.
 * @param {number} units @param {number} count
 */
export async function news(units, count) {
  const texts = []
  for (const set of await sets())
    for (const { text } of await readSet(set)) if (Math.abs(text.length - units) < units / 8) texts.push(text)
  return texts.slice(0, count)
}

/**
 * @typedef {import('./engines.js').Name} Name
 * @typedef {{ text: string, names: Name[] }} Labelled
 */

/** The labels of both sets in our words; what else is marked is not compared. @type {Record<string, string>} */
const TYPES = { person: 'person', organization: 'organization', location: 'place', place: 'place', facility: 'place' }

/** Names of the labelled sets, or none. */
export async function sets() {
  const names = await readdir(labelled).catch(() => [])
  return names.filter((name) => name.endsWith('.jsonl')).sort()
}

/** @param {string} set @returns {Promise<Labelled[]>} */
export async function readSet(set) {
  const lines = (await readFile(new URL(set, labelled), 'utf8')).split('\n').filter(Boolean)
  return lines.map((line) => {
    /** @type {{ text: string, entities: [number, number, string][] }} */
    const { text, entities } = JSON.parse(line)
    const units = unitsOf(text)
    const names = entities
      .map(([start, end, type]) => ({ start: units[start], end: units[end], type: TYPES[type.toLowerCase()] }))
      .filter(({ type }) => type)
    return { text, names }
  })
}

/** The UTF-16 offset of each code point: the labels count code points. @param {string} text */
function unitsOf(text) {
  const units = [0]
  for (const character of text) units.push(units[units.length - 1] + character.length)
  return units
}
