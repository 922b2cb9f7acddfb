// The browser's database: one for the page's address, holding what must survive a reload.
// Four tables: `stories` (a line each, for the list), `texts` (their words), `archive` (the
// engine's files, as Blobs) and `settings`. A story and the archive files that hold its
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
 * @property {() => Promise<void>} clear forgets stories and archive, keeps settings
 */

export const name = 'slugline'
const version = 2

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
      const stories = tx.objectStore('stories')
      stories.createIndex('story', 'story')
      for (let at = await stories.openCursor(); at; at = await at.continue()) {
        const { id, topic } = at.value
        await at.update({ ...at.value, story: id, names: [], tags: topic ? [topic] : [] })
      }
    },
    blocking: () => db.close(), // a newer edition of the page waits to change the tables
  })

  /** @param {Change} change */
  async function keep({ flush, lines = [], texts = [], remove = [], joined = [] }) {
    const tx = db.transaction(['stories', 'texts', 'archive', 'settings'], 'readwrite', strict)
    const [stories, words, archive, settings] = ['stories', 'texts', 'archive', 'settings'].map((table) => tx.objectStore(table))
    const work = async () => {
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
    }
    const done = tx.done
    done.catch(() => undefined) // said below
    try {
      const revision = await work()
      await done
      return revision
    } catch (error) {
      try {
        tx.abort()
      } catch {
        // It has ended already.
      }
      throw tx.error ?? error
    }
  }

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

    async clear() {
      const tx = db.transaction(['stories', 'texts', 'archive', 'settings'], 'readwrite', strict)
      const revision = (await tx.objectStore('settings').get('revision')) ?? 0
      for (const table of ['stories', 'texts', 'archive']) tx.objectStore(table).clear()
      tx.objectStore('settings').put(revision + 1, 'revision')
      await tx.done
    },
  }
}
