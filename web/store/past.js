// The stories seen before: the engine's archive and the page's history, kept in step. Every
// writer holds the lock, and first reads the archive anew where another tab wrote since. A
// write that fails leaves the store as it was; the engine, which is then ahead of it, reads
// the archive anew as well.

import { alone } from './store.js'

/**
 * @typedef {import('../engine/types.js').Engine} Engine
 * @typedef {import('../engine/types.js').Article} Article
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('./database.js').Store} Store
 * @typedef {import('./database.js').Line} Line
 * @typedef {{ id: string, when: string, article: Article, known?: boolean }} Arrival `known`: one of this id is in the archive
 * @typedef {{ line: Line, analysis: Analysis }} Kept
 */

/** These make two stories one; passages in common do not. */
const oneStory = new Set(['exact', 'near', 'updated'])

/** Milliseconds that a reader waits for a writer. */
const patience = 1500

/** Stories whose words are cleared out at once: so many have their texts in the engine's memory. */
const many = 2000

/** Bytes of an archive file that are taken in at once. */
const piece = 1 << 18

export class Past {
  /** @param {Engine} engine @param {Store} store */
  constructor(engine, store) {
    this.engine = engine
    this.store = store
    this.revision = -1
    /** @type {string[]} names of archive files that could not be read */
    this.damaged = []
    this.source = { list: () => store.files(), read: (/** @type {string} */ name) => store.read(name) }
  }

  /** Reads the archive from the store into the engine, unless it is there already. */
  async open() {
    const revision = await this.store.revision()
    if (this.revision === revision) return
    const stats = await this.engine.archive.open(this.source)
    this.damaged = stats.damaged ?? []
    this.revision = revision
  }

  /**
   * Runs a reader while nobody writes. A writer that takes minutes, as a merge does, is not
   * waited for: the reader then sees the archive as this page read it last.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async reading(work) {
    const late = AbortSignal.timeout(patience)
    const opened = async () => {
      await this.open()
      return work()
    }
    try {
      return await alone(opened, { mode: 'shared', signal: late })
    } catch (error) {
      if (error !== late.reason) throw error
      return this.revision < 0 ? opened() : work()
    }
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  #writing(work) {
    return alone(async () => {
      await this.open()
      try {
        return await work()
      } catch (error) {
        this.revision = -1
        throw error
      }
    })
  }

  /**
   * Adds stories, each in the place of its earlier self where it has one. `want` may turn one
   * away when its analysis is there.
   * @param {Arrival[]} arrivals
   * @param {(arrival: Arrival, analysis: Analysis) => Line | null} want
   * @param {(arrival: Arrival, error: unknown) => void} [refused] hears of a story that the engine does not take; without it the first such ends all
   * @returns {Promise<Kept[]>} those that are now in the archive, and on the disk
   */
  add(arrivals, want, refused) {
    return this.#writing(async () => {
      const { archive } = this.engine
      const kept = /** @type {Kept[]} */ ([])
      const texts = /** @type {import('./database.js').Words[]} */ ([])
      for (const arrival of arrivals) {
        const { id, when, article, known } = arrival
        if (known) await archive.delete(id)
        const analysis = await archive.add(id, article, when).then((added) => added.analysis, (error) => {
          if (!refused || !['input', 'trap'].includes(error?.code)) throw error
          refused(arrival, error)
          return null
        })
        if (!analysis) continue
        const line = want(arrival, analysis)
        if (!line) {
          await archive.delete(id)
          continue
        }
        kept.push({ line, analysis })
        texts.push({ id, title: article.title ?? '', text: article.text })
      }
      if (!kept.length) return kept
      const joined = await this.#name(kept)
      this.revision = await this.store.keep({ flush: await archive.flush(), lines: kept.map(({ line }) => line), texts, joined })
      return kept
    })
  }

  /** Says which story each line belongs to, and which older stories have become one by that. @param {Kept[]} kept */
  async #name(kept) {
    const stories = await this.engine.archive.stories(kept.map(({ line }) => line.id))
    const joined = /** @type {import('./database.js').Joined[]} */ ([])
    for (const [at, { line, analysis }] of kept.entries()) {
      line.story = stories[at] || line.id
      const others = analysis.matches.filter((match) => oneStory.has(match.verdict)).map((match) => match.id)
      const names = (await this.store.some(others)).map((one) => one.story).filter((story) => story !== line.story)
      if (names.length) joined.push({ names: [...new Set(names)], into: line.story })
    }
    return joined
  }

  /** Takes stories out, and their words out of every file. @param {string[]} ids @param {(done: number) => void} [progress] */
  remove(ids, progress) {
    return this.#writing(async () => {
      const { archive } = this.engine
      for (let from = 0; from < ids.length; from += many) {
        const some = ids.slice(from, from + many)
        for (const [at, id] of some.entries()) {
          await archive.delete(id)
          progress?.(from + at + 1)
        }
        this.revision = await this.store.keep({ flush: await archive.flush(), remove: some })
        this.revision = await this.store.keep({ flush: await archive.compact() })
      }
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

  /** The archive as one file, of which nothing is in memory but what frames its parts. @returns {Promise<Blob>} */
  export() {
    return this.reading(async () => {
      const { packHead } = await import('../engine/pack.js')
      const parts = /** @type {BlobPart[]} */ ([packHead])
      for (const name of (await this.store.files()).sort()) {
        const file = await this.store.read(name)
        if (file) parts.push(/** @type {BlobPart} */ (await this.engine.archive.pack?.(name)), /** @type {BlobPart} */ (file))
      }
      return new Blob(parts, { type: 'application/octet-stream' })
    })
  }

  /**
   * Merges an exported archive into this one. What was taken in before a failure stays.
   * @param {Blob} file
   * @param {(share: number, added: number) => void} progress
   * @param {AbortSignal} [signal]
   * @returns {Promise<{ added: number, known: number, damaged: string[], whole: boolean }>}
   */
  merge(file, progress, signal) {
    return this.#writing(async () => {
      const { archive } = this.engine
      let added = 0
      for (let at = 0; at < file.size; at += piece) {
        signal?.throwIfAborted()
        const brought = await archive.import(new Uint8Array(await file.slice(at, at + piece).arrayBuffer()))
        if (brought.length) {
          const lines = brought.map((one) => lineOf(one))
          const texts = brought.map(({ id, title, text }) => ({ id, title, text }))
          this.revision = await this.store.keep({ flush: await archive.flush(), lines, texts })
        }
        progress(Math.min(1, (at + piece) / file.size), (added += brought.length))
      }
      return { added, ...(await archive.imported()) }
    })
  }
}

/** @param {import('../engine/types.js').Carried} one @returns {Line} */
function lineOf({ id, title, when, words, story, names }) {
  return { id, title, when, words, verdict: '', topic: '', again: 0, story, names, tags: [] }
}
