// The store of a page that may keep nothing: a frame of another site, a private window, a
// browser told to refuse. Everything works until the tab is closed.

/** @returns {import('./database.js').Store} */
export function openMemory() {
  const stories = /** @type {Map<string, import('./database.js').Line>} */ (new Map())
  const texts = /** @type {Map<string, import('./database.js').Words>} */ (new Map())
  const files = /** @type {Map<string, Uint8Array>} */ (new Map())
  const settings = /** @type {Map<string, any>} */ (new Map())
  const waiting = /** @type {Map<string, import('../newsroom/outbox.js').Waiting>} */ (new Map())
  let revision = 0
  let last = /** @type {Promise<unknown>} */ (Promise.resolve())
  const nameOf = (/** @type {import('../newsroom/outbox.js').Named} */ { to, key }) => `${to} ${key}`
  const oldestFirst = () => [...stories.values()].sort((a, b) => (a.when < b.when ? -1 : 1))
  return {
    lasting: false,
    files: async () => [...files.keys()],
    read: async (name) => files.get(name),
    revision: async () => revision,
    async keep({ flush, lines = [], texts: words = [], remove = [], joined = [] }) {
      for (const file of flush.write) files.set(file.name, file.bytes)
      for (const name of flush.remove) files.delete(name)
      for (const id of remove) {
        stories.delete(id)
        texts.delete(id)
      }
      for (const line of lines) stories.set(line.id, line)
      for (const text of words) texts.set(text.id, text)
      for (const { names, into } of joined)
        for (const line of stories.values()) if (names.includes(line.story)) stories.set(line.id, { ...line, story: into })
      return ++revision
    },
    note: async (line) => void stories.set(line.id, line),
    count: async () => stories.size,
    lines: async (limit, before) => {
      const newest = oldestFirst().reverse().filter((line) => before === undefined || line.when < before)
      return newest.filter((line, at) => at < limit || line.when === newest[limit - 1].when)
    },
    some: async (ids) => ids.flatMap((id) => stories.get(id) ?? []),
    versions: async (story) => oldestFirst().filter((line) => line.story === story),
    older: async (before) => [...stories.values()].filter((line) => line.when < before).map((line) => line.id),
    words: async (id) => texts.get(id),
    setting: async (key) => settings.get(key),
    set: async (key, value) => void settings.set(key, value),
    outbox(work) {
      const mine = last.then(() =>
        work({
          all: async () => [...waiting.values()].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0)),
          count: async () => waiting.size,
          get: async (one) => waiting.get(nameOf(one)),
          put: async (one) => waiting.set(nameOf(one), one),
          delete: async (one) => waiting.delete(nameOf(one)),
          setting: async (name) => settings.get(name),
          set: async (name, value) => settings.set(name, value),
        }),
      )
      last = mine.catch(() => undefined)
      return mine
    },
    async clear() {
      stories.clear()
      texts.clear()
      files.clear()
      waiting.clear()
      settings.delete('newsroom-shared')
      revision++
    },
  }
}
