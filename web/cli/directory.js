/**
 * An archive in a directory: the engine's files as they are, one writer at a time.
 *
 * Each file is written beside its place, synced, and renamed into it, in the order the
 * engine gave; only then are superseded files removed. A run that is killed anywhere in
 * between leaves a whole archive without the articles that were not yet reported.
 */

import { mkdir, open, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const LOCK = 'lock'
const UNFINISHED = '.unfinished'

/** The archive cannot be used; the message says why and what to do. */
export class DirectoryError extends Error {}

/**
 * @implements {ArchiveSource}
 * @typedef {import('../engine/types.js').ArchiveSource} ArchiveSource
 */
export class Directory {
  /**
   * Locks the directory for this process.
   * @param {string} path
   * @param {{ make?: boolean }} [how] whether one is made where there is none
   */
  static async open(path, { make = true } = {}) {
    if (!make && !(await stat(path).catch(() => undefined))?.isDirectory()) throw new DirectoryError(`There is no archive directory ${path}.`)
    await mkdir(path, { recursive: true }).catch((error) => {
      throw new DirectoryError(`The archive directory ${path} cannot be made: ${error.message}`)
    })
    await lock(path)
    const directory = new Directory(path)
    for (const name of await readdir(path)) if (name.endsWith(UNFINISHED)) await rm(join(path, name), { force: true })
    return directory
  }

  /** @param {string} path */
  constructor(path) {
    this.path = path
  }

  async list() {
    return (await readdir(this.path)).filter((name) => name !== LOCK && !name.startsWith('.') && !name.endsWith(UNFINISHED))
  }

  /** @param {string} name @returns {Promise<Uint8Array | undefined>} undefined where it cannot be read */
  async read(name) {
    return readFile(join(this.path, name)).catch(() => undefined)
  }

  /** Makes a flush last. @param {import('../engine/types.js').Flush} flush */
  async store({ write, remove }) {
    if (!write.length && !remove.length) return
    for (const { name, bytes } of write) {
      const unfinished = join(this.path, name + UNFINISHED)
      const file = await open(unfinished, 'w')
      try {
        await file.writeFile(bytes)
        await file.datasync()
      } finally {
        await file.close()
      }
      await rename(unfinished, join(this.path, name))
    }
    await sync(this.path)
    for (const name of remove) await rm(join(this.path, name), { force: true })
  }

  async close() {
    await rm(join(this.path, LOCK), { force: true })
  }
}

/**
 * Takes the lock, or a dead process's lock over.
 * @param {string} path
 */
async function lock(path) {
  const file = join(path, LOCK)
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await writeFile(file, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') {
        throw new DirectoryError(`The archive directory ${path} cannot be written: ${/** @type {Error} */ (error).message}`)
      }
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => ''))
    if (owner && owner !== process.pid && alive(owner)) {
      throw new DirectoryError(`The archive ${path} is in use by process ${owner}. Wait until it is done, or, if no such process is Slugline, delete ${file}.`)
    }
    await unlink(file).catch(() => undefined)
  }
  throw new DirectoryError(`The archive ${path} is being opened by another process. Try again.`)
}

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** Makes the renames in a directory last. Not every system can; there the file system's own order must do. @param {string} path */
async function sync(path) {
  try {
    const directory = await open(path)
    await directory.sync().finally(() => directory.close())
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) throw error
  }
}
