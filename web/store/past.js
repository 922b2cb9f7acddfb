// The stories seen before: the engine's archive and the page's history, kept in step. Every
// writer holds the lock, and first reads the archive anew where another tab wrote since.

import { alone } from './store.js'

/**
 * @typedef {import('../engine/types.js').Engine} Engine
 * @typedef {import('../engine/types.js').Article} Article
 * @typedef {import('./database.js').Store} Store
 * @typedef {import('./database.js').Line} Line
 */

export class Past {
  /** @param {Engine} engine @param {Store} store */
  constructor(engine, store) {
    this.engine = engine
    this.store = store
    this.revision = -1
    /** @type {string[]} names of archive files that could not be read */
    this.damaged = []
  }

  /** Reads the archive from the store into the engine, unless it is there already. */
  async open() {
    if (this.revision === (await this.store.revision()) && this.revision >= 0) return
    const { files, revision } = await this.store.archive()
    const stats = await this.engine.archive.open(files)
    this.damaged = stats.damaged ?? []
    this.revision = revision
  }

  /**
   * Adds a story, in the place of its earlier self where it has one.
   * @param {Line} line
   * @param {Article} article
   * @param {boolean} known whether a story of this id is in the archive
   */
  add(line, article, known) {
    return alone(async () => {
      await this.open()
      if (known) await this.engine.archive.delete(line.id)
      await this.engine.archive.add(line.id, article, line.when)
      const words = { id: line.id, title: article.title ?? '', text: article.text }
      this.revision = await this.store.keep(await this.engine.archive.flush(), line, words)
    })
  }

  /** @param {string} id */
  remove(id) {
    return alone(async () => {
      await this.open()
      await this.engine.archive.delete(id)
      this.revision = await this.store.keep(await this.engine.archive.flush(), undefined, undefined, id)
    })
  }

  /** Forgets every story. */
  clear() {
    return alone(async () => {
      await this.store.clear()
      this.revision = -1
      await this.open()
    })
  }
}
