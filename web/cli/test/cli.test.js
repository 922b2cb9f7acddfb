/** The command line as scripts use it: lines in, lines out, and an archive that survives a kill. */

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../cli.js', import.meta.url))
const engine = fileURLToPath(new URL('../../../build/dist/engine.wasm', import.meta.url))
const skip = existsSync(engine) ? false : 'build/dist/engine.wasm is not built'

const home = mkdtempSync(join(tmpdir(), 'slugline-cli-'))
after(() => rmSync(home, { recursive: true, force: true }))
let folders = 0
const folder = () => join(home, `archive-${++folders}`)

/** @param {string[]} words @param {string} [input] */
function run(words, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { input, encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 28 })
  return { status, stdout, stderr }
}

/** A story that no other one shares words with. @param {number} n */
const story = (n) => ({
  id: `story-${n}`,
  title: `Council of town ${n} votes on bridge`,
  text: Array.from({ length: 8 }, (_, i) => `In town ${n} the ${word(n, i)} met the ${word(n, i + 50)} and spoke of ${word(n, i + 100)} for ${n + i} hours before ${word(n, i + 150)} came.`).join('\n\n'),
})
/** @param {number} n @param {number} i */
const word = (n, i) => `w${((n * 7919 + i * 104729) % 99991).toString(36)}x`

/** @param {unknown[]} values */
const lines = (values) => values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n') + '\n'
/** @param {string} output @returns {any[]} */
const answers = (output) => output.split('\n').filter(Boolean).map((line) => JSON.parse(line))

