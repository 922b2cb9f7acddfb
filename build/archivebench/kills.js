/**
 * Closes the page at random while it keeps stories, and looks whether everything that it had
 * said to be kept is there afterwards and the archive opens.
 *
 *   make bench-archive            # 200 times
 *   node build/archivebench/kills.js 20
 *
 * Two ways in turn: the tab is closed, and the whole browser is killed (SIGKILL).
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium } from 'playwright-core'

import { chromiumOptions, serve } from '../../web/test/site.js'

/** @typedef {{ kills: number, acknowledged: number, lost: number, unopened: number }} Outcome */

/**
 * @param {number} kills
 * @param {(kill: number, outcome: Outcome) => void} [progress]
 * @returns {Promise<Outcome>} `lost`: stories said to be kept and not found afterwards, by the list or by a comparison
 */
export async function killAtRandom(kills, progress) {
  const site = await serve()
  const profile = await mkdtemp(join(tmpdir(), 'slugline-kills-'))
  const outcome = { kills, acknowledged: 0, lost: 0, unopened: 0 }
  const said = /** @type {Map<string, string>} */ (new Map())
  let next = 0
  let browser = await open()
  try {
    for (let kill = 0; kill < kills; kill++) {
      const page = await browser.context.newPage()
      page.on('console', (message) => {
        const [word, id, town] = message.text().split(' ')
        if (word === 'kept') said.set(id, town)
        else if (word === 'gone') said.delete(id)
      })
      await page.goto(site.url)
      const first = next
      next += 1000
      page.evaluate(write, first).catch(() => undefined) // it ends with the page
      await waitFor(() => said.has(`story-${first}`))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400))
      if (kill % 2) await page.close({ runBeforeUnload: false })
      else {
        await browser.kill()
        browser = await open()
      }
      const bad = await look()
      outcome.lost += bad.lost
      outcome.unopened += bad.unopened
      outcome.acknowledged = Math.max(outcome.acknowledged, said.size)
      progress?.(kill + 1, outcome)
    }
  } finally {
    await browser.context.close().catch(() => undefined)
    await site.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  return outcome

  /** Opens the archive in a new page, and asks for some of what was said to be kept, the last ones first. */
  async function look() {
    const page = await browser.context.newPage()
    await page.goto(site.url)
    const all = [...said]
    const some = [...all.slice(-6), ...all.slice(0, 2)]
    const found = await page.evaluate(check, { ids: all.map(([id]) => id), some })
    await page.close()
    return found
  }

  async function open() {
    const context = await chromium.launchPersistentContext(profile, chromiumOptions)
    // The browser's own process is found by what only it was given: the profile's folder.
    const kill = async () => {
      const pid = await pidOf(profile)
      if (pid) process.kill(pid, 'SIGKILL')
      await new Promise((resolve) => context.once('close', resolve))
    }
    return { context, kill }
  }
}

/** @param {() => boolean} truth */
async function waitFor(truth) {
  for (let waited = 0; !truth(); waited += 5) {
    if (waited > 30_000) throw new Error('nothing was kept within 30 seconds')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** @param {string} profile @returns {Promise<number>} the browser that uses it: its lock names host and process */
async function pidOf(profile) {
  const { readlink } = await import('node:fs/promises')
  const lock = await readlink(join(profile, 'SingletonLock')).catch(() => '')
  return Number(lock.split('-').pop()) || 0
}

/** In the page: keeps stories one after another and says of each that it is kept; forgets some, and says so first. @param {number} first */
async function write(first) {
  const host = /** @type {any} */ (document.querySelector('slugline-analyzer'))
  const { past } = await host.session.ready()
  for (let n = first; ; n++) {
    const { id, town, text } = /** @type {any} */ (storyOf)(n)
    const line = { id, title: town, when: new Date().toISOString(), words: 60, verdict: '', topic: '', again: 0, story: id, names: [], tags: [] }
    await past.add([{ id, when: line.when, article: { text } }], () => line)
    console.log(`kept ${id} ${town}`)
    if (n % 7 !== 6) continue
    console.log(`gone story-${n - 3}`)
    await past.remove([`story-${n - 3}`])
  }

  /** @param {number} n */
  function storyOf(n) {
    let seed = (n + 1) * 2654435761
    const word = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Array.from({ length: 3 }, (_, at) => 'bdfgklmnprstvz'[(seed >> (at * 7)) % 14] + 'aeiou'[(seed >> (at * 7 + 4)) % 5]).join('')
    }
    const town = `Town${n}`
    return { id: `story-${n}`, town, text: `The council of ${town} met on Monday. ${Array.from({ length: 90 }, word).join(' ')}. The members of the council then went home.` }
  }
}

/** In the page: what of that is there. @param {{ ids: string[], some: [string, string][] }} said */
async function check({ ids, some }) {
  const host = /** @type {any} */ (document.querySelector('slugline-analyzer'))
  try {
    const { past, store, engine } = await host.session.ready()
    if (past.damaged.length || host.session.problem) return { lost: 0, unopened: 1 }
    const listed = new Set((await store.some(ids)).map((/** @type {any} */ line) => line.id))
    let lost = ids.filter((id) => !listed.has(id)).length
    for (const [id] of some) {
      const words = await store.words(id)
      const matches = words ? (await past.reading(() => engine.analyze({ text: words.text }))).matches : []
      if (!matches.some((/** @type {any} */ match) => match.id === id && match.verdict === 'exact')) lost++
    }
    return { lost, unopened: 0 }
  } catch {
    return { lost: 0, unopened: 1 }
  }
}

if (process.argv[1]?.endsWith('kills.js')) {
  const kills = Number(process.argv[2] ?? 120)
  const outcome = await killAtRandom(kills, (kill, now) => kill % 20 || console.log(`${kill} kills: ${now.acknowledged} stories said to be kept, ${now.lost} lost, ${now.unopened} archives not opened`))
  console.log(`${outcome.kills} kills, ${outcome.acknowledged} stories said to be kept: ${outcome.lost} lost, ${outcome.unopened} archives that did not open`)
  if (outcome.lost || outcome.unopened || !outcome.acknowledged) process.exitCode = 1
}
