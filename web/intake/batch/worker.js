// Reads files for a batch, off the page's thread. The page sends a file and then asks for
// its stories portion by portion: what it does not ask for is not read.

import { problem, storiesOf } from './stories.js'

/** @typedef {import('./stories.js').Item} Item */
/** @typedef {{ items: Item[], done: boolean }} Portion */

/** Stories in a portion, and letters after which it is full. */
const most = 16
const full = 1e6

/** @type {File} */
let file
/** @type {AsyncGenerator<Item>} */
let stories

addEventListener('message', async (/** @type {MessageEvent<{ file?: File }>} */ { data }) => {
  if (data.file) {
    file = data.file
    stories = storiesOf(file)
  }
  const items = /** @type {Item[]} */ ([])
  let done = false
  try {
    for (let size = 0; items.length < most && size < full && !done; ) {
      const next = await stories.next()
      done = next.done ?? false
      if (next.done) break
      items.push(next.value)
      size += next.value.text?.length ?? 0
    }
  } catch (error) {
    items.push(problem(file, '', 'unreadable', { why: String(/** @type {Error} */ (error).message ?? error).slice(0, 200) }))
    done = true
  }
  postMessage(/** @type {Portion} */ ({ items, done }))
})
