// What build/site/styles.js takes out of a module, and what it lets be.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { tightened } from './styles.js'

test('styles lose their line breaks, and nothing else of a module does', () => {
  const source = "const a = css`\n  :host {\n    color: ${ink};\n  }\n`\nconst b = html`<p>\n  x</p>`\n"
  assert.equal(tightened(source), "const a = css` :host { color: ${ink}; } `\nconst b = html`<p>\n  x</p>`\n")
})
