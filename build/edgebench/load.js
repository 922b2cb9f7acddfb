/**
 * What the Worker costs, measured in workerd on this machine: processor time a request
 * (of the whole process, from /proc, so Linux only), time beside the database's, fifty
 * requests at once, and the isolate's memory: heap and buffers as V8's inspector reports
 * them, and the memories of WebAssembly, which it leaves out, from the process's map. (An
 * instance that is done counts until V8 has collected it, as on Cloudflare.) Of twenty posts
 * of 95 KB only the memories of WebAssembly are held to a bar: V8 lets the rest lie while
 * nothing else needs the space.
 *
 *   node --experimental-websocket build/edgebench/load.js [REQUESTS 200]
 *
 * workerd's own clocks stand still while code runs, hence /proc. Fails over a bar.
 */

import { readFile } from 'node:fs/promises'

import { startEngine } from '../../web/engine/engine.js'
import { workerds } from '../../wasm/edge/test/crash.js'
import { Newsroom, TOKENS } from '../../wasm/edge/test/newsroom.js'
import { longStory } from '../../wasm/edge/test/stories.js'

const BARS = { analyze: 6, post: 20, memory: 110, long: 96 } // ms, ms, MB, MB
const TICK = 10 // ms of a clock tick in /proc, on every Linux we know
const [requests = 200] = process.argv.slice(2).map(Number)

const article = await storiesOf5KB()
const newsroom = await Newsroom.open({ inspectorPort: 0 })
const [pid] = await workerds()
let failed = false
try {
  let seed = 0
  let posted = 0
  const analyze = () => newsroom.post('/api/v1/analyze', article(seed++ % 400), { token: TOKENS.reader })
  const post = () => newsroom.post('/api/v1/articles', article(posted++))
  const refused = () => newsroom.post('/api/v1/analyze', { text: article(seed++ % 400).text }, { token: null })
  const health = () => newsroom.ask('/healthz', { token: null })
  const long = () => newsroom.post('/api/v1/articles', { title: `Long ${posted}`, text: Array.from({ length: 25 }, () => article(posted++ % 400).text).join('\n\n').slice(0, 95_000) })
  let peak = 0
  const watch = setInterval(() => void linearMemory().then((now) => (peak = Math.max(peak, now))), 20)
  for (let i = 0; i < 100; i++) await Promise.all([analyze(), post()]) // warm

  const nothing = await cpu(refused)
  const direct = await cpu(analyze)
  const empty = await cpu(health)
  const archived = await cpu(post)
  const database = await databaseTime()
  say('the engine alone, in this process', await alone())
  say('a request that is refused', nothing)
  say('analyze, 5 KB', direct, direct - nothing, BARS.analyze)
  say('a Go handler that asks D1 nothing much', empty)
  say('article posted, 5 KB', archived, archived - nothing - database, BARS.post, `beside ${database.toFixed(1)} ms of D1's`)

  for (const [name, count, one] of /** @type {[string, number, () => Promise<any>][]} */ ([['analyses', 50, analyze], ['posts', 50, post], ['posts of 95 KB', 20, long]])) {
    peak = 0
    /** @type {Record<number, number>} */
    const statuses = {}
    const times = await Promise.all(Array.from({ length: count }, async () => {
      const start = performance.now()
      const { status, headers } = await one()
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status >= 500 && !(status === 503 && headers.get('Retry-After'))) failed = true
      return performance.now() - start
    }))
    times.sort((a, b) => a - b)
    const { heap, buffers } = await memory()
    const isolate = heap + buffers + peak
    console.log(`${count} ${name} at once: ${JSON.stringify(statuses)}, p50 ${times[count / 2].toFixed(0)} ms, p95 ${times[Math.floor(count * 0.95)].toFixed(0)} ms; isolate ${isolate} MB, of them ${peak} of WebAssembly at its peak; the whole process ${await resident()} MB`)
    if (one === long ? peak > BARS.long : isolate > BARS.memory) failed = true
  }
  clearInterval(watch)
} finally {
  await newsroom.close()
}
if (failed) process.exitCode = 1

/** Processor time of workerd a request, in ms. @param {() => Promise<unknown>} one */
async function cpu(one) {
  const start = await used()
  for (let i = 0; i < requests; i++) await one()
  return (await used() - start) / requests
}

