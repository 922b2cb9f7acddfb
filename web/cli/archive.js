/**
 * `clusters` and `archive`: what a folder of articles holds, and carrying, thinning out and
 * joining archives. One file of an archive or of an export is in memory at a time.
 */

import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'

import { EngineError } from '../engine/error.js'
import { packHead, packed } from '../engine/pack.js'
import { DirectoryError } from './directory.js'

const TOGETHER = 256 // articles listed, and deleted, in one go

export class Archive {
  /**
   * @param {object} parts
   * @param {import('../engine/types.js').Engine} parts.engine with the archive open
   * @param {import('./directory.js').Directory} parts.directory
   * @param {(line: string) => Promise<void>} parts.print
   * @param {(message: string) => void} parts.complain
   */
  constructor({ engine, directory, print, complain }) {
    this.archive = engine.archive
    this.directory = directory
    this.print = print
    this.complain = complain
  }

  /** @param {import('./arguments.js').Options} options */
  async run({ command, action, json, files }) {
    if (command === 'clusters') return this.clusters(json)
    if (action === 'stat') return this.stat()
    if (action === 'list') return this.list()
    if (action === 'export') return this.export(files[0])
    if (action === 'import') return this.import(files)
    if (action === 'delete') return this.delete(files)
    return this.olderThan(files[0])
  }

  /** Stories of two versions or more. @param {boolean} json */
  async clusters(json) {
    const stories = await this.archive.grouped(2)
    if (json) await this.print('[')
    for (const [at, numbers] of stories.entries()) {
      const articles = await this.archive.list(numbers)
      if (json) {
        const rows = articles.map(({ id, title, when }) => ({ id, title, firstSeen: when }))
        await this.print(JSON.stringify({ firstSeen: articles[0].when, articles: rows }) + (at + 1 < stories.length ? ',' : ''))
        continue
      }
      await this.print(`${at ? '\n' : ''}${articles.length} versions of one story, first seen ${articles[0].when}`)
      for (const article of articles) await this.print(`  ${row(article)}`)
    }
    if (json) await this.print(']')
    else if (!stories.length) await this.print('No story has a second version here.')
  }

  async stat() {
    const { articles, bytes, damaged } = await this.archive.stats()
    await this.print(`${counted(articles)}, ${Math.ceil(bytes / 1024)} KB`)
    if (damaged.length) process.exitCode = 1 // they were named when the archive was opened
  }

  async list() {
    for await (const article of this.#all()) await this.print(row(article))
  }

  /** Every article, each story's versions together. @returns {AsyncGenerator<import('../engine/types.js').Listed>} */
  async *#all() {
    const numbers = (await this.archive.grouped(1)).flat().sort((a, b) => a - b)
    for (let at = 0; at < numbers.length; at += TOGETHER) yield* await this.archive.list(numbers.slice(at, at + TOGETHER))
  }

  /** Writes beside the place, then renames: a run that is killed leaves no half file of that name. @param {string} path */
  async export(path) {
    const unfinished = `${path}.unfinished`
    const file = await open(unfinished, 'w').catch((error) => {
      throw new DirectoryError(`${path} cannot be written: ${error.message}`)
    })
    try {
      await file.writeFile(packHead)
      for (const name of await this.directory.list()) {
        const bytes = await this.directory.read(name)
        if (!bytes) continue
        await file.writeFile(packed(name, bytes))
        await file.writeFile(bytes)
      }
      await file.sync()
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
    const { articles } = await this.archive.stats()
    await this.print(`${counted(articles)} written to ${path}`)
  }

  /** @param {string[]} paths */
  async import(paths) {
    for (const path of paths) {
      let added = 0
      try {
        for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
          added += (await this.archive.import(piece)).length
          await this.#store()
        }
      } catch (error) {
        if (error instanceof EngineError || !('syscall' in /** @type {object} */ (error))) throw error
        throw new DirectoryError(`${path} cannot be read: ${/** @type {Error} */ (error).message}`)
      }
      const { known, damaged, whole } = await this.archive.imported()
      await this.#store()
      await this.print(`${path}: ${counted(added)} added, ${known} were there already`)
      for (const name of damaged) this.complain(`${path}: its part ${name} is damaged; the others were taken.`)
      if (!whole) this.complain(`${path} ends before it should: what was left of it is lost.`)
      if (damaged.length || !whole) process.exitCode = 1
    }
  }

  /** @param {string[]} ids */
  async delete(ids) {
    let gone = 0
    for (const id of ids) {
      if (await this.archive.delete(id)) gone++
      else {
        this.complain(`${id} is not in the archive.`)
        process.exitCode = 1
      }
    }
    await this.#clear()
    await this.print(`${counted(gone)} deleted`)
  }

  /** @param {string} date */
  async olderThan(date) {
    const limit = Date.parse(/^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : date)
    if (Number.isNaN(limit)) throw new DirectoryError(`"${date}" is no date. Write it as 2026-11-24.`)
    const ids = []
    for await (const { id, when } of this.#all()) if (id && Date.parse(when) < limit) ids.push(id)
    for (const id of ids) await this.archive.delete(id)
    await this.#clear()
    await this.print(`${counted(ids.length)} deleted`)
  }

  async #store() {
    await this.directory.store(await this.archive.flush())
  }

  /** Makes deletions last, and clears the words of what was deleted out of the files. */
  async #clear() {
    await this.#store()
    await this.directory.store(await this.archive.compact())
  }
}

/** @param {import('../engine/types.js').Listed} article */
const row = ({ id, title, when }) => [when, id || '(its text is damaged)', title.replace(/\s+/g, ' ')].join('\t')

/** @param {number} n */
const counted = (n) => `${n} article${n === 1 ? '' : 's'}`
