// The policy that the hosting page tells administrators to send is the one the page is
// tested under. What the servers make of the snippets is not tested here.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

import { policy } from './site.js'

test('every hosting snippet sends the policy that the page is tested under', async () => {
  const text = await readFile(new URL('../demo/HOSTING.md', import.meta.url), 'utf8')
  const snippets = text.split(/^## /m).slice(2) // the first says what differs with a newsroom's archive
  assert.deepEqual(snippets.map((snippet) => snippet.split('\n')[0]), ['nginx', 'Apache', 'IIS', 'Caddy'])
  for (const snippet of snippets) assert.equal(/"(default-src [^"]*)"/.exec(snippet)?.[1], policy, snippet.split('\n')[0])
})
