// The keyboard: single letters for what an editor does all day, asleep while text is typed,
// and turned off altogether on wish (WCAG 2.1.4).

import { nameTypes, lookOf } from '../style/marks.js'

/** @typedef {import('./slugline-analyzer.js').Analyzer} Analyzer */

/** What the help lists, in its order: the keys as written there, and the key of the words. */
export const listed = [
  ['N', 'key.new'],
  ['E', 'key.edit'],
  ['J  K', 'key.names'],
  [']  [', 'key.mentions'],
  ['Enter', 'key.card'],
  ['1 – 8', 'key.types'],
  ['L', 'key.labels'],
  ['D', 'key.twin'],
  ['J  K', 'key.differences'],
  ['H', 'key.history'],
  ['X', 'key.export'],
  ['C', 'key.compare'],
  ['Ctrl Z', 'key.undo'],
  ['Ctrl Shift Z', 'key.redo'],
  ['Ctrl Enter', 'key.go'],
  ['Esc', 'key.escape'],
  ['?', 'key.help'],
]

export class Shortcuts {
  /** @param {Analyzer} host */
  constructor(host) {
    this.host = host
    this.on = true
    host.addController(this)
    this.listen = (/** @type {KeyboardEvent} */ event) => this.key(event)
    this.paste = (/** @type {ClipboardEvent} */ event) => this.onPaste(event)
    this.drag = (/** @type {DragEvent} */ event) => this.onDrag(event)
  }

  hostConnected() {
    const { ground } = this.host
    ground.addEventListener('keydown', /** @type {EventListener} */ (this.listen))
    ground.addEventListener('paste', /** @type {EventListener} */ (this.paste))
    for (const type of ['dragover', 'dragleave', 'drop']) ground.addEventListener(type, /** @type {EventListener} */ (this.drag))
  }

  hostDisconnected() {
    const { ground } = this.host
    ground.removeEventListener('keydown', /** @type {EventListener} */ (this.listen))
    ground.removeEventListener('paste', /** @type {EventListener} */ (this.paste))
    for (const type of ['dragover', 'dragleave', 'drop']) ground.removeEventListener(type, /** @type {EventListener} */ (this.drag))
  }

  /** @param {Event} event @returns {boolean} whether it comes from a place where text is typed */
  typing(event) {
    const from = /** @type {Element} */ (event.composedPath()[0])
    return from.matches?.('input:not([type=checkbox],[type=radio],[type=file]), textarea, select, [contenteditable]')
  }

  dialogOpen() {
    return this.host.dialogs.some((dialog) => dialog.open)
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { host } = this
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    if (event.key === 'Escape' && !this.dialogOpen()) return this.escape(event)
    if (this.typing(event) || this.dialogOpen()) return
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z' || !host.story) return
      event.preventDefault()
      if (event.shiftKey) host.redo()
      else host.undo()
      return
    }
    const act = this.on ? this.action(event.key) : undefined
    if (!act) return
    event.preventDefault()
    act()
  }

  /** @param {string} key @returns {(() => unknown) | undefined} */
  action(key) {
    const { host } = this
    const always = /** @type {Record<string, () => unknown>} */ ({
      '?': () => host.show('slugline-help'),
      h: () => host.show('slugline-history'),
    })
    if (!host.story) return always[key.toLowerCase()]
    const { spotlight } = host
    const actions = /** @type {Record<string, () => unknown>} */ ({
      ...always,
      n: () => host.leave(),
      e: () => host.turn('edit'),
      j: () => this.step(1),
      k: () => this.step(-1),
      ']': () => spotlight.walk(spotlight.entity, 1),
      '[': () => spotlight.walk(spotlight.entity, -1),
      l: () => (host.labels = !host.labels),
      d: () => host.analysis?.matches[0] && host.openTwin(host.analysis.matches[0]),
      x: () => host.analysis && host.show('slugline-exports'),
      c: () => host.compare(),
    })
    if (/^[1-8]$/.test(key)) return () => this.toggle(Number(key) - 1)
    return actions[key.toLowerCase()]
  }

  /** Switches a type by its place in the legend. @param {number} place */
  toggle(place) {
    const type = [...nameTypes, 'rule'][place]
    if (type) this.host.onToggle(new CustomEvent('slugline-toggle', { detail: { type: lookOf(type) } }))
  }

  /** To the next or previous name, or, side by side, difference. @param {1 | -1} by */
  step(by) {
    const twin = /** @type {import('./twin.js').Twin | null} */ (this.host.find('slugline-twin'))
    if (twin) twin.step(by)
    else this.host.spotlight.step(by)
  }

  /** @param {KeyboardEvent} event */
  escape(event) {
    const { host } = this
    if (host.spotlight.shown) host.spotlight.close(true)
    else if (host.sheet) host.openSheet('')
    else if (host.view !== 'read') host.turn('read')
    else return
    event.preventDefault()
  }

  /** A paste that no field has taken is a new story. @param {ClipboardEvent} event */
  onPaste(event) {
    if (event.defaultPrevented || !event.clipboardData || this.typing(event) || this.dialogOpen()) return
    event.preventDefault()
    this.host.arrivals.clipboard(event.clipboardData)
  }

  /** @param {DragEvent} event */
  onDrag(event) {
    const data = event.dataTransfer
    const wanted = data && [...data.types].some((type) => type === 'Files' || type.startsWith('text/'))
    if (!wanted || (this.typing(event) && !data.types.includes('Files'))) return
    event.preventDefault()
    const leaving = event.type === 'dragleave' && event.relatedTarget !== null
    this.host.hovering = event.type === 'dragover' || leaving
    if (event.type === 'drop') this.host.arrivals.clipboard(data)
  }
}
