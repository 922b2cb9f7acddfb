// Lays the newsroom's limits over the verdicts on the story at hand, and says how many
// earlier verdicts other limits would change.

import { evidenceOf, isEnough, noLimits } from './limits.js'

/**
 * @typedef {import('./session.js').Session} Session
 * @typedef {import('./limits.js').Limits} Limits
 * @typedef {import('./limits.js').Evidence} Evidence
 * @typedef {{ changed: number, of: number, done: boolean }} Preview
 */

/** Lines of the history that are looked at between two breaths. */
const portion = 200

export class Judge {
  /** @param {Session} session */
  constructor(session) {
    this.session = session
    /** Those that hold for every story. @type {Limits} */
    this.kept = noLimits
    /** Those that are tried out. @type {Limits} */
    this.tried = noLimits
    /** The evidence for the matches on the page, as the engine ranked them. @type {{ match: import('../engine/types.js').Match, evidence: Evidence, duplicate: boolean }[]} */
    this.weighed = []
    this.turn = 0
  }

  /** @param {import('../store/database.js').Store} store */
  async start(store) {
    this.kept = this.tried = { ...noLimits, ...(await store.setting('limits')) }
  }

  /** @param {string} text @param {import('../engine/types.js').Analysis} analysis whose matches are judged */
  async weigh(text, analysis) {
    const { store } = await this.session.ready()
    const lines = await store.some(analysis.matches.map((match) => match.id))
    const evidence = evidenceOf(text, analysis.matches, new Map(lines.map((line) => [line.id, line.story])))
    this.weighed = analysis.matches.map((match, at) => ({ match, evidence: evidence[at], duplicate: match.duplicate }))
    this.#judge(analysis)
  }

  /** Judges what is on the page by other limits. @param {Limits} limits */
  try(limits) {
    this.tried = limits
    const { session } = this
    if (session.analysis) this.#judge((session.analysis = { ...session.analysis }))
    session.tell()
  }

  /** @param {import('../engine/types.js').Analysis} analysis */
  #judge(analysis) {
    const judged = this.weighed.map(({ match, evidence, duplicate }) => {
      const below = duplicate && !isEnough(evidence, this.tried)
      return { ...match, duplicate: duplicate && !below, below }
    })
    analysis.matches = [...judged.filter((match) => !match.below), ...judged.filter((match) => match.below)]
  }

  /** Makes the limits that are tried out those of every story. */
  async keep() {
    this.kept = this.tried
    const { store } = await this.session.ready()
    await store.set('limits', this.kept)
    this.session.tell()
  }

  /**
   * How many verdicts of the history would be others than by the limits kept.
   * @param {(preview: Preview) => void} heard until it is called with done, or a later preview begins
   */
  async preview(heard) {
    const turn = ++this.turn
    const { store } = await this.session.ready()
    const count = { changed: 0, of: 0 }
    for (let before = /** @type {string | undefined} */ (undefined); ; ) {
      const lines = await store.lines(portion, before)
      if (turn !== this.turn) return
      for (const { evidence } of lines) {
        if (!evidence) continue
        count.of++
        if (isEnough(evidence, this.tried) !== isEnough(evidence, this.kept)) count.changed++
      }
      if (lines.length < portion) return heard({ ...count, done: true })
      heard({ ...count, done: false })
      before = lines[lines.length - 1].when
    }
  }
}
