// The newsroom's archive beside the page's own. The story stays here: what goes out to find
// its copies is anchors, hashes of word runs and of pairs of names; the newsroom answers with
// its articles, and this page's engine compares. Only what the reader shares is sent.

import { NewsroomApi, NewsroomError, addressOf } from './api.js'
import { Outbox, keyOf, placed } from './outbox.js'
import { say } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Match} Match
 * @typedef {{ on: boolean, url: string, token: string }} Place
 * @typedef {'off' | 'asking' | 'asked' | 'failed'} State
 */

/** Milliseconds that a story has to rest before the newsroom is asked: nobody asks at every key. */
const rest = 700

/** Seconds between tries to send, doubled each time. */
const [firstTry, lastTry] = [5, 300]

/** Requests that are listed. */
const listed = 200

/** A text of fewer words is no story. */
const leastWords = 25

export class Newsroom extends EventTarget {
  /** @param {import('../story/session.js').Session} session */
  constructor(session) {
    super()
    this.session = session
    /** @type {Place} */
    this.place = { on: false, url: '', token: '' }
    /** @type {State} */
    this.state = 'off'
    this.problem = ''
    /** What the newsroom has of the story at hand. @type {Match[]} */
    this.matches = []
    /** @type {import('./outbox.js').Waiting[]} */
    this.waiting = []
    /** Whether the story at hand was shared. */
    this.isShared = false
    /** What went out since the page was opened. */
    this.sent = { fingerprints: 0, stories: 0 }
    /** Each request of those, newest first. @type {import('./api.js').Sent[]} */
    this.requests = []
    /** Addresses that were asked: another may be chosen since. @type {Set<string>} */
    this.homes = new Set()
    /** @type {Map<string, { title: string, text: string }>} the words of its matches */
    this.words = new Map()
    /** @type {Outbox | null} */
    this.outbox = null
    /** @type {import('../engine/types.js').Analysis | null} */
    this.asked = null
    /** @type {AbortController | null} */
    this.asking = null
    this.timers = { rest: 0, send: 0 }
    this.wait = firstTry
    this.over = new AbortController()
  }

  tell() {
    this.dispatchEvent(new Event('change'))
  }

  /** @param {import('../store/database.js').Store} store */
  async start(store) {
    const { signal } = this.over
    const outbox = new Outbox(store)
    const [place, waiting] = await Promise.all([store.setting('newsroom'), outbox.waiting()])
    if (signal.aborted) return
    Object.assign(this, { outbox, place: place ?? this.place, waiting })
    this.session.addEventListener('change', () => this.follow(), { signal })
    addEventListener('online', () => this.send(), { signal })
    if (this.place.on) this.send()
    this.tell()
  }

  /** Ends listening, asking and sending; what waits stays in the store. */
  end() {
    this.over.abort()
    this.asking?.abort()
    clearTimeout(this.timers.rest)
    clearTimeout(this.timers.send)
  }

  get api() {
    return this.apiOf(this.place)
  }

  /** @param {Place} place */
  apiOf(place) {
    const { title } = this.session.story ?? {}
    return new NewsroomApi(place, undefined, (sent) => {
      this.homes.add(sent.to)
      this.requests = [{ title, ...sent }, ...this.requests].slice(0, listed)
    })
  }

  /** What the newsroom has of the story as it is shown now. */
  get current() {
    return this.asked && this.asked === this.session.analysis ? this.matches : []
  }

  /**
   * Points the page at a newsroom, after trying it.
   * @param {Place} given
   * @returns {Promise<string>} what is wrong with it, or ''
   */
  async point(given) {
    const place = { ...given, token: given.token.trim() }
    try {
      if (place.on) {
        place.url = addressOf(place.url, document.baseURI)
        await this.apiOf(place).check()
      }
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error
      return error.message
    }
    this.place = place
    await (await this.session.opening).set('newsroom', place)
    this.forget()
    this.follow()
    this.send()
    return ''
  }

