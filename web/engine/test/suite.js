/**
 * What every host of the engine must do: run over the calling thread, a Worker thread of
 * Node, and both again in Chromium. Nothing here is Node's.
 *
 * @typedef {import('../types.js').Engine} Engine
 * @typedef {import('../types.js').Article} Article
 * @typedef {{ name: string, run: (engine: Engine, host: { worker: boolean }) => Promise<void> }} Case
 */

import { packHead, packed } from '../pack.js'

const LIMIT = 5000 // ms for the largest text

const STORY = `NEW DELHI — Prime Minister Narendra Modi met Sri Lanka's President Anura Kumara Dissanayake in New Delhi on Monday.

The two leaders signed an agreement on ports, the Ministry of External Affairs said. India will lend $450 million for the work at Trincomalee, where a terminal for oil tankers has stood idle since a fire nine years ago.

"The harbour will open again before the monsoon," Modi said after the meeting. Officials from both governments are to meet in Colombo next month, when the terms of the loan and a timetable for the dredging will be settled.`

/** @param {string} text */
const names = (text) => (/** @type {import('../types.js').Mention} */ m) => text.slice(m.start, m.end)

/** @param {unknown} found @param {unknown} wanted @param {string} what */
function same(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (a !== b) throw new Error(`${what}: ${a}, not ${b}`)
}

/** @param {unknown} truth @param {string} what */
function holds(truth, what) {
  if (!truth) throw new Error(what)
}

/** @param {Promise<unknown>} promise @returns {Promise<any>} the reason */
const refusal = (promise) => promise.then(() => { throw new Error('it was not refused') }, (reason) => reason)

/** Spans lie inside the text, in order, and split no surrogate pair. @param {string} text @param {import('../types.js').Analysis} analysis */
function sound(text, analysis) {
  let end = 0
  for (const m of analysis.mentions.filter((m) => m.field === 'text')) {
    holds(end <= m.start && m.start < m.end && m.end <= text.length, `a span ${m.start}-${m.end} after ${end} in ${text.length} units`)
    holds(!/^[\udc00-\udfff]/.test(text.slice(m.start)) || !/[\ud800-\udbff]$/.test(text.slice(0, m.start)), `a pair is split at ${m.start}`)
    end = m.end
  }
}

/** Awkward input, each with what the engine should at least do. @type {[string, string][]} */
const AWKWARD = [
  ['nothing', ''],
  ['one word', 'India'],
  ['white space', ' \n\t\r\n\u00a0'],
  ['100,000 A without a space', 'A'.repeat(100_000)],
  ['lone surrogates', 'Mr \ud800 Modi \udc00\udc00 met \ud83d'],
  ['NUL bytes', 'Narendra\0Modi\0met \0\0'],
  ['Chinese', '国务院总理李强在北京会见了来访的客人。双方就贸易问题交换了意见。'.repeat(20)],
  ['Hindi', 'प्रधानमंत्री नरेंद्र मोदी ने सोमवार को नई दिल्ली में विदेश मंत्री से मुलाकात की।'.repeat(20)],
  ['only emoji', '👩🏽‍🚀🇮🇳😀'.repeat(500)],
  ['HTML source', '<!doctype html><script>alert(1)</script><p onclick="x">Narendra Modi met <b>Joe&nbsp;Biden</b>.</p>'.repeat(50)],
  ['only punctuation', '."!?'.repeat(20_000)],
  ['brackets and quotes never closed', '("[{“‘«'.repeat(10_000)],
  ['line ends of every kind', 'Modi spoke.\rBiden spoke.\r\nXi spoke.\u2028Macron spoke.\u0085'],
  ['combining marks', 'Z' + '\u0301'.repeat(20_000)],
]

