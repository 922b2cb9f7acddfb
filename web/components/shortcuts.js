// The keyboard: single keys for what an editor does all day, asleep while text is typed; each
// may be changed or put off, and all of them at once (WCAG 2.1.4).

import { nameTypes, lookOf } from '../style/marks.js'

/** @typedef {import('./slugline-analyzer.js').Analyzer} Analyzer */

/**
 * What single keys do, in the order of the help, and the key of each at first. A reader may
 * give each another key or none; '1-8' stands for the row of digits, which can only be put off.
 * @type {Record<string, string>}
 */
export const first = {
  new: 'n',
  edit: 'e',
  next: 'j',
  previous: 'k',
  nextMention: ']',
  previousMention: '[',
  types: '1-8',
  labels: 'l',
  twin: 'd',
  history: 'h',
  export: 'x',
  compare: 'c',
  help: '?',
}

/** Acts that change the text or put another in its place. */
const replacing = new Set(['new', 'edit', 'history'])

/** Keys that stay as they are: those of every page, or with Ctrl. */
export const fixed = [
  ['Enter', 'key.card'],
  ['Ctrl Z', 'key.undo'],
  ['Ctrl Shift Z', 'key.redo'],
  ['Ctrl Enter', 'key.go'],
  ['Esc', 'key.escape'],
]

/** Whether a key can be an act's own: one sign that is typed without Ctrl or Alt. @param {string} key */
export const fits = (key) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key)

/**
 * The keys after an act has got another one: whichever act had it before is left without.
 * @param {Record<string, string>} keys
 * @param {string} act
 * @param {string} key '' for none
 */
export function remapped(keys, act, key) {
  const lower = key.toLowerCase()
  const changed = Object.entries(keys).map(([other, had]) => [other, other === act ? lower : had === lower && lower !== '' ? '' : had])
  if (/^[1-8]$/.test(lower)) changed.push(['types', ''])
  return /** @type {Record<string, string>} */ (Object.fromEntries(changed))
}

/** Keys as they were kept, with whatever does not belong there left out. @param {any} kept */
export function readKeys(kept) {
  const keys = { ...first }
  for (const act of Object.keys(first)) {
    const key = kept && Object.hasOwn(kept, act) ? kept[act] : undefined
    if (key === '' || (act !== 'types' && typeof key === 'string' && fits(key))) keys[act] = key
  }
  return keys
}

export class Shortcuts {
  /** @param {Analyzer} host */
  constructor(host) {
    this.host = host
    this.on = true
    this.keys = { ...first }
    host.addController(this)
    this.listen = (/** @type {KeyboardEvent} */ event) => this.key(event)
    this.paste = (/** @type {ClipboardEvent} */ event) => this.onPaste(event)
    this.drag = (/** @type {DragEvent} */ event) => this.onDrag(event)
  }

  /** The key of an act as buttons show it. @param {string} act */
  shown(act) {
    return this.on ? this.keys[act].toUpperCase() : ''
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
    const { host, keys } = this
    const digit = keys.types !== '' && /^[1-8]$/.test(key)
    const act = digit ? 'types' : Object.keys(keys).find((one) => keys[one] !== '' && keys[one] === key.toLowerCase())
    if (!act || (host.readonly && replacing.has(act))) return undefined
    const always = /** @type {Record<string, () => unknown>} */ ({
      help: () => host.show('slugline-help'),
      history: () => host.show('slugline-history'),
    })
    if (!host.story) return always[act]
    const { spotlight } = host
    const acts = /** @type {Record<string, () => unknown>} */ ({
      ...always,
      new: () => host.leave(),
      edit: () => host.turn('edit'),
      next: () => this.step(1),
      previous: () => this.step(-1),
      nextMention: () => spotlight.walk(spotlight.entity, 1),
      previousMention: () => spotlight.walk(spotlight.entity, -1),
      types: () => this.toggle(Number(key) - 1),
      labels: () => (host.labels = !host.labels),
      twin: () => host.analysis?.matches[0] && host.openTwin(host.analysis.matches[0]),
      export: () => host.analysis && host.show('slugline-exports'),
      compare: () => host.compare(),
    })
    return acts[act]
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
    if (this.host.readonly || event.defaultPrevented || !event.clipboardData || this.typing(event) || this.dialogOpen()) return
    event.preventDefault()
    this.host.arrivals.clipboard(event.clipboardData)
  }

  /** @param {DragEvent} event */
  onDrag(event) {
    const data = event.dataTransfer
    const wanted = data && [...data.types].some((type) => type === 'Files' || type.startsWith('text/'))
    if (!wanted || this.host.readonly || (this.typing(event) && !data.types.includes('Files'))) return
    event.preventDefault()
    const leaving = event.type === 'dragleave' && event.relatedTarget !== null
    this.host.hovering = event.type === 'dragover' || leaving
    if (event.type === 'drop') this.host.arrivals.clipboard(data)
  }
}
