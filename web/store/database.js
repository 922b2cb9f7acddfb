// The browser's database: one for the page's address, holding what must survive a reload.
// Four tables: `stories` (a line each, for the list), `texts` (their words), `archive` (the
// engine's files, as blobs) and `settings`. A story and the archive files that hold its
// fingerprints are written in one transaction: after a crash both are there or neither.

import { openDB } from 'idb'

/**
 * @typedef {import('../engine/types.js').ArchiveFile} ArchiveFile
 * @typedef {{ write: ArchiveFile[], remove: string[] }} Flush
 *
 * A line of the history. `when` is RFC 3339; `again` counts later pastes of the same words.
 * @typedef {{ id: string, title: string, when: string, words: number, verdict: string,
 *   topic: string, again: number }} Line
 * @typedef {{ id: string, title: string, text: string }} Words
 *
 * What the page needs of a store; `lasting` is false where nothing survives the tab.
 * @typedef {object} Store
 * @property {boolean} lasting
 * @property {() => Promise<{ files: ArchiveFile[], revision: number }>} archive
 * @property {() => Promise<number>} revision
 * @property {(flush: Flush, line?: Line, words?: Words, remove?: string) => Promise<number>} keep
 * @property {(line: Line) => Promise<void>} note
 * @property {() => Promise<Line[]>} lines newest first
 * @property {(id: string) => Promise<Words | undefined>} words
 * @property {(name: string) => Promise<any>} setting
 * @property {(name: string, value: any) => Promise<void>} set
 * @property {() => Promise<void>} clear forgets stories and archive, keeps settings
 */

const name = 'slugline'
const version = 1

/** @returns {Promise<Store>} rejects where the browser gives no storage */
export async function openDatabase() {
  const db = await openDB(name, version, {
    upgrade(fresh) {
      fresh.createObjectStore('stories', { keyPath: 'id' }).createIndex('when', 'when')
      fresh.createObjectStore('texts', { keyPath: 'id' })
      fresh.createObjectStore('archive')
      fresh.createObjectStore('settings')
    },
    blocking: () => db.close(),
  })
  return {
    lasting: true,

    async archive() {
      const tx = db.transaction(['archive', 'settings'])
      const [names, blobs, revision] = await Promise.all([
        tx.objectStore('archive').getAllKeys(),
        tx.objectStore('archive').getAll(),
        tx.objectStore('settings').get('revision'),
      ])
      const files = blobs.map(async (blob, at) => ({
        name: String(names[at]),
        bytes: new Uint8Array(await blob.arrayBuffer()),
      }))
      return { files: await Promise.all(files), revision: revision ?? 0 }
    },

    revision: async () => (await db.get('settings', 'revision')) ?? 0,

    async keep(flush, line, words, remove) {
      const tx = db.transaction(['stories', 'texts', 'archive', 'settings'], 'readwrite')
      const archive = tx.objectStore('archive')
      const settings = tx.objectStore('settings')
      const revision = ((await settings.get('revision')) ?? 0) + 1
      for (const file of flush.remove) archive.delete(file)
      for (const file of flush.write) archive.put(new Blob([/** @type {BlobPart} */ (file.bytes)]), file.name)
      if (remove) {
        tx.objectStore('stories').delete(remove)
        tx.objectStore('texts').delete(remove)
      }
      if (line) tx.objectStore('stories').put(line)
      if (words) tx.objectStore('texts').put(words)
      settings.put(revision, 'revision')
      await tx.done
      return revision
    },

    note: async (line) => void (await db.put('stories', line)),
    lines: async () => (await db.getAllFromIndex('stories', 'when')).reverse(),
    words: (id) => db.get('texts', id),
    setting: (key) => db.get('settings', key),
    set: async (key, value) => void (await db.put('settings', value, key)),

    async clear() {
      const tx = db.transaction(['stories', 'texts', 'archive', 'settings'], 'readwrite')
      const revision = (await tx.objectStore('settings').get('revision')) ?? 0
      tx.objectStore('stories').clear()
      tx.objectStore('texts').clear()
      tx.objectStore('archive').clear()
      tx.objectStore('settings').put(revision + 1, 'revision')
      await tx.done
    },
  }
}