/** Processor time of the same analyses in Node: what the direct path adds to is machine and load of the moment. */
async function alone() {
  const engine = await startEngine({ wasm: new URL('../dist/engine.wasm', import.meta.url) })
  for (let i = 0; i < 100; i++) await engine.analyzeJSON(article(i))
  const start = process.cpuUsage()
  for (let i = 0; i < requests; i++) await engine.analyzeJSON(article(i % 400))
  const { user, system } = process.cpuUsage(start)
  engine.close()
  return (user + system) / 1000 / requests
}

async function used() {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}

/** D1's own: the look and the write again, through miniflare's proxy, which costs something too; the search for candidates is left with the Worker's. */
async function databaseTime() {
  const db = await newsroom.database()
  const row = await db.prepare('SELECT id, digest, seen, story, title, words, source, record, corrections, anchors, names, keys, topics FROM incoming ORDER BY seen DESC LIMIT 1').first()
  const columns = Object.keys(row)
  const start = await used()
  for (let i = 0; i < requests; i++) {
    const values = { ...row, id: `again-${i}`, digest: `again-${i}`, record: new Uint8Array(row.record) }
    await db.prepare("SELECT 'id', digest, id FROM articles WHERE id = ?1 UNION ALL SELECT 'digest', digest, id FROM articles WHERE digest = ?1").bind(`again-${i}`).all()
    await db.prepare(`INSERT INTO incoming (${columns}, joined, request) VALUES (${columns.map(() => '?')}, '[]', '')`).bind(...columns.map((name) => values[name])).run()
  }
  const spent = (await used() - start) / requests
  for (let i = 0; i < requests; i++) await db.prepare('DELETE FROM articles WHERE id = ?').bind(`again-${i}`).run()
  return spent
}

/** The isolate's memory as V8's inspector reports it. */
async function memory() {
  const at = await newsroom.miniflare.getInspectorURL()
  const list = await (await fetch(`http://${at.host}/json`)).json()
  const socket = new WebSocket(list[0].webSocketDebuggerUrl ?? `ws://${at.host}/${list[0].id}`)
  const usage = await new Promise((resolve, reject) => {
    socket.onerror = () => reject(new Error(`no inspector among ${JSON.stringify(list)}`))
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' }))
    socket.onmessage = ({ data }) => {
      const { id, result } = JSON.parse(data)
      if (id === 1) resolve(result)
    }
  })
  socket.close()
  return { heap: megabytes(usage.totalSize), buffers: megabytes((usage.backingStorageSize ?? 0) + (usage.embedderHeapUsedSize ?? 0)) }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.round(bytes / 2 ** 20)
}

/** Articles of about 5 KB: of the dev set where it is here, else made up, which are more alike than news is. */
async function storiesOf5KB() {
  const text = await readFile(new URL('../../../shared/data/dedup/dev/corpus.jsonl', import.meta.url), 'utf8').catch(() => '')
  const real = text.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter(({ text }) => text.length > 4000 && text.length < 6000)
  console.log(real.length ? `${real.length} articles of the dev set` : 'made-up articles')
  return (/** @type {number} */ i) => (i < real.length ? { title: real[i].title, text: real[i].text } : longStory(i))
}

/**
 * MB of WebAssembly memories: V8 puts each before gigabytes of address space that may not be
 * touched. So it does with its heap, of all isolates of the process (miniflare's, too), but
 * within a cage of 4 GB that ends at a multiple of that.
 */
async function linearMemory() {
  const map = (await readFile(`/proc/${pid}/smaps`, 'utf8').catch(() => '')).split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
  let kilobytes = 0
  map.forEach((entry, i) => {
    const [, start, end, rights] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(map[i + 1] ?? '') ?? []
    const guard = rights === '---p' && parseInt(end, 16) - parseInt(start, 16) > 2 ** 31 && parseInt(end, 16) % 2 ** 32 !== 0 && entry.split(/[ -]/)[1] === start
    if (guard && / rw-p /.test(entry)) kilobytes += Number(/^Size:\s+(\d+)/m.exec(entry)?.[1] ?? 0)
  })
  return Math.round(kilobytes / 1024)
}

async function resident() {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}

/** @param {string} what @param {number} whole @param {number} [own] @param {number} [bar] @param {string} [note] */
function say(what, whole, own, bar, note = '') {
  const over = own !== undefined && bar !== undefined && own > bar
  failed ||= over
  console.log(`${what}: ${whole.toFixed(1)} ms of processor time${own === undefined ? '' : `, ${own.toFixed(1)} of its own (bar ${bar})`} ${note}${over ? ' OVER' : ''}`)
}
