/**
 * The long runs, which the tests repeat where CI is set and else keep short: ten thousand
 * hostile requests, and workerd killed a hundred times in the middle of batches.
 *
 *   node build/edgebench/long.js [REQUESTS 10000] [KILLS 100]
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { killDuringBatches } from '../../wasm/edge/test/crash.js'
import { HostileRequests } from '../../wasm/edge/test/hostile.js'
import { loose } from '../../wasm/edge/test/loose.js'
import { Newsroom } from '../../wasm/edge/test/newsroom.js'

const [requests = 10_000, kills = 100] = process.argv.slice(2).map(Number)

const newsroom = await Newsroom.open()
try {
  const hostile = new HostileRequests(newsroom, 1)
  await hostile.prepare()
  const { server, leaked, refused, statuses } = await hostile.send(requests)
  await hostile.intact()
  const half = await loose(await newsroom.database())
  console.log(`${requests} hostile requests: ${JSON.stringify(statuses)}, ${refused} refused, ${server.length} 5xx or unanswered, ${leaked.length} leaks; the archive is as it was, half: ${JSON.stringify(half)}`)
  for (const line of [...server, ...leaked].slice(0, 20)) console.log(line)
  if (server.length || leaked.length || Object.keys(half).length) process.exitCode = 1
} finally {
  await newsroom.close()
}

const folder = await mkdtemp(join(tmpdir(), 'slugline-crash-'))
try {
  const { kills: done, lost, half, acknowledged } = await killDuringBatches({ folder, kills, random: 42, each: (line) => process.stderr.write(`${line}\n`) })
  console.log(`killed ${done} times during batches: ${acknowledged} articles acknowledged, ${lost.length} of them lost, half: ${JSON.stringify(half)}`)
  if (done < kills || lost.length || Object.keys(half).length) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
