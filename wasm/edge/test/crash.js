/**
 * Kills workerd at random moments of a batch post, starts it again over the same database,
 * and looks at what is there. What the answer said is kept, and what a killed batch left is
 * whole articles or none.
 */

import { setTimeout as wait } from 'node:timers/promises'
import { readFile, readdir } from 'node:fs/promises'

import { loose } from './loose.js'
import { Newsroom } from './newsroom.js'
import { story } from './stories.js'

/** Processes of workerd that this process has started. @returns {Promise<number[]>} */
export async function workerds() {
  const found = []
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const status = await readFile(`/proc/${entry}/status`, 'utf8').catch(() => '')
    if (/^Name:\tworkerd$/m.test(status) && new RegExp(`^PPid:\t${process.pid}$`, 'm').test(status)) found.push(Number(entry))
  }
  return found
}

/**
 * @param {{ folder: string, kills: number, random: number, each?: (line: string) => void }} options
 */
export async function killDuringBatches({ folder, kills, random, each = () => undefined }) {
  /** @type {Set<string>} */
  const acknowledged = new Set()
  let seed = random
  let made = 0
  let done = 0
  /** @type {Record<string, unknown>} */
  let half = {}
  let lost = /** @type {string[]} */ ([])
  for (let run = 0; run <= kills; run++) {
    const newsroom = await Newsroom.open({ folder })
    const database = await newsroom.database()
    half = await loose(database)
    const { results } = await database.prepare('SELECT id FROM articles').all()
    const there = new Set(results.map((/** @type {any} */ row) => row.id))
    lost = [...acknowledged].filter((id) => !there.has(id))
    each(`${run} kills: ${there.size} articles, ${acknowledged.size} acknowledged, ${lost.length} lost, half: ${JSON.stringify(half)}`)
    if (run === kills || lost.length || Object.keys(half).length) {
      await newsroom.close()
      break
    }
    const before = await workerds()
    const batch = async () => {
      const articles = Array.from({ length: 5 }, () => story(10_000 + made++))
      const { value } = await newsroom.post('/api/v1/articles:batch', { articles })
      for (const { status, id } of value.results) if (status < 300) acknowledged.add(id)
    }
    await batch() // the modules are compiled now, and something is acknowledged: the kill falls into work
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    const moment = 20 + (seed >>> 8) % 1200
    const killed = wait(moment).then(() => before.forEach((pid) => process.kill(pid, 'SIGKILL')))
    // Batches one after another until the kill breaks one off.
    for (let broken = false; !broken;) await batch().catch((error) => {
      if (error.code === 'ERR_ASSERTION') throw error
      broken = true
    })
    await killed
    done++
    await newsroom.close().catch(() => undefined)
  }
  return { kills: done, lost, half, acknowledged: acknowledged.size }
}
