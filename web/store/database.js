// The browser's database: one for the page's address, holding what must survive a reload.
// Five tables: `stories` (a line each, for the list), `texts` (their words), `archive` (the
// engine's files, as Blobs), `outbox` (stories that wait for a newsroom) and `settings`. A story and the archive files that hold its
// fingerprints are written in one transaction: after a crash both are there or neither.
//
// Nothing here reads a whole table at once: a history may be 100,000 stories long.

import { openDB } from 'idb'

/**
 * A line of the history. `when` is RFC 3339; `again` counts later pastes of the same words;
 * versions of one story share `story`; `names` and `tags` are what it can be found by;
 * `evidence` is what the verdict rests on.
 * @typedef {{ id: string, title: string, when: string, words: number, verdict: string,
 *   topic: string, again: number, story: string, names: string[], tags: string[],
 *   evidence?: import('../story/limits.js').Evidence }} Line
 * @typedef {{ id: string, title: string, text: string }} Words
 * @typedef {{ names: string[], into: string }} Joined stories that have proved to be one
 * @typedef {{ flush: import('../engine/types.js').Flush, lines?: Line[], texts?: Words[], remove?: string[], joined?: Joined[] }} Change
 *
 * What the page needs of a store; `lasting` is false where nothing survives the tab.
 * @typedef {object} Store
 * @property {boolean} lasting
 * @property {() => Promise<string[]>} files names of the archive's files
 * @property {(name: string) => Promise<Blob | Uint8Array | undefined>} read one of them
 * @property {() => Promise<number>} revision grows with every write of the archive
 * @property {(change: Change) => Promise<number>} keep all of it or nothing; the new revision
 * @property {(line: Line) => Promise<void>} note
 * @property {() => Promise<number>} count of stories
 * @property {(limit: number, before?: string) => Promise<Line[]>} lines newest first, those seen before a time
 * @property {(ids: string[]) => Promise<Line[]>} some of those that are still there
 * @property {(story: string) => Promise<Line[]>} versions of a story, oldest first
 * @property {(before: string) => Promise<string[]>} older ids of the stories seen before a time
 * @property {(id: string) => Promise<Words | undefined>} words
 * @property {(name: string) => Promise<any>} setting
 * @property {(name: string, value: any) => Promise<void>} set
 * @property {import('../newsroom/outbox.js').Within} outbox
 * @property {() => Promise<void>} clear forgets stories, archive, what waits and what was shared; keeps the other settings
 */

export const name = 'slugline'
const version = 3

/** The write is on the disk before it is said to be done. @type {IDBTransactionOptions} */
const strict = { durability: 'strict' }

