// Many stories at once: read from files by a Worker, compared and kept portion by portion.
// A portion counts when it is on the disk; a batch that is stopped, or a tab that is closed,
// keeps what was counted.

import { describe, lineOf, worthKeeping } from '../../story/session.js'
import { newId } from '../../story/keeping.js'

/**
 * @typedef {import('../../story/session.js').Session} Session
 * @typedef {import('./stories.js').Item} Item
 * @typedef {import('./worker.js').Portion} Portion
 *
 * What became of one story. `id` is set where it was kept, `match` where one like it was known.
 * @typedef {{ file: string, where: string, title: string, result: 'added' | 'duplicate' | 'refused', id: string,
 *   match: import('../../engine/types.js').Match | null, problem: string, values: Record<string, string | number> }} Outcome
 * @typedef {'running' | 'paused' | 'done' | 'stopped' | 'failed'} State
 */

/** Stories before the time that is left is told from those done. */
const enough = 5

export class Batch extends EventTarget {
  /** @param {Session} session @param {File[]} files @param {() => Worker} startReader */
  constructor(session, files, startReader) {
    super()
    this.session = session
    this.files = files
    this.startReader = startReader
    this.size = files.reduce((sum, file) => sum + file.size, 0)
    /** @type {State} */
    this.state = 'running'
    this.file = 0
    /** Bytes of the files that are done with. */
    this.read = 0
    /** @type {Outcome[]} */
    this.outcomes = []
    this.added = 0
    /** @type {{ code: string, message: string } | null} */
    this.problem = null
    this.stopping = false
    this.worked = 0
    this.began = performance.now()
    /** @type {() => void} */
    this.wake = () => {}
  }

  get duplicates() {
    return this.outcomes.filter((one) => one.match)
  }

  get refused() {
    return this.outcomes.filter((one) => one.result === 'refused')
  }

  /** Milliseconds that are left, by what the part done took; 0 while that is not known. */
  get left() {
    const worked = this.worked + (this.state === 'running' ? performance.now() - this.began : 0)
    return this.outcomes.length < enough || !this.read ? 0 : (worked * (this.size - this.read)) / this.read
  }

  pause() {
    if (this.state !== 'running') return
    this.worked += performance.now() - this.began
    this.#become('paused')
  }

  resume() {
    if (this.state !== 'paused') return
    this.began = performance.now()
    this.#become('running')
    this.wake()
  }

  /** Ends it after the portion at work; what is counted stays. */
  stop() {
    this.stopping = true
    this.wake()
  }

  async run() {
    const reader = new Reader(this.startReader())
    this.session.keeping.persist()
    try {
      let before = 0
      for (const [at, file] of this.files.entries()) {
        this.file = at
        for await (const items of reader.portions(file)) {
          if (!(await this.#mayGoOn())) {
            this.#become('stopped')
            return
          }
          await this.#take(items, file)
          this.read = before + Math.min(file.size, items.at(-1)?.at ?? 0)
          this.tell()
        }
        this.read = before += file.size
      }
      this.#become('done')
    } catch (error) {
      this.problem = describe(error, 'store')
      this.#become('failed')
    } finally {
      reader.end()
      await this.session.keeping.wrote().catch(() => undefined)
      this.tell()
    }
  }

  async #mayGoOn() {
    while (this.state === 'paused' && !this.stopping) await new Promise((resolve) => (this.wake = () => resolve(undefined)))
    return !this.stopping
  }

  /** @param {Item[]} items @param {File} file */
  async #take(items, file) {
    const { past } = await this.session.ready()
    const outcomes = /** @type {Outcome[]} */ ([])
    const arrivals = []
    const byId = /** @type {Map<string, Outcome>} */ (new Map())
    for (const item of items) {
      const outcome = outcomeOf(item, file)
      outcomes.push(outcome)
      const story = item.problem ? null : await storyOf(item)
      if (story && story.text.trim()) {
        const id = newId()
        byId.set(id, outcome)
        outcome.title = story.title ?? ''
        arrivals.push({ id, when: new Date().toISOString(), article: story })
      } else if (!item.problem) Object.assign(outcome, { problem: 'empty' })
    }
    await past.add(
      arrivals,
      ({ id, when, article }, analysis) => {
        const outcome = /** @type {Outcome} */ (byId.get(id))
        const line = lineOf({ id, title: article.title ?? '', text: article.text }, when, analysis)
        outcome.title = line.title
        if (analysis.language !== 'en') outcome.problem = 'foreign'
        else if (!worthKeeping(analysis)) outcome.problem = 'short'
        if (outcome.problem) return null
        outcome.match = analysis.matches.find((match) => match.duplicate) ?? null
        if (outcome.match?.verdict === 'exact') {
          outcome.result = 'duplicate'
          return null
        }
        Object.assign(outcome, { result: 'added', id })
        return line
      },
      ({ id }, error) => Object.assign(/** @type {Outcome} */ (byId.get(id)), { problem: 'engine', values: { why: describe(error, 'engine').message } }),
    )
    this.outcomes.push(...outcomes)
    this.added += outcomes.filter((one) => one.result === 'added').length
    this.session.keeping.neighbours.tell()
  }

  /** @param {State} state */
  #become(state) {
    this.state = state
    this.tell()
  }

  tell() {
    this.dispatchEvent(new Event('change'))
  }
}

/** @param {Item} item @param {File} file @returns {Outcome} refused, until it is added */
function outcomeOf(item, file) {
  return { file: file.name, where: item.where, title: item.title ?? '', result: 'refused', id: '', match: null, problem: item.problem ?? '', values: item.values ?? {} }
}

/** Markup becomes text here: that needs a document, which a Worker has not. @param {Item} item */
async function storyOf({ title = '', text = '', html, date }) {
  const dated = date ? { date } : {}
  if (!html) return { ...(title ? { title } : {}), text, ...dated }
  const { storyFromHtml } = await import('../rich.js')
  const story = storyFromHtml(text)
  return { title: title || story.title, text: story.text, ...dated }
}

/** The Worker that reads, as portions to wait for. */
class Reader {
  /** @param {Worker} worker */
  constructor(worker) {
    this.worker = worker
  }

  /** @param {File} file @returns {AsyncGenerator<Item[]>} */
  async *portions(file) {
    for (let asked = /** @type {{ file?: File }} */ ({ file }); ; asked = {}) {
      const { items, done } = await this.#ask(asked)
      if (items.length) yield items
      if (done) return
    }
  }

  /** @param {{ file?: File }} question @returns {Promise<Portion>} */
  #ask(question) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => resolve(data)
      this.worker.onerror = (event) => reject(new Error(event.message || 'reader.js could not be loaded'))
      this.worker.postMessage(question)
    })
  }

  end() {
    this.worker.terminate()
  }
}
