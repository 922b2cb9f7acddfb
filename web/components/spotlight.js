// Which name the reader points at: the card beside it, the light on all its mentions, the
// walk from one mention to the next.

import { html, nothing } from 'lit'
import { lookOf } from '../style/marks.js'
import { say } from '../words.js'

/**
 * @typedef {import('./slugline-analyzer.js').Analyzer} Analyzer
 * @typedef {import('./article.js').Article} Article
 * @typedef {{ index: number, entity: number, anchor: HTMLElement, pinned: boolean }} Shown
 */

/** Milliseconds before a card shows itself, and before it leaves. */
const patience = { show: 140, hide: 220 }

export class Spotlight {
  /** @param {Analyzer} host */
  constructor(host) {
    this.host = host
    host.addController(this)
    /** @type {Shown | null} */
    this.shown = null
    this.entity = -1
    this.at = -1
    this.timer = 0
  }

  /** @returns {Article | null} */
  get article() {
    return /** @type {Article | null} */ (this.host.find('slugline-article'))
  }

  clear() {
    clearTimeout(this.timer)
    this.shown = null
    this.entity = -1
    this.at = -1
    this.article?.light([])
    this.host.requestUpdate()
  }

  /** A mark in the article was pointed at, left or pressed. @param {CustomEvent} event */
  onName(event) {
    const { how, index, anchor } = event.detail
    const mention = this.host.analysis?.mentions[index]
    if (!mention) return
    clearTimeout(this.timer)
    this.at = index
    if (how === 'pin') this.open({ index, entity: mention.entity, anchor, pinned: true })
    else if (this.shown?.pinned) return
    else if (how === 'point') {
      this.light(mention.entity)
      this.timer = window.setTimeout(
        () => this.open({ index, entity: mention.entity, anchor, pinned: false }),
        patience.show,
      )
    } else this.timer = window.setTimeout(() => this.close(false), patience.hide)
  }

  /** A row of the list was pointed at, left or pressed. @param {CustomEvent} event */
  onEntity(event) {
    const { how, entity, anchor } = event.detail
    if (how === 'point') this.light(entity)
    else if (how === 'away') this.light(this.shown?.entity ?? -1)
    else if (how === 'next') this.walk(entity, 1)
    else if (how === 'previous') this.walk(entity, -1)
    else if (how === 'card') this.open({ index: this.mentionsOf(entity)[0] ?? -1, entity, anchor, pinned: true })
  }

  /** @param {CustomEvent} event */
  onCard(event) {
    if (event.detail.how === 'close') this.close(true)
    else if (event.detail.how === 'report') this.report()
  }

  /** @param {Shown} shown */
  open(shown) {
    this.shown = shown
    this.entity = shown.entity
    this.light(shown.entity)
    this.host.requestUpdate()
  }

  /** @param {boolean} back whether focus returns to where the card came from */
  close(back) {
    const anchor = this.shown?.anchor
    this.shown = null
    this.light(-1)
    this.host.requestUpdate()
    if (back && anchor?.isConnected) anchor.focus()
  }

  /** @param {number} entity @returns {number[]} its mentions that are shown, in text order */
  mentionsOf(entity) {
    const mentions = this.host.analysis?.mentions ?? []
    return mentions
      .map((mention, index) => ({ mention, index }))
      .filter(({ mention }) => mention.entity === entity && !this.host.hiddenTypes.has(lookOf(mention.type)))
      .sort((a, b) => Number(a.mention.field === 'text') - Number(b.mention.field === 'text') || a.mention.start - b.mention.start)
      .map(({ index }) => index)
  }

  /** @param {number} entity */
  light(entity) {
    const mentions = this.host.analysis?.mentions ?? []
    this.article?.light(entity < 0 ? [] : mentions.filter((mention) => mention.entity === entity))
  }

  /** @param {number} entity @param {1 | -1} step */
  walk(entity, step) {
    const all = this.mentionsOf(entity)
    if (all.length === 0) return
    const here = this.entity === entity ? all.indexOf(this.at) : -1
    const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : (here + step + all.length) % all.length
    this.entity = entity
    this.go(all[next])
    this.light(entity)
    this.host.inform(say('names.walk', { at: next + 1, of: all.length }))
  }

  /** The next or previous name of the story, whichever it is. @param {1 | -1} step */
  step(step) {
    const marks = this.article?.marked ?? []
    if (marks.length === 0) return
    const here = marks.findIndex((mark) => Number(mark.dataset.i) === this.at)
    const next = marks[here < 0 ? (step > 0 ? 0 : marks.length - 1) : (here + step + marks.length) % marks.length]
    this.go(Number(next.dataset.i))
    next.focus({ preventScroll: true })
  }

  /** @param {number} index of a mention */
  go(index) {
    this.at = index
    this.article?.show(index)
    this.host.requestUpdate()
  }

  /** Copies a ready report about the name; nothing is sent. */
  async report() {
    const { host, shown } = this
    const mention = shown && host.analysis?.mentions[shown.index]
    const story = host.story
    if (!mention || !story) return
    const text = mention.field === 'title' ? story.title : story.text
    const before = text.slice(Math.max(0, mention.start - 80), mention.start)
    const after = text.slice(mention.end, mention.end + 80)
    const name = text.slice(mention.start, mention.end)
    await navigator.clipboard.writeText(say('report.words', { before, name, after, type: say(`type.${mention.type}`) }))
    this.close(true)
    host.inform(say('report.copied'))
  }

  card() {
    const { shown, host } = this
    const entities = host.analysis?.entities ?? []
    if (!shown || !host.analysis) return nothing
    const entity = entities.find((one) => one.id === shown.entity) ?? null
    const mention = host.analysis.mentions[shown.index] ?? null
    const text = mention?.field === 'title' ? host.story?.title : host.story?.text
    const others = entities.filter((one) => one.id !== entity?.id)
    others.sort((a, b) => Number(b.type === entity?.type) - Number(a.type === entity?.type) || a.name.localeCompare(b.name))
    return html`<slugline-card
      .entity=${entity}
      .mention=${mention}
      .words=${mention && text ? text.slice(mention.start, mention.end) : ''}
      .others=${others}
      .pinned=${shown.pinned}
      @pointerenter=${() => clearTimeout(this.timer)}
      @pointerleave=${() => {
        if (!shown.pinned) this.timer = window.setTimeout(() => this.close(false), patience.hide)
      }}
    ></slugline-card>`
  }

  /** Puts the card below its name, or above where there is no room. */
  hostUpdated() {
    const card = /** @type {HTMLElement | null} */ (this.host.find('slugline-card'))
    const anchor = this.shown?.anchor
    if (!card || !anchor?.isConnected) return
    const box = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
    const frame = /** @type {HTMLElement} */ (card.offsetParent ?? this.host).getBoundingClientRect()
    const width = card.offsetWidth
    const height = card.offsetHeight || 260
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8))
    const below = box.bottom + 6 + height < innerHeight || box.top < height
    card.style.left = `${left - frame.left}px`
    card.style.top = `${(below ? box.bottom + 6 : box.top - height - 6) - frame.top}px`
  }
}
