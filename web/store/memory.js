// The store of a page that may keep nothing: a frame of another site, a private window, a
// browser told to refuse. Everything works until the tab is closed.

/** @returns {import('./database.js').Store} */
export function openMemory() {
  const lines = /** @type {Map<string, import('./database.js').Line>} */ (new Map())
  const texts = /** @type {Map<string, import('./database.js').Words>} */ (new Map())
  const files = /** @type {Map<string, import('./database.js').ArchiveFile>} */ (new Map())
  const settings = /** @type {Map<string, any>} */ (new Map())
  let revision = 0
  return {
    lasting: false,
    archive: async () => ({ files: [...files.values()], revision }),
    revision: async () => revision,
    async keep(flush, line, words, remove) {
      for (const file of flush.remove) files.delete(file)
      for (const file of flush.write) files.set(file.name, file)
      if (remove) {
        lines.delete(remove)
        texts.delete(remove)
      }
      if (line) lines.set(line.id, line)
      if (words) texts.set(words.id, words)
      return ++revision
    },
    note: async (line) => void lines.set(line.id, line),
    lines: async () => [...lines.values()].sort((a, b) => b.when.localeCompare(a.when)),
    words: async (id) => texts.get(id),
    setting: async (key) => settings.get(key),
    set: async (key, value) => void settings.set(key, value),
    async clear() {
      lines.clear()
      texts.clear()
      files.clear()
      revision++
    },
  }
}