/** @type {Case[]} */
export const cases = [
  {
    name: 'finds names at UTF-16 offsets of the text as given',
    async run(engine) {
      const text = '😀 ' + STORY
      const found = (await engine.analyze({ text })).mentions
      for (const name of ['Narendra Modi', 'Anura Kumara Dissanayake', 'Colombo']) {
        holds(found.map(names(text)).includes(name), `${name} is not among ${found.map(names(text)).join(', ')}`)
      }
    },
  },
  {
    name: 'keeps title and text apart',
    async run(engine) {
      const title = '🇱🇰 Dissanayake visits India'
      const { mentions } = await engine.analyze({ title, text: STORY })
      const inTitle = mentions.filter((m) => m.field === 'title').map(names(title))
      holds(inTitle.includes('India'), `title: ${inTitle}`)
      holds(mentions.filter((m) => m.field === 'text').map(names(STORY)).includes('Narendra Modi'), 'the text has lost a name')
    },
  },
  {
    name: 'gives the same answer twice, and as text',
    async run(engine) {
      const once = await engine.analyzeJSON({ text: STORY })
      same(await engine.analyzeJSON({ text: STORY }), once, 'again')
      same(await engine.export({ text: STORY }, 'json'), once, 'as an export')
      same(await engine.analyze({ text: STORY }), JSON.parse(once), 'parsed')
    },
  },
  {
    name: 'lets the reader correct a name',
    async run(engine) {
      const corrections = [{ kind: /** @type {const} */ ('not-a-name'), name: 'Colombo' }]
      const { mentions } = await engine.analyze({ text: STORY, corrections })
      holds(!mentions.map(names(STORY)).includes('Colombo'), 'Colombo is still marked')
    },
  },
  ...AWKWARD.map(([name, text]) => ({
    name: `survives ${name}`,
    async run(/** @type {Engine} */ engine) {
      const analysis = await engine.analyze({ text })
      sound(text, analysis)
      sound(text, await engine.analyze({ title: text.slice(0, 1000), text }))
    },
  })),
  {
    name: 'says so when the text is not English',
    async run(engine) {
      const { notice, language } = await engine.analyze({ text: '国务院总理李强在北京会见了来访的客人。'.repeat(20) })
      holds(language !== 'en' && /English/.test(notice ?? ''), `${language}: ${notice}`)
    },
  },
  {
    name: 'reads 5 MB within 5 seconds',
    async run(engine) {
      const text = STORY.repeat(Math.ceil(5e6 / STORY.length))
      const begin = performance.now()
      sound(text, await engine.analyze({ text }))
      const took = performance.now() - begin
      holds(took < LIMIT, `it took ${Math.round(took)} ms`)
    },
  },
  {
    name: 'refuses what is too long, or no article, and lives on',
    async run(engine) {
      const long = await refusal(engine.analyze({ text: 'A '.repeat(11 << 20) }))
      holds(long.code === 'input' && /20 MB/.test(long.message), `${long.code}: ${long.message}`)
      const none = await refusal(engine.analyze(/** @type {any} */ ({})))
      same(none.code, 'input', 'without a text')
      const format = await refusal(engine.export({ text: STORY }, /** @type {any} */ ('pdf')))
      same(format.code, 'input', 'an unknown format')
      holds((await engine.analyze({ text: STORY })).mentions.length > 5, 'the engine is no longer itself')
    },
  },
  {
    name: 'answers calls made at once in their order, each its own',
    async run(engine) {
      const texts = Array.from({ length: 20 }, (_, i) => `Person number ${i} went to Paris. `.repeat(1 + (i % 3)))
      /** @type {number[]} */
      const order = []
      const answers = await Promise.all(texts.map(async (text, i) => {
        const answer = await engine.analyzeJSON({ text })
        order.push(i)
        return answer
      }))
      same(order, texts.map((_, i) => i), 'order')
      for (const [i, text] of texts.entries()) same(await engine.analyzeJSON({ text }), answers[i], `answer ${i}`)
    },
  },
  {
    name: 'takes a cancelled call out of the queue',
    async run(engine) {
      const first = engine.analyze({ text: STORY })
      const cancel = new AbortController()
      const second = engine.analyze({ text: STORY }, { signal: cancel.signal })
      const third = engine.analyze({ text: STORY })
      cancel.abort()
      same((await refusal(second)).name, 'AbortError', 'the cancelled call')
      same((await refusal(engine.analyze({ text: STORY }, { signal: cancel.signal }))).name, 'AbortError', 'a call cancelled before')
      same(await third, await first, 'the others')
    },
  },
  {
    name: 'cancels a running call at once, and answers the next',
    async run(engine, host) {
      if (!host.worker) return // on one thread nothing can cancel while the engine runs
      const cancel = new AbortController()
      const running = engine.analyze({ text: STORY.repeat(30_000) }, { signal: cancel.signal }) // 18 MB: many seconds
      setTimeout(() => cancel.abort(), 200)
      const begin = performance.now()
      same((await refusal(running)).name, 'AbortError', 'the running call')
      const told = performance.now() - begin
      holds((await engine.analyze({ text: STORY })).mentions.length > 5, 'no names afterwards')
      const next = performance.now() - begin
      holds(told < 1500 && next < 4000, `told after ${Math.round(told)} ms, next answer after ${Math.round(next)} ms`)
    },
  },
  {
    name: 'follows a desk, and again after a restart',
    async run(engine, host) {
      const ports = { id: 'house:ports', name: 'Ports', phrases: ['oil tanker', 'dredging'] }
      const plain = await engine.analyze({ text: STORY })
      const weather = 'medtop:17000000'
      const observed = await engine.observe({ text: STORY }, weather)
      holds(observed.base < 500 && observed.traits.length > 10 && observed.traits.length < 60, JSON.stringify(observed))
      same(await engine.teach({ tags: [ports], decisions: [{ ...observed, tag: weather, verdict: 'accept' }] }), { tags: 1, decisions: 1 }, 'taught')
      const said = async () => (await engine.analyze({ text: STORY })).topics.filter((topic) => topic.desk).map((topic) => [topic.id, topic.status, topic.desk?.reason])
      const wanted = [[weather, 'applied', 'accepted'], ['house:ports', 'applied', 'house']]
      same(await said(), wanted, 'what the desk has said')
      if (host.worker) {
        const cancel = new AbortController()
        const running = engine.analyze({ text: STORY.repeat(30_000) }, { signal: cancel.signal })
        setTimeout(() => cancel.abort(), 100)
        await refusal(running)
        same(await said(), wanted, 'after the Worker was ended')
      }
      const ruled = await engine.analyze({ text: STORY, rulings: [{ tag: 'house:ports', verdict: 'pin' }, { tag: weather, verdict: 'reject' }] })
      same([ruled.topics[0].id, ruled.rejected?.map((topic) => topic.id)], ['house:ports', [weather]], 'the word on this story outweighs')
      same((await refusal(engine.observe({ text: STORY }, 'house:none'))).code, 'input', 'an unknown tag')
      await engine.teach({ tags: [], decisions: [] })
      same(await engine.analyze({ text: STORY }), plain, 'after it was forgotten')
    },
  },
  {
    name: 'finds an earlier version, keeps it over a restart, forgets it when told',
    async run(engine, host) {
      same((await engine.archive.open([])).articles, 0, 'a new archive')
      same((await engine.archive.add('one', { title: 'Ports', text: STORY }, '2026-11-24T09:00:00Z')).analysis.matches, [], 'the first story')
      const edited = STORY.replace('$450 million', '$500 million')
      /** @param {string} when */
      const seen = async (when) => {
        const [match] = await engine.archive.compare({ text: edited })
        holds(match?.id === 'one' && match.duplicate && match.firstSeen === '2026-11-24T09:00:00Z', `${when}: ${JSON.stringify(match)}`)
        const [passage] = match.passages
        const [here, there] = [edited.slice(passage.start, passage.end), STORY.slice(passage.otherStart, passage.otherEnd)]
        holds(here === there.replace('$450 million', '$500 million'), `${when}: the passages differ`)
      }
      await seen('before the flush')
      const flush = await engine.archive.flush()
      holds(flush.write.length > 0, 'nothing to write')
      await seen('after the flush')
      await engine.archive.add('two', { text: STORY.toUpperCase() }, '2026-11-24T10:00:00Z')
      if (host.worker) {
        const cancel = new AbortController()
        const running = engine.analyze({ text: STORY.repeat(30_000), matches: false }, { signal: cancel.signal })
        setTimeout(() => cancel.abort(), 100)
        await refusal(running)
        await seen('after the Worker was ended')
      }
      same((await engine.archive.stats()).articles, 2, 'both articles')
      same((await engine.archive.open(flush.write)).articles, 1, 'opened from its files')
      await seen('opened from its files')
      same((await engine.analyze({ text: edited })).matches[0]?.id, 'one', 'analyze compares too')
      same((await engine.analyze({ text: edited, matches: false })).matches, [], 'unless told not to')
      same(await engine.archive.delete('one'), true, 'deleted')
      same(await engine.archive.delete('one'), false, 'deleted again')
      same(await engine.archive.compare({ text: edited }), [], 'after the deletion')
    },
  },
  {
    name: 'carries an archive into another, and clears out what was deleted',
    async run(engine) {
      await engine.archive.open([])
      await engine.archive.add('one', { title: 'Ports', text: STORY }, '2026-11-24T09:00:00Z')
      await engine.archive.add('two', { title: 'Ports again', text: STORY.replace('450', '475') }, '2026-11-24T10:00:00Z')
      const [one, two, none] = await engine.archive.stories(['one', 'two', 'three'])
      holds(/^[0-9a-f]{16}$/.test(one) && one === two && none === '', `stories ${one} ${two} ${none}`)
      const { write } = await engine.archive.flush()
      const files = [...write].sort((a, b) => (a.name < b.name ? -1 : 1))
      const pack = new Uint8Array(await new Blob([packHead, ...files.flatMap((file) => [packed(file.name, file.bytes), file.bytes])].map((part) => /** @type {BlobPart} */ (part))).arrayBuffer())
      await engine.archive.open([])
      const half = pack.length >> 1
      const brought = [...(await engine.archive.import(pack.slice(0, half))), ...(await engine.archive.import(pack.slice(half)))]
      same(brought.map((one) => [one.id, one.title, one.when]), [['one', 'Ports', '2026-11-24T09:00:00Z'], ['two', 'Ports again', '2026-11-24T10:00:00Z']], 'brought')
      same(brought[0].text, STORY, 'its text')
      same(await engine.archive.imported(), { known: 0, damaged: [], whole: true }, 'the end')
      same((await engine.archive.compare({ text: STORY }))[0].verdict, 'exact', 'found after the import')
      await engine.archive.flush()
      await engine.archive.delete('one')
      const cleared = await engine.archive.compact()
      holds(cleared.write.some((file) => file.name[0] === 't') && cleared.remove.some((name) => name[0] === 't'), 'the text is written anew without the deleted one')
      await engine.archive.import(packHead)
      same((await engine.archive.imported()).whole, true, 'an empty archive')
      holds((await refusal(engine.archive.import(new Uint8Array(40).fill(65)))).code === 'input', 'no archive')
    },
  },
  {
    name: 'names a damaged archive file and goes on',
    async run(engine) {
      await engine.archive.open([])
      await engine.archive.add('one', { text: STORY }, '2026-11-24T09:00:00Z')
      const { write } = await engine.archive.flush()
      const index = write.findIndex((file) => file.name.startsWith('s-'))
      const bytes = write[index].bytes.slice()
      bytes[bytes.length >> 1] ^= 1
      const files = write.map((file, i) => (i === index ? { name: file.name, bytes } : file))
      same((await engine.archive.open(files)).damaged, [write[index].name], 'damaged')
      same(await engine.archive.compare({ text: STORY }), [], 'nothing is found')
    },
  },
  {
    name: 'says what is wrong with a call on the archive',
    async run(engine) {
      await engine.archive.open([])
      const bad = await refusal(engine.archive.add('one', { text: STORY }, 'yesterday'))
      holds(bad.code === 'input' && /2026-11-24T09:00:00Z/.test(bad.message), `${bad.code}: ${bad.message}`)
    },
  },
  {
    name: 'refuses calls after it was closed',
    async run(engine) {
      const waiting = refusal(engine.analyze({ text: STORY }))
      const behind = refusal(engine.analyze({ text: STORY }))
      engine.close()
      same((await behind).code, 'closed', 'the waiting call')
      same((await waiting).code, 'closed', 'the running call')
      same((await refusal(engine.analyze({ text: STORY }))).code, 'closed', 'a later call')
    },
  },
]