/** @returns {Promise<Store>} rejects where the browser gives no storage */
export async function openDatabase() {
  const db = await openDB(name, version, {
    async upgrade(db, old, _, tx) {
      if (old < 1) {
        db.createObjectStore('stories', { keyPath: 'id' }).createIndex('when', 'when')
        db.createObjectStore('texts', { keyPath: 'id' })
        db.createObjectStore('archive')
        db.createObjectStore('settings')
      }
      if (old < 2) {
        const stories = tx.objectStore('stories')
        stories.createIndex('story', 'story')
        for (let at = await stories.openCursor(); at; at = await at.continue()) {
          const { id, topic } = at.value
          await at.update({ ...at.value, story: id, names: [], tags: topic ? [topic] : [] })
        }
      }
      if (old < 3) {
        const outbox = db.createObjectStore('outbox', { keyPath: ['to', 'key'] })
        outbox.createIndex('when', 'when')
        // What waited was one list, whose first stories went wherever the page was pointed.
        const settings = tx.objectStore('settings')
        const to = (await settings.get('newsroom'))?.url ?? ''
        for (const story of (await settings.get('newsroom-outbox')) ?? []) await outbox.put({ ...story, to: story.to ?? to })
        await settings.delete('newsroom-outbox')
      }
    },
    blocking: () => db.close(), // a newer edition of the page waits to change the tables
  })

  /**
   * Runs work in one transaction: all of it is on the disk at its end, or nothing.
   * @template T
   * @param {string[]} tables
   * @param {(...tables: import('idb').IDBPObjectStore<any, any, any, 'readwrite'>[]) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function whole(tables, work) {
    const tx = db.transaction(tables, 'readwrite', strict)
    const done = tx.done
    done.catch(() => undefined) // said below
    try {
      const value = await work(...tables.map((table) => tx.objectStore(table)))
      await done
      return value
    } catch (error) {
      try {
        tx.abort()
      } catch {
        // It has ended already.
      }
      throw tx.error ?? error
    }
  }

  /** @param {Change} change */
  const keep = ({ flush, lines = [], texts = [], remove = [], joined = [] }) =>
    whole(['stories', 'texts', 'archive', 'settings'], async (stories, words, archive, settings) => {
      const revision = ((await settings.get('revision')) ?? 0) + 1
      const writes = [
        ...flush.write.map((file) => archive.put(new Blob([/** @type {BlobPart} */ (file.bytes)]), file.name)),
        ...flush.remove.map((file) => archive.delete(file)),
        ...remove.flatMap((id) => [stories.delete(id), words.delete(id)]),
        ...lines.map((line) => stories.put(line)),
        ...texts.map((text) => words.put(text)),
        settings.put(revision, 'revision'),
      ]
      await Promise.all(writes)
      for (const { names, into } of joined)
        for (const old of names)
          for (let at = await stories.index('story').openCursor(old); at; at = await at.continue()) await at.update({ ...at.value, story: into })
      return revision
    })

  return {
    lasting: true,
    files: async () => (await db.getAllKeys('archive')).map(String),
    read: (file) => db.get('archive', file),
    revision: async () => (await db.get('settings', 'revision')) ?? 0,
    keep,
    note: async (line) => void (await db.put('stories', line)),
    count: () => db.count('stories'),

    async lines(limit, before) {
      const range = before === undefined ? null : IDBKeyRange.upperBound(before, true)
      const found = /** @type {Line[]} */ ([])
      let at = await db.transaction('stories').store.index('when').openCursor(range, 'prev')
      for (; at && found.length < limit; at = await at.continue()) found.push(at.value)
      for (; at && at.value.when === found.at(-1)?.when; at = await at.continue()) found.push(at.value) // of one moment all or none
      return found
    },

    async some(ids) {
      const { store } = db.transaction('stories')
      return (await Promise.all(ids.map((id) => store.get(id)))).filter(Boolean)
    },

    async versions(story) {
      const found = /** @type {Line[]} */ (await db.getAllFromIndex('stories', 'story', story))
      return found.sort((a, b) => (a.when < b.when ? -1 : 1))
    },

    older: async (before) => (await db.getAllKeysFromIndex('stories', 'when', IDBKeyRange.upperBound(before, true))).map(String),
    words: (id) => db.get('texts', id),
    setting: (key) => db.get('settings', key),
    set: async (key, value) => void (await db.put('settings', value, key)),

    outbox: (work) =>
      whole(['outbox', 'settings'], (outbox, settings) =>
        work({
          all: () => outbox.index('when').getAll(),
          count: () => outbox.count(),
          get: ({ to, key }) => outbox.get([to, key]),
          put: (one) => outbox.put(one),
          delete: ({ to, key }) => outbox.delete([to, key]),
          setting: (key) => settings.get(key),
          set: (key, value) => settings.put(value, key),
        }),
      ),

    clear: () =>
      whole(['stories', 'texts', 'archive', 'outbox', 'settings'], async (stories, texts, archive, outbox, settings) => {
        await Promise.all([stories, texts, archive, outbox].map((table) => table.clear()))
        await settings.delete('newsroom-shared')
        await settings.put(((await settings.get('revision')) ?? 0) + 1, 'revision')
      }),
  }
}
