// Stories that the reader has shared with the newsroom and that have not arrived there yet.
// Each is a record of its own in the page's store, so a closed tab or a dead network loses
// none. Several tabs may send at once: one claims a story for as long as an answer may take,
// and the others pass it over. A tab that dies leaves a claim that ends by itself; then the
// story may be sent a second time, and the Worker knows an article by its key.

import { NewsroomError, patience } from './api.js'
import { sha256 } from './sha256.js'

/**
 * @typedef {{ key: string, to: string, title: string, text: string, date: string, when: string, problem?: string, claimed?: number }} Waiting `to`: the
 *   newsroom that it was shared with, and no other gets it; `problem`: why it was refused; it waits for the reader; `claimed`: ms since 1970
 *   until which a tab that sends it has it to itself
 * @typedef {Pick<Waiting, 'key' | 'to'>} Named
 *
 * What waits, for as long as one transaction lasts.
 * @typedef {object} Box
 * @property {() => Promise<Waiting[]>} all oldest first
 * @property {() => Promise<number>} count
 * @property {(one: Named) => Promise<Waiting | undefined>} get
 * @property {(one: Waiting) => Promise<unknown>} put
 * @property {(one: Named) => Promise<unknown>} delete
 * @property {(name: string) => Promise<any>} setting
 * @property {(name: string, value: any) => Promise<unknown>} set
 *
 * @typedef {<T>(work: (box: Box) => Promise<T>) => Promise<T>} Within runs work on it that waits for nothing else, one transaction of all tabs at a time
 */

/** Stories that may wait; more would fill the browser's store. */
export const mostWaiting = 200

/** Names of what was shared, kept so that a story does not meet itself. */
const mostShared = 2000

/** Milliseconds that a claim lasts. */
const lease = 2 * patience

export class Outbox {
  /** @param {{ outbox: Within }} store @param {() => number} [now] ms since 1970 */
  constructor(store, now = Date.now) {
    this.within = store.outbox
    this.now = now
  }

  /** @returns {Promise<Waiting[]>} oldest first */
  waiting() {
    return this.within((box) => box.all())
  }

  /** @returns {Promise<Record<string, string>>} the newsrooms' names of what was shared, by `placed` */
  shared() {
    return this.within(async (box) => (await box.setting('newsroom-shared')) ?? {})
  }

  /** @param {Waiting} story @returns {Promise<boolean>} false where too many wait */
  put(story) {
    return this.within(async (box) => {
      if (await box.get(story)) return true
      if ((await box.count()) >= mostWaiting) return false
      await box.put(story)
      return true
    })
  }

  /** @param {Named} story @returns {Promise<boolean>} false where it is being sent */
  remove(story) {
    return this.within(async (box) => {
      const one = await box.get(story)
      if (one && this.isClaimed(one)) return false
      await box.delete(story)
      return true
    })
  }

  /**
   * Sends what waits for this newsroom and is not being sent elsewhere, the oldest first, until the newsroom cannot be reached.
   * @param {Pick<import('./api.js').NewsroomApi, 'share' | 'url'>} api
   * @param {boolean} [again] refused ones too
   * @param {AbortSignal} [signal] ends it after the story that is on its way
   * @returns {Promise<{ sent: number, error: NewsroomError | null }>} what stopped it
   */
  async send(api, again = false, signal) {
    let sent = 0
    for (const { key, to } of await this.waiting()) {
      if (signal?.aborted) break
      if (to !== api.url) continue
      const story = await this.claim({ key, to }, again)
      if (!story) continue
      try {
        const { title, text, date } = story
        const { id } = await api.share({ title, text, ...(date && { date }) }, key)
        await this.arrived(story, id)
        sent++
      } catch (error) {
        const refused = error instanceof NewsroomError && !error.passing && error.code !== 'token'
        await this.release(story, refused ? error.message : story.problem)
        if (!(error instanceof NewsroomError)) throw error
        if (!refused) return { sent, error }
      }
    }
    return { sent, error: null }
  }

  /** @param {Waiting} one */
  isClaimed({ claimed = 0 }) {
    const left = claimed - this.now()
    return left > 0 && left <= lease // further ahead than that the clock was put back
  }

  /** @param {Named} name @param {boolean} again refused ones too @returns {Promise<Waiting | null>} null where it has gone, is being sent, or waits for the reader */
  claim(name, again) {
    return this.within(async (box) => {
      const one = await box.get(name)
      if (!one || this.isClaimed(one) || (one.problem && !again)) return null
      const story = { ...one, claimed: this.now() + lease }
      await box.put(story)
      return story
    })
  }

  /** @param {Waiting} story @param {string} id its name at the newsroom */
  arrived(story, id) {
    return this.within(async (box) => {
      await box.delete(story)
      const shared = (await box.setting('newsroom-shared')) ?? {}
      await box.set('newsroom-shared', Object.fromEntries([...Object.entries(shared), [placed(story), id]].slice(-mostShared)))
    })
  }

  /** Ends a claim, unless another tab has the story by now. @param {Waiting} story @param {string} [problem] */
  release(story, problem) {
    return this.within(async (box) => {
      const one = await box.get(story)
      if (one?.claimed === story.claimed) await box.put({ ...story, problem, claimed: 0 })
    })
  }
}

/** An article at one newsroom. @param {Named} story */
export const placed = ({ key, to }) => `${to} ${key}`

/** The key of an article: the same for the same words, whoever shares them. @param {{ title: string, text: string }} article */
export async function keyOf({ title, text }) {
  const words = new TextEncoder().encode(`${title}\0${text}`)
  const bytes = crypto.subtle ? new Uint8Array(await crypto.subtle.digest('SHA-256', words)) : sha256(words)
  return `page-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
