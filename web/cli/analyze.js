/**
 * `analyze`: articles in, answers out, in order and in constant memory. With an archive,
 * articles are added in batches, and a batch is stored before any of it is reported: what
 * a killed run has reported is in the archive.
 */

import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'

import { Lines } from './lines.js'

const BATCH = 64 // articles stored, and then reported, together

/**
 * @typedef {import('./arguments.js').Options} Options
 * @typedef {import('../engine/types.js').Engine} Engine
 * @typedef {{ id: string | number, article: import('../engine/types.js').Article }} Story
 */

export class Analysis {
  /** @type {string[]} */
  #waiting = []
  /** Lines and files that could not be answered. */
  failures = 0

  /**
   * @param {object} parts
   * @param {Engine} parts.engine
   * @param {import('./directory.js').Directory} [parts.directory]
   * @param {Options} parts.options
   * @param {(line: string) => Promise<void>} parts.print
   * @param {(message: string) => void} parts.complain
   */
  constructor({ engine, directory, options, print, complain }) {
    this.engine = engine
    this.directory = directory
    this.options = options
    this.print = print
    this.complain = complain
  }

  async run() {
    const { files, jsonl } = this.options
    for (const file of files.length ? files : ['-']) {
      if (jsonl) await this.#lines(file)
      else await this.#file(file)
    }
    await this.#report()
  }

  /** @param {string} file one article a line */
  async #lines(file) {
    const name = file === '-' ? '' : `${file}: `
    const lines = new Lines(file === '-' ? process.stdin : createReadStream(file))
    try {
      for (let number = 1; ; number++) {
        if (this.#waiting.length && (await lines.idle())) await this.#report()
        const line = await lines.next()
        if (line === undefined) break
        if (!line.trim()) continue
        const story = readStory(line)
        if (typeof story === 'string') this.#fail(`${name}line ${number}: ${story}`)
        else await this.#answer(story, `${name}line ${number}`)
      }
    } catch (error) {
      if (!isFileError(error)) throw error
      this.#fail(`${file} cannot be read: ${error.message}`)
    }
  }

  /** @param {string} file the text of one article */
  async #file(file) {
    try {
      const text = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8')
      await this.#answer({ id: file, article: { text: text.replace(/^\ufeff/, '') } }, file)
    } catch (error) {
      if (!isFileError(error)) throw error
      this.#fail(`${file} cannot be read: ${error.message}`)
    }
  }

  /**
   * @param {Story} story
   * @param {string} place for messages
   */
  async #answer(story, place) {
    try {
      this.#waiting.push(this.#layOut(story.id, await this.#analyze(story)))
    } catch (error) {
      if (/** @type {{ code?: string }} */ (error).code !== 'input' && /** @type {{ code?: string }} */ (error).code !== 'trap') throw error
      this.#fail(`${place}: ${/** @type {Error} */ (error).message}`)
    }
    if (!this.directory || !this.options.add || this.#waiting.length >= BATCH) await this.#report()
  }

  /** @param {Story} story */
  #analyze({ id, article }) {
    const { engine, options: { format, add } } = this
    if (!this.directory || !add) return engine.export(article, format)
    return engine.archive.addAs(String(id), article, new Date().toISOString(), format)
  }

  /** @param {string | number} id @param {string} answer */
  #layOut(id, answer) {
    const { jsonl, format } = this.options
    if (!jsonl) return answer
    const value = format === 'csv' || format === 'html' ? JSON.stringify(answer) : answer.replace(/\n\s*/g, '')
    return `{"id":${JSON.stringify(id)},"${format === 'json' ? 'analysis' : format}":${value}}`
  }

  /** Stores what was added, then prints the answers. */
  async #report() {
    if (this.directory && this.options.add) await this.directory.store(await this.engine.archive.flush())
    for (const line of this.#waiting.splice(0)) await this.print(line)
  }

  /** @param {string} message */
  #fail(message) {
    this.failures++
    this.complain(message)
  }
}

/**
 * @param {string} line
 * @returns {Story | string} a string says what is wrong
 */
function readStory(line) {
  let value
  try {
    value = JSON.parse(line)
  } catch (error) {
    return `this is not JSON (${/** @type {Error} */ (error).message})`
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'this is not a JSON object'
  const { id, title, text, date } = value
  if (typeof id !== 'string' && typeof id !== 'number') return 'this has no "id"'
  if (typeof text !== 'string') return 'this has no "text"'
  if (title != null && typeof title !== 'string') return '"title" is not a string'
  if (date != null && typeof date !== 'string') return '"date" is not a string'
  return { id, article: { title: title ?? '', text, date: date ?? '' } }
}

/** @param {unknown} error @returns {error is Error} */
const isFileError = (error) => error instanceof Error && 'syscall' in error && 'path' in error
