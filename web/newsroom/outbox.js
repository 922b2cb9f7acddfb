// Stories that the reader has shared with the newsroom and that have not arrived there yet.
// They lie in the page's store, so a closed tab or a dead network loses none. Several tabs
// may send at once: the lock lets one of them, and the Worker knows an article by its key.

import { NewsroomError } from './api.js'

/**
 * @typedef {{ key: string, to: string, title: string, text: string, date: string, when: string, problem?: string }} Waiting `to`: the newsroom
 *   that it was shared with, and no other gets it; `problem`: why it was refused; it waits for the reader
 * @typedef {{ setting(name: string): Promise<any>, set(name: string, value: any): Promise<unknown> }} Settings
 * @typedef {<T>(work: () => Promise<T>) => Promise<T>} Alone
 */

/** Stories that may wait; more would fill the browser's store. */
export const mostWaiting = 200

/** Names of what was shared, kept so that a story does not meet itself. */
const mostShared = 2000

export class Outbox {
  /** @param {Settings} store @param {Alone} alone runs one writer of all tabs at a time */
  constructor(store, alone) {
    this.store = store
    this.alone = alone
  }

  /** @returns {Promise<Waiting[]>} oldest first */
  async waiting() {
    return (await this.store.setting('newsroom-outbox')) ?? []
  }

  /** @returns {Promise<Record<string, string>>} the newsrooms' names of what was shared, by `placed` */
  async shared() {
    return (await this.store.setting('newsroom-shared')) ?? {}
  }

  /** @param {Waiting} story @returns {Promise<boolean>} false where too many wait */
  put(story) {
    return this.alone(async () => {
      const list = await this.waiting()
      if (list.some((one) => placed(one) === placed(story))) return true
      if (list.length >= mostWaiting) return false
      await this.store.set('newsroom-outbox', [...list, story])
      return true
    })
  }

  /** @param {Pick<Waiting, 'key' | 'to'>} story */
  remove(story) {
    return this.alone(async () => {
      await this.store.set('newsroom-outbox', (await this.waiting()).filter((one) => placed(one) !== placed(story)))
    })
  }

  /**
   * Sends what waits for this newsroom, the oldest first, until the newsroom cannot be reached.
   * @param {Pick<import('./api.js').NewsroomApi, 'share' | 'url'>} api
   * @param {boolean} [again] refused ones too
   * @returns {Promise<NewsroomError | null>} what stopped it
   */
  send(api, again = false) {
    return this.alone(async () => {
      for (const story of await this.waiting()) {
        if (story.to !== api.url || (story.problem && !again)) continue
        let id = ''
        let problem = ''
        try {
          const { title, text, date } = story
          id = (await api.share({ title, text, ...(date && { date }) }, story.key)).id
        } catch (error) {
          if (!(error instanceof NewsroomError)) throw error
          if (error.passing || error.code === 'token') return error
          problem = error.message
        }
        const rest = await this.waiting()
        await this.store.set('newsroom-outbox', problem ? rest.map((one) => (placed(one) === placed(story) ? { ...one, problem } : one)) : rest.filter((one) => placed(one) !== placed(story)))
        if (id) await this.store.set('newsroom-shared', Object.fromEntries([...Object.entries(await this.shared()), [placed(story), id]].slice(-mostShared)))
      }
      return null
    })
  }
}

/** An article at one newsroom. @param {Pick<Waiting, 'key' | 'to'>} story */
export const placed = ({ key, to }) => `${to} ${key}`

/** The key of an article: the same for the same words, whoever shares them. @param {{ title: string, text: string }} article */
export async function keyOf({ title, text }) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${title}\0${text}`))
  return `page-${[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