describe('command line', { skip, timeout: 240_000 }, () => {
  test('answers lines in their order, and names the broken ones', () => {
    const { status, stdout, stderr } = run(['analyze', '--jsonl'], lines([story(1), '{"id":"cut', story(2), '["list"]', '', { id: 5 }, story(3)]))
    assert.deepEqual(answers(stdout).map(({ id }) => id), ['story-1', 'story-2', 'story-3'])
    assert.equal(status, 1)
    for (const [number, what] of [[2, /not JSON/], [4, /not a JSON object/], [6, /no "text"/]]) {
      assert.match(stderr, new RegExp(`line ${number}: `))
      assert.match(stderr, /** @type {RegExp} */ (what))
    }
  })

  test('follows desks and corrections that a newsroom shares as files', () => {
    const file = (/** @type {string} */ name, /** @type {string} */ text) => (writeFileSync(join(home, name), text), join(home, name))
    const bridge = { ...story(1), text: `The harbour bridge is shut. ${story(1).text} The council of Accra spoke of the harbour bridge again.` }
    const tags = file('tags.csv', 'id;name;phrases\nbridges;Bridges;harbour bridge\n')
    const taught = { version: 1, tags: [], decisions: [{ story: '', tag: 'medtop:15000000', verdict: 'accept', when: '2026-11-24T09:00:00Z', base: 10, traits: [] }] }
    const desk = file('desk.json', JSON.stringify(taught))
    const corrections = file('corrections.json', '[{"kind":"ignore","name":"Accra"}]')
    const [plain] = answers(run(['analyze', '--jsonl'], lines([bridge])).stdout)
    const { stdout, stderr, status } = run(['analyze', '--jsonl', '--desk', tags, '--desk', desk, '--corrections', corrections], lines([bridge]))
    assert.equal(status, 0, stderr)
    const [{ analysis }] = answers(stdout)
    const house = analysis.topics.find((/** @type {any} */ topic) => topic.id === 'house:bridges')
    assert.deepEqual([house?.status, house?.desk], ['applied', { reason: 'house' }])
    const accra = (/** @type {any} */ of) => of.entities.some((/** @type {any} */ one) => one.name === 'Accra')
    assert.deepEqual([accra(plain.analysis), accra(analysis)], [true, false])
    for (const format of ['ninjs', 'jsonld', 'superdesk', 'csv', 'html'])
      assert.match(run(['analyze', '--desk', tags, '--format', format, file('bridge.txt', bridge.text)]).stdout, /house:bridges/, format)

    for (const [option, bad, why] of [['--desk', bridge.text, /No tags/], ['--desk', '{"version":9,"decisions":[]}', /no desk/], ['--corrections', '{}', /no list of corrections/], ['--corrections', '[{"kind":"burn"}]', /Correction 1/]]) {
      const refused = run(['analyze', /** @type {string} */ (option), file('bad', /** @type {string} */ (bad)), '-'], bridge.text)
      assert.equal(refused.status, 1)
      assert.equal(refused.stdout, '')
      assert.match(refused.stderr, /** @type {RegExp} */ (why))
    }
    assert.match(run(['analyze', '--desk', join(home, 'nowhere'), '-']).stderr, /nowhere cannot be read/)
  })

  test('compares with the archive, adds, and adds nothing when told so', () => {
    const archive = folder()
    assert.deepEqual(answers(run(['analyze', '--jsonl', '--archive', archive], lines([story(1), story(2)])).stdout).map(({ analysis }) => analysis.matches.map((/** @type {any} */ m) => m.verdict)), [[], ['template']])
    const copy = { ...story(2), id: 'copy' }
    for (let time = 0; time < 2; time++) {
      const [{ analysis }] = answers(run(['analyze', '--jsonl', '--archive', archive, '--no-add'], lines([copy])).stdout)
      assert.deepEqual(analysis.matches.map((/** @type {any} */ m) => [m.id, m.verdict, m.duplicate]), [['story-2', 'exact', true], ['story-1', 'template', false]])
    }
  })

  test('writes every format', () => {
    const file = join(home, 'story.txt')
    writeFileSync(file, 'NAIROBI — President William Ruto met Prime Minister Narendra Modi in New Delhi on Monday to sign an agreement on tea.')
    const seen = /** @type {Record<string, RegExp>} */ ({
      json: /"version":1/, ninjs: /ninjs-schema_3\.1/, jsonld: /"NewsArticle"/, superdesk: /"scheme"/, csv: /^kind,type,name/, html: /<mark data-type="person"/,
    })
    for (const [format, pattern] of Object.entries(seen)) {
      const { status, stdout } = run(['analyze', '--format', format, file])
      assert.equal(status, 0)
      assert.match(stdout, pattern)
    }
  })

  test('says what is wrong with its words', () => {
    for (const [words, message] of /** @type {[string[], RegExp][]} */ ([
      [['analyse'], /no command "analyse"/],
      [['analyze', '--archieve', 'x'], /no option "--archieve"/],
      [['analyze', '--format', 'pdf'], /no format "pdf"/],
      [['analyze', '--no-add'], /needs --archive/],
      [['analyze', '--archive'], /needs a value/],
    ])) {
      const { status, stderr } = run(words)
      assert.equal(status, 2)
      assert.match(stderr, message)
    }
    const { status, stderr } = run(['analyze', join(home, 'nobody.txt')])
    assert.equal(status, 1)
    assert.match(stderr, /nobody\.txt cannot be read/)
    assert.equal(run(['--help']).status, 0)
  })

  test('lets one process at a time write an archive', async () => {
    const archive = folder()
    const first = spawn(process.execPath, [cli, 'analyze', '--jsonl', '--archive', archive], { stdio: ['pipe', 'pipe', 'inherit'] })
    first.stdin.write(lines([story(1)]))
    await new Promise((done) => first.stdout.once('data', done))
    const second = run(['analyze', '--jsonl', '--archive', archive], lines([story(2)]))
    first.stdin.end()
    await new Promise((done) => first.once('close', done))
    assert.equal(second.status, 1)
    assert.match(second.stderr, /in use by process \d+/)
    assert.equal(run(['analyze', '--jsonl', '--archive', archive], lines([story(2)])).status, 0)
  })

  test('names a damaged file and goes on with the others', () => {
    const archive = folder()
    run(['analyze', '--jsonl', '--archive', archive], lines([story(1)]))
    const name = readdirSync(archive).find((file) => file.startsWith('s-'))
    const path = join(archive, /** @type {string} */ (name))
    const bytes = readFileSync(path)
    bytes[bytes.length >> 1] ^= 4
    writeFileSync(path, bytes)
    const { status, stdout, stderr } = run(['analyze', '--jsonl', '--archive', archive], lines([story(2)]))
    assert.equal(status, 0)
    assert.match(stderr, new RegExp(`${name} is damaged`))
    assert.equal(answers(stdout).length, 1)
  })

  test('killed at any moment, it has what it reported', async () => {
    const archive = folder()
    const input = lines(Array.from({ length: 400 }, (_, n) => story(n)))
    const reported = new Set()
    const kills = Number(process.env.SLUGLINE_KILLS ?? 15) // make bench-archive asks for 200
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, [cli, 'analyze', '--jsonl', '--archive', archive], { stdio: ['pipe', 'pipe', 'pipe'] })
      let output = ''
      child.stdout.on('data', (piece) => (output += piece))
      child.stdin.on('error', () => undefined)
      child.stdin.end(input)
      const end = () => child.kill('SIGKILL')
      // Every second one dies soon after its first report, the others before or after it.
      const late = kill % 2 ? setTimeout(end, 150 + 1400 * Math.random()) : child.stdout.once('data', () => setTimeout(end, 400 * Math.random()))
      await new Promise((done) => child.once('close', done))
      if (kill % 2) clearTimeout(/** @type {NodeJS.Timeout} */ (late))
      for (const line of output.split('\n').slice(0, -1)) reported.add(JSON.parse(line).id)
    }
    assert.ok(reported.size > 50, `only ${reported.size} were reported: nothing was tried`)
    const asked = Array.from({ length: 400 }, (_, n) => ({ ...story(n), id: `again-${n}` })).filter(({ id }) => reported.has(id.replace('again', 'story')))
    const { status, stdout, stderr } = run(['analyze', '--jsonl', '--archive', archive, '--no-add'], lines(asked))
    assert.equal(stderr, '')
    assert.equal(status, 0)
    const lost = answers(stdout).filter(({ id, analysis }) => analysis.matches[0]?.id !== id.replace('again', 'story')).map(({ id }) => id)
    assert.deepEqual(lost, [])
  })
})
