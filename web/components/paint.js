// The Custom Highlight API, used in one place. The registry belongs to the whole document,
// so the names carry a prefix; a browser without it shows the story without passing lights.

const prefix = 'slugline-'

/** Whether this browser can paint without elements. */
export const canPaint = typeof Highlight === 'function' && 'highlights' in CSS

/**
 * Paints ranges under a name, in place of those painted under it before.
 * @param {string} name
 * @param {AbstractRange[]} ranges
 * @param {number} [priority] the higher is painted above
 */
export function paint(name, ranges, priority = 0) {
  if (!canPaint) return
  if (ranges.length === 0) {
    CSS.highlights.delete(prefix + name)
    return
  }
  const highlight = new Highlight(...ranges)
  highlight.priority = priority
  CSS.highlights.set(prefix + name, highlight)
}
