/** Archives on the command line: what a folder holds, carried, joined and thinned out. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../cli.js', import.meta.url))
const engine = fileURLToPath(new URL('../../../build/dist/engine.wasm', import.meta.url))
const skip = existsSync(engine) ? false : 'build/dist/engine.wasm is not built'

const home = mkdtempSync(join(tmpdir(), 'slugline-archive-'))
after(() => rmSync(home, { recursive: true, force: true }))
let folders = 0
const fresh = () => join(home, `archive-${++folders}`)

/** @param {string[]} words @param {string} [input] */
function run(words, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { input, encoding: 'utf8', timeout: 60_000 })
  return { status, stdout, stderr }
}

const lighthouse =
  'The council of Mbale voted on Tuesday to repair the old lighthouse beside the market, which has been shut since the floods of last spring. Councillor Maria Okello said the work would begin in June and cost four million shillings. Traders who had moved their stalls to the bus park welcomed the vote. The engineer said the lamp had been found in a store room under a heap of nets and could be cleaned for a small sum.'
const aqueduct =
  'Eleven families above Kisoro have dug an aqueduct across two valleys so that their beans survive the dry months, after floods carried the pump away in March. Samuel Byaruhanga, who drew the plan on the back of a calendar, measured the slope with a bottle of water. The district engineer came on Friday and asked for a copy.'
const digest = `Two stories of the week from the hills, told in short. ${aqueduct} In other news a choir sang on the steps of the library, a bull won a ribbon at the fair for the third year, and the ferry to the islands had a new coat of blue paint put on by its captain and his four sons. The bakery on the square will close for the first time since the war, because its oven, which three generations had fed with beech, cracked from door to chimney. A professor of music counted the bells of the valley and found that nine of forty are tuned alike, which he thinks was an accident. Snow is expected on the pass before the end of the month.`

const stories = [
  { id: 'a1', title: 'Lighthouse to be repaired', text: lighthouse },
  { id: 'b1', title: 'An aqueduct by hand', text: aqueduct },
  { id: 'a2', title: 'Lighthouse vote', text: lighthouse.replace('four million', 'five million').replace('June', 'July') },
  { id: 'c1', title: 'The week', text: digest },
]

/** @param {object[]} of */
function archived(of = stories) {
  const folder = fresh()
  const { status, stderr } = run(['analyze', '--jsonl', '--archive', folder], of.map((one) => JSON.stringify(one)).join('\n'))
  assert.equal(status, 0, stderr)
  return folder
}

/** @param {string} folder */
const ids = (folder) => run(['archive', '--archive', folder, 'list']).stdout.split('\n').filter(Boolean).map((line) => line.split('\t')[1]).sort()

describe('archives on the command line', { skip, timeout: 240_000 }, () => {
  test('versions of a story are a cluster; a story that carries another is in none', () => {
    const folder = archived()
    const { stdout, status } = run(['clusters', '--archive', folder])
    assert.equal(status, 0)
    assert.match(stdout, /^2 versions of one story, first seen .*\n {2}\S+\ta1\tLighthouse to be repaired\n {2}\S+\ta2\tLighthouse vote\n$/)
    const clusters = JSON.parse(run(['clusters', '--archive', folder, '--format', 'json']).stdout)
    assert.deepEqual(clusters.map((/** @type {any} */ one) => one.articles.map((/** @type {any} */ article) => article.id)), [['a1', 'a2']])
    assert.equal(run(['clusters', '--archive', archived(stories.slice(0, 2))]).stdout, 'No story has a second version here.\n')
  })

  test('an export is imported elsewhere, once, and two archives become one', () => {
    const [one, other] = [archived(stories.slice(0, 2)), archived(stories.slice(1))]
    const file = join(home, 'one.slugline')
    assert.match(run(['archive', '--archive', one, 'export', file]).stdout, /2 articles written/)
    assert.match(run(['archive', '--archive', other, 'import', file]).stdout, /1 article added, 1 were there already/)
    assert.deepEqual(ids(other), ['a1', 'a2', 'b1', 'c1'])
    assert.match(run(['archive', '--archive', fresh(), 'import', file, file]).stdout, /2 articles added, 0[\s\S]*0 articles added, 2/)
    assert.deepEqual(readdirSync(home).filter((name) => name.includes('unfinished')), [])
  })

  test('a file that is cut off or no export is named, and what is whole of it is kept', () => {
    const file = join(home, 'cut.slugline')
    run(['archive', '--archive', archived(), 'export', file])
    truncateSync(file, readFileSync(file).length - 40)
    const into = fresh()
    const cut = run(['archive', '--archive', into, 'import', file])
    assert.equal(cut.status, 1)
    assert.match(cut.stderr, /ends before it should|is damaged/)
    writeFileSync(file, 'a shopping list')
    const none = run(['archive', '--archive', into, 'import', file])
    assert.equal(none.status, 1)
    assert.match(none.stderr, /no Slugline archive/)
    assert.equal(run(['archive', '--archive', into, 'stat']).status, 0)
  })

  test('articles are deleted for good, by id and by age', () => {
    const folder = archived()
    const gone = run(['archive', '--archive', folder, 'delete', 'a1', 'nobody'])
    assert.equal(gone.status, 1)
    assert.match(gone.stderr, /nobody is not in the archive/)
    assert.match(gone.stdout, /1 article deleted/)
    assert.deepEqual(ids(folder), ['a2', 'b1', 'c1'])
    assert.match(run(['archive', '--archive', folder, 'older-than', '2020-01-01']).stdout, /0 articles deleted/)
    assert.match(run(['archive', '--archive', folder, 'older-than', '2999-01-01']).stdout, /3 articles deleted/)
    assert.match(run(['archive', '--archive', folder, 'stat']).stdout, /^0 articles/)
    for (const name of readdirSync(folder)) assert.ok(!readFileSync(join(folder, name)).includes('lighthouse'), name)
  })

  for (const [what, words, why] of /** @type {[string, string[], RegExp][]} */ ([
    ['no folder', ['clusters'], /needs --archive/],
    ['a folder that is not there', ['clusters', '--archive', join(home, 'nowhere')], /There is no archive directory/],
    ['nothing to do', ['archive', '--archive', home], /wants to be told/],
    ['another thing to do', ['archive', '--archive', home, 'burn'], /wants to be told/],
    ['no file', ['archive', '--archive', home, 'export'], /wants a file/],
    ['no date', ['archive', '--archive', home, 'older-than', 'May'], /is no date/],
    ['another format', ['clusters', '--archive', home, '--format', 'csv'], /no format "csv"/],
  ]))
    test(`says what is wrong: ${what}`, () => {
      const { status, stderr } = run(words)
      assert.ok(status === 1 || status === 2)
      assert.match(stderr, why)
    })
})
