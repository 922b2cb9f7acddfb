/** What a newsroom shares as files: its desk, and corrections of names. */

import { readFile } from 'node:fs/promises'

import { DeskError, joined, nothingTaught, readDesk } from '../desk/desk.js'
import { readVocabulary } from '../desk/vocabulary.js'
import { SaidError, readSaid } from '../story/said.js'

/** A file cannot be used; the message names it and says why. */
export class CannotRead extends Error {}

/**
 * Desks and vocabularies, joined in their order.
 * @param {string[]} files
 * @returns {Promise<import('../engine/types.js').Desk | undefined>}
 */
export async function readDesks(files) {
  const desks = []
  for (const file of files) {
    const text = await read(file)
    try {
      desks.push(isDesk(text) ? readDesk(text) : { ...nothingTaught(), tags: readVocabulary(text) })
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
      throw new CannotRead(`${file}: ${error.message}`)
    }
  }
  return desks.length ? joined(...desks) : undefined
}

/** Whether this is the file that the page saves, and no vocabulary. @param {string} text */
const isDesk = (text) => /^\s*\{/.test(text) && /"decisions"\s*:/.test(text)

/**
 * @param {string | undefined} file
 * @returns {Promise<import('../engine/types.js').Correction[] | undefined>}
 */
export async function readCorrections(file) {
  if (file === undefined) return undefined
  const text = await read(file)
  try {
    return readSaid(text)
  } catch (error) {
    if (!(error instanceof SaidError)) throw error
    throw new CannotRead(`${file}: ${error.message}`)
  }
}

/** @param {string} file */
async function read(file) {
  return readFile(file, 'utf8').catch((error) => {
    throw new CannotRead(`${file} cannot be read: ${error.message}`)
  })
}
