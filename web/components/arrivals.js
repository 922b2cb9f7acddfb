// Stories arriving at the page: pasted, dropped, opened from a file. Many at once go to batch.js,
// which is fetched only then.

import { isStory, storyFromClipboard, storyFromFile, storyFromSent } from '../intake/intake.js'
import { mark, readSent } from '../intake/sent.js'
import { say } from '../words.js'

/** @typedef {import('./slugline-analyzer.js').Analyzer} Analyzer */

export class Arrivals {
  /** @param {Analyzer} host */
  constructor(host) {
    this.host = host
    host.addController(this)
    this.sent = () => this.offer()
  }

  /** Only where the address is Slugline's own. */
  hostConnected() {
    if (this.host.ground !== window) return
    addEventListener('hashchange', this.sent)
    this.offer()
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.sent)
  }

  /** A story that another page has sent in the address is taken out of it, and offered. */
  async offer() {
    const { hash } = location
    if (!hash.startsWith(mark)) return
    history.replaceState(history.state, '', location.pathname + location.search)
    const { host } = this
    await host.updateComplete
    const sent = readSent(hash)
    const story = sent && (await storyFromSent(sent))
    if (story?.text.trim()) await /** @type {any} */ (host.find('slugline-offer')).show({ ...story, from: sent?.from })
    else this.refuse(say('offer.broken'))
  }

  /** @param {DataTransfer} data of a paste or a drop @param {string} [title] typed beside it */
  async clipboard(data, title = '') {
    const files = [...data.files]
    if (files.length) return this.files(files)
    const story = await storyFromClipboard(data)
    if (!story.text.trim()) return this.refuse(say('intake.nothing'))
    await this.host.take({ ...story, title: title.trim() || story.title })
    if (story.left) this.host.inform(say('intake.left'))
  }

  /** Asks the reader for files. */
  ask() {
    this.host.find('.files')?.click()
  }

  /** @param {Event} event */
  chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target)
    const files = [...(input.files ?? [])]
    input.value = ''
    return this.files(files)
  }

  /** @param {File[]} files */
  async files(files) {
    const { host } = this
    const [first] = files
    if (files.length === 1 && isStory(first)) {
      const { story, problem } = await storyFromFile(first)
      if (story) await host.take(story)
      else this.refuse(problem)
    } else if (files.length) {
      await import('./batch.js')
      await /** @type {any} */ (host.find('slugline-batch')).take(files)
    }
  }

  /** @param {string} words */
  refuse(words) {
    const { host } = this
    host.message = words
    if (host.story) host.inform(words)
    else host.requestUpdate()
  }
}
