// The stories kept: looked through, taken out and put back, carried to another browser,
// made to last. Session compares with them; this is what a reader does with them in History.

import { Neighbours } from '../store/store.js'

/**
 * @typedef {import('./session.js').Session} Session
 * @typedef {import('../store/database.js').Line} Line
 * @typedef {import('../store/database.js').Words} Words
 * @typedef {{ story: string, lines: Line[] }} Group versions of one story, newest first
 * @typedef {{ articles: number, bytes: number, quota: number, lasts: boolean }} Usage of the browser's storage; `lasts`: it may not be cleared to make room
 */

/** Lines that are in memory from the start, and read at once later. */
const page = 60

/** Stories kept before the browser is asked to keep them for good: by then they are worth it. */
const worthAsking = 3

/** Milliseconds between two looks at what another tab keeps writing. */
const pause = 400

export class Keeping {
  /** @param {Session} session */
  constructor(session) {
    this.session = session
    this.neighbours = new Neighbours()
    this.asked = false
    this.waiting = false
  }

  /** @param {import('../store/database.js').Store} store */
  async start(store) {
    if (store.lasting) this.neighbours.listen(() => this.heard())
    await this.refresh(store)
  }

  /** Reads the newest lines and the count again. @param {import('../store/database.js').Store} [store] */
  async refresh(store) {
    store ??= (await this.session.ready()).store
    const [kept, lines] = await Promise.all([store.count(), store.lines(page)])
    Object.assign(this.session, { kept, lines })
    this.session.tell()
  }

  /** After every write: here and in the other tabs the list is read again. */
  async wrote() {
    this.neighbours.tell()
    await this.refresh()
    if (this.session.kept >= worthAsking) this.persist()
  }

  /** Another tab has written, perhaps many times in a row. */
  heard() {
    if (this.waiting) return
    this.waiting = true
    setTimeout(() => {
      this.waiting = false
      this.refresh().catch(() => undefined)
    }, pause)
  }

  /**
   * The next stories, newest first, all versions of a story together.
   * @param {string} [before] only those whose newest version was seen before
   * @param {Set<string>} [shown] stories that are not wanted again
   * @returns {Promise<{ groups: Group[], before: string | undefined }>} `before` for the next call; undefined at the end
   */
  async groups(before, shown = new Set()) {
    const { store } = await this.session.ready()
    const lines = await store.lines(page, before)
    const fresh = lines.filter((line) => !shown.has(line.story))
    return { groups: await this.#grouped(fresh), before: lines.length < page ? undefined : lines[lines.length - 1].when }
  }

  /** The stories of some lines, in their order. @param {string[]} ids @returns {Promise<Group[]>} */
  async of(ids) {
    const { store } = await this.session.ready()
    return this.#grouped(await store.some(ids))
  }

  /** @param {Line[]} lines */
  async #grouped(lines) {
    const { store } = await this.session.ready()
    const byStory = new Map(lines.map((line) => [line.story ?? line.id, line]))
    return Promise.all(
      [...byStory].map(async ([story, line]) => {
        const versions = (await store.versions(story)).reverse()
        return { story, lines: versions.length ? versions : [line] }
      }),
    )
  }

  /** @param {string} before RFC 3339 @returns {Promise<string[]>} ids of the stories first seen before then */
  async older(before) {
    return (await this.session.ready()).store.older(before)
  }

  /**
   * Takes stories out.
   * @param {string[]} ids
   * @param {(done: number) => void} [progress]
   * @returns {Promise<() => Promise<void>>} puts them back; good for as few as a reader can regret, so none for more than a hundred
   */
  async remove(ids, progress) {
    const { past, store } = await this.session.ready()
    const few = ids.length <= 100
    const lines = few ? await store.some(ids) : []
    const words = await Promise.all(lines.map((line) => store.words(line.id)))
    await past.remove(ids, progress)
    const { story } = this.session
    if (story && ids.includes(story.id)) story.known = false
    await this.wrote()
    return async () => {
      const arrivals = lines.flatMap((line, at) => {
        const kept = words[at]
        return kept ? [{ id: line.id, when: line.when, article: { ...(kept.title ? { title: kept.title } : {}), text: kept.text } }] : []
      })
      await past.add(arrivals, (arrival) => lines.find((line) => line.id === arrival.id) ?? null)
      if (this.session.story && ids.includes(this.session.story.id)) this.session.story.known = true
      await this.wrote()
    }
  }

  async clear() {
    const { past } = await this.session.ready()
    await past.clear()
    if (this.session.story) this.session.story.known = false
    await this.wrote()
  }

  /** @returns {Promise<Blob>} */
  async export() {
    return (await this.session.ready()).past.export()
  }

  /** @param {Blob} file @param {(share: number, added: number) => void} progress @param {AbortSignal} [signal] */
  async merge(file, progress, signal) {
    this.persist()
    const { past } = await this.session.ready()
    try {
      return await past.merge(file, progress, signal)
    } finally {
      await this.wrote()
    }
  }

  /** Asks the browser, once a visit, not to clear the stories away when the disk is full. */
  async persist() {
    if (this.asked || !this.session.lasting) return
    this.asked = true
    await navigator.storage?.persist?.().catch(() => false)
  }

  /** @returns {Promise<Usage>} zeros where the browser does not say */
  async usage() {
    const [estimate, lasts] = await Promise.all([
      navigator.storage?.estimate?.().catch(() => undefined),
      navigator.storage?.persisted?.().catch(() => false),
    ])
    return { articles: this.session.kept, bytes: estimate?.usage ?? 0, quota: estimate?.quota ?? 0, lasts: lasts ?? false }
  }
}

/** @returns {string} 128 random bits; crypto.randomUUID is missing from plain-http intranets */
export function newId() {
  const bits = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bits, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