  forget() {
    this.asking?.abort()
    clearTimeout(this.timers.rest)
    Object.assign(this, { asked: null, matches: [], isShared: false, problem: '', state: 'off' })
    this.words.clear()
    this.tell()
  }

  /** The session has changed. */
  follow() {
    const { session } = this
    if (session.analysis === this.asked && session.analysis) return
    if (!session.story || !this.place.on) {
      if (this.state !== 'off') this.forget()
      return
    }
    if (session.state !== 'ready' || !session.analysis) return
    clearTimeout(this.timers.rest)
    this.timers.rest = window.setTimeout(() => this.find(), rest)
  }

  /** Asks for what the newsroom has of the story. */
  async find() {
    const { session } = this
    const { story, analysis } = session
    if (!story || !analysis || !this.place.on || analysis.article.words < leastWords) return
    this.asked = analysis
    this.asking?.abort()
    const { signal } = (this.asking = new AbortController())
    this.state = 'asking'
    this.tell()
    try {
      const { engine } = await session.ready()
      const article = session.article(story)
      const anchors = await engine.anchors(article, { signal })
      this.sent.fingerprints++
      const candidates = await this.api.candidates(anchors, signal)
      const found = await engine.relate(article, new Date().toISOString(), candidates, { signal })
      const key = await keyOf(story)
      const own = (await this.outbox?.shared())?.[placed({ key, to: this.place.url })]
      const texts = await Promise.all(candidates.map((one) => engine.recall(one)))
      if (signal.aborted) return
      this.words = new Map(texts.map(({ id, title, text }) => [id, { title, text }]))
      this.isShared = own !== undefined
      this.matches = found.filter(({ id }) => id !== own).map((match) => ({ ...match, newsroom: true }))
      Object.assign(this, { state: 'asked', problem: '' })
    } catch (error) {
      if (signal.aborted) return
      Object.assign(this, { state: 'failed', matches: [], problem: error instanceof Error ? error.message : String(error) })
    }
    this.tell()
  }

  /** Shares the story at hand; where the newsroom cannot be reached it waits. @returns {Promise<string>} what came of it, in words */
  async share() {
    const { story } = this.session
    if (!story || !this.outbox) return ''
    const key = await keyOf(story)
    if (!(await this.outbox.put({ key, to: this.place.url, title: story.title, text: story.text, date: '', when: new Date().toISOString() }))) return say('newsroom.full')
    const problem = await this.send()
    const left = this.waiting.find((one) => one.key === key && one.to === this.place.url)
    if (left) return left.problem ?? `${problem} ${say('newsroom.waits')}`
    this.isShared = true
    this.tell()
    return say('newsroom.shared')
  }

  /** Sends what waits. @param {boolean} [again] refused ones too @returns {Promise<string>} what stopped it, or '' */
  async send(again = false) {
    if (!this.outbox || !this.place.on) return ''
    clearTimeout(this.timers.send)
    const { signal } = this.over
    const { sent, error } = await this.outbox.send(this.api, again, signal)
    this.waiting = await this.outbox.waiting()
    if (signal.aborted) return ''
    this.sent.stories += sent
    // What another tab is sending is looked after, too: that tab may be closed before the answer.
    if (error?.passing || this.waiting.some(({ claimed, to }) => claimed && to === this.place.url)) {
      const seconds = Math.max(error?.after ?? 0, this.wait)
      this.wait = Math.min(2 * this.wait, lastTry)
      this.timers.send = window.setTimeout(() => this.send(), 1000 * seconds)
    } else this.wait = firstTry
    this.tell()
    return error?.message ?? ''
  }

  /** Takes a story back that has not been sent. @param {import('./outbox.js').Waiting} story @returns {Promise<string>} why not, or '' */
  async takeBack(story) {
    const gone = await this.outbox?.remove(story)
    await this.recount()
    return gone === false ? say('newsroom.underway') : ''
  }

  /** Looks again at what waits: another tab may have sent some, or the reader have forgotten all. */
  async recount() {
    this.waiting = (await this.outbox?.waiting()) ?? []
    this.tell()
  }
}
