// A reader's day with the page, in a real browser over the built site: paste, look, correct,
// compare, reload. After each journey the console is empty and nothing went to another
// address.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { example, edited } from '../story/example.js'
import { built, kept, launch, paste, serve, take, visit } from './site.js'

/** @type {Awaited<ReturnType<typeof serve>>} */
let server
/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  assert.ok(built, 'build the site first: make build')
  server = await serve()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await server?.close()
})

/**
 * @param {string} name
 * @param {(page: import('playwright-core').Page, visitor: Awaited<ReturnType<typeof visit>>) => Promise<void>} journey
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
function journey(name, journey, options) {
  test(name, { timeout: 60000 }, async () => {
    const visitor = await visit(browser, server.url, options)
    try {
      await journey(visitor.page, visitor)
      assert.deepEqual(visitor.noted, [])
    } finally {
      await visitor.close()
    }
  })
}

/** @param {import('playwright-core').Page} page */
const marks = (page) => page.locator('slugline-article mark')

/** @param {import('playwright-core').Page} page @param {string} name @returns {Promise<string>} the words lit under it */
const lit = (page, name) =>
  page.evaluate((name) => [...(CSS.highlights.get(`slugline-${name}`) ?? [])].map(String).join('|'), name)

journey('the example shows its names, marked and listed', async (page) => {
  await page.click('.example')
  await marks(page).first().waitFor()
  assert.ok((await marks(page).count()) > 25)
  const people = await page.locator('slugline-names [aria-labelledby=person] .who b').allTextContents()
  assert.ok(people.includes('Wanjiru Odhiambo') && people.includes('Helen Tamihana'), people.join())
  const place = marks(page).filter({ hasText: 'New Zealand' }).first()
  assert.match((await place.getAttribute('class')) ?? '', /place/)
  assert.match(await place.evaluate((mark) => getComputedStyle(mark).textDecorationStyle), /dotted/)
})

journey('a pasted story is analysed at once; its set-aside line is greyed and unmarked', async (page) => {
  await take(page, example)
  const aside = page.locator('slugline-article p.aside')
  assert.match(await aside.innerText(), /Set aside[\s\S]+Also Read/)
  assert.equal(await aside.locator('mark').count(), 0)
})

journey('the legend counts each type and hides it', async (page) => {
  await take(page, example)
  const chip = page.locator('slugline-legend [data-type=person]')
  const count = Number(await chip.locator('.count').innerText())
  assert.equal(await page.locator('slugline-article mark.person').count(), count)
  await chip.click()
  assert.equal(await page.locator('slugline-article mark.person').count(), 0)
  assert.equal(await chip.getAttribute('aria-pressed'), 'false')
  await chip.click()
  assert.equal(await page.locator('slugline-article mark.person').count(), count)
})

journey('a topic lights its words under the pointer and the focus, and not after', async (page) => {
  await take(page, example)
  const topic = page.locator('slugline-topics .topic').first()
  await topic.focus()
  assert.notEqual(await lit(page, 'lit'), '')
  await topic.blur()
  assert.equal(await lit(page, 'lit'), '')
  await topic.hover()
  assert.notEqual(await lit(page, 'lit'), '')
})

journey('keyphrases and topics are copied together', async (page) => {
  await take(page, example)
  const first = await page.locator('slugline-phrases li button').first().innerText()
  await page.click('slugline-phrases .copy-all')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.ok(copied.split(', ').length > 3, copied)
  assert.ok(copied.includes(first.replace(/\s+\d+×$/, '')), copied)
})

journey('a name lights all its mentions, and can be walked through', async (page) => {
  await take(page, example)
  const row = page.locator('slugline-names .row').filter({ has: page.locator('b', { hasText: /^New Zealand$/ }) }).first()
  await row.hover()
  assert.ok((await lit(page, 'lit')).split('|').length >= 4)
  await row.locator('.walk button').last().click()
  await row.locator('.walk button').last().click()
  assert.match(await page.locator('.toast').innerText(), /Mention 2 of \d/)
})

journey('the same story again is recognised, and kept once', async (page) => {
  await take(page, example)
  await kept(page, 1)
  await take(page, example)
  await page.locator('[data-verdict=exact]').waitFor()
  assert.match(await page.locator('.strip').innerText(), /same story/i)
  await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['session']?.lines[0].again === 1)
  await kept(page, 1)
})

journey('an edited story is recognised, and shown beside the earlier one', async (page) => {
  await take(page, example)
  await kept(page, 1)
  await take(page, edited)
  await page.locator('[data-verdict=updated], [data-verdict=near]').waitFor()
  await page.click('.strip .twin')
  const columns = page.locator('slugline-twin .columns article')
  await columns.nth(1).waitFor()
  assert.equal(await columns.count(), 2)
  assert.match(await columns.nth(0).innerText(), /\$438 million/)
  assert.match(await columns.nth(1).innerText(), /\$412 million/)
  const passage = columns.nth(0).locator('mark').first()
  const index = await passage.getAttribute('data-passage')
  await passage.hover()
  const twin = columns.nth(1).locator(`mark.lit[data-passage="${index}"]`).first()
  await twin.waitFor()
  const words = (await twin.innerText()).trim().slice(0, 40)
  assert.ok(words.length > 10 && edited.text.includes(words), words)
  await page.keyboard.press('Escape')
  await marks(page).first().waitFor()
})

journey('side by side, the differences are walked with keys, and listed', async (page) => {
  await take(page, example)
  await kept(page, 1)
  await take(page, edited)
  await page.click('.strip .twin')
  const twin = page.locator('slugline-twin')
  await twin.locator('article').nth(1).waitFor()
  const count = await twin.locator('.changes button').count()
  assert.ok(count >= 3, `${count} changes`)
  await page.keyboard.press('j')
  await twin.locator('[role=status]', { hasText: `1 of ${count}` }).waitFor()
  const first = await twin.locator('article ins.at, article del.at').first().innerText()
  await page.keyboard.press('j')
  await twin.locator('[role=status]', { hasText: `2 of ${count}` }).waitFor()
  assert.notEqual(await twin.locator('article .at').first().innerText(), first)
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await twin.locator('[role=status]', { hasText: `${count} of ${count}` }).waitFor()
  await twin.locator('.changes button', { hasText: '438' }).click()
  assert.match(await twin.locator('article ins.at').innerText(), /438/)
  assert.match(await twin.locator('article del.at').innerText(), /412/)
  const looks = await twin.locator('article mark.same').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine)
  assert.equal(looks, 'underline', 'colour is not alone')
})

journey('limits change the verdict at once, say how many others would change, and last', async (page) => {
  await take(page, example)
  await kept(page, 1)
  await take(page, edited)
  await kept(page, 2)
  const match = page.locator('slugline-seen .match')
  await page.locator('slugline-seen .match.duplicate').waitFor()
  await page.locator('slugline-limits summary').click()
  await page.locator('slugline-limits #share').fill('100')
  await page.locator('slugline-seen .match:not(.duplicate) .below').waitFor()
  assert.doesNotMatch((await page.locator('.strip').getAttribute('class')) ?? '', /warn/)
  await page.locator('slugline-limits .preview', { hasText: '1 of 1 earlier verdicts would change' }).waitFor()
  await page.click('slugline-limits .back')
  await page.locator('slugline-seen .match.duplicate').waitFor()
  await page.locator('slugline-limits #share').fill('100')
  await page.locator('slugline-seen .below').waitFor()
  await page.click('slugline-limits .keep')
  await page.locator('slugline-limits .keep:disabled').waitFor() // written
  await page.reload()
  await page.waitForSelector('slugline-intake')
  await take(page, { ...edited, text: edited.text.replace('45 veterinary', '52 veterinary') })
  await page.locator('slugline-seen .below').first().waitFor()
  assert.equal(await page.locator('slugline-seen .match.duplicate').count(), 0)
  assert.ok((await match.count()) >= 1)
  await page.click('.bar .past')
  assert.equal(await page.locator('slugline-history .verdict').count(), 0)
})

journey('a reload keeps the history, and the next story is compared with it', async (page) => {
  await take(page, example)
  await kept(page, 1)
  await page.reload()
  await page.waitForSelector('slugline-intake')
  await kept(page, 1)
  await take(page, edited)
  await page.locator('article.match.duplicate').waitFor()
  await page.click('.bar .past')
  await page.locator('slugline-history summary').click()
  await page.locator('slugline-history [data-story]').nth(1).locator('.open').click()
  await page.locator('slugline-article h1', { hasText: 'eight years' }).waitFor()
})

journey('a wrong name is corrected, undone, made again, and stays corrected after a reload', async (page) => {
  await take(page, example)
  const odhiambo = page.locator('slugline-article mark', { hasText: 'Odhiambo' })
  await odhiambo.first().click()
  await page.click('slugline-card .ignore')
  await odhiambo.first().waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await odhiambo.first().waitFor()
  await page.keyboard.press('Control+Shift+Z')
  await odhiambo.first().waitFor({ state: 'detached' })
  await page.reload()
  await page.waitForSelector('slugline-intake')
  await take(page, edited)
  assert.equal(await odhiambo.count(), 0)
})

journey('a type is changed for this and every later story', async (page) => {
  await take(page, example)
  await page.locator('slugline-article mark.place', { hasText: 'Kericho' }).first().click()
  await page.selectOption('slugline-card .change', 'organization')
  await page.locator('slugline-article mark.organization', { hasText: 'Kericho' }).first().waitFor()
})

journey('editing re-analyses while the caret stays where it is', async (page) => {
  await take(page, example)
  await page.click('.bar .edit')
  const text = page.locator('slugline-editor textarea.text')
  const at = example.text.indexOf('Talks began')
  await text.evaluate((area, at) => /** @type {HTMLTextAreaElement} */ (area).setSelectionRange(at, at), at)
  await page.keyboard.type('Angela Merkel visited Windhoek on Friday. ', { delay: 4 })
  await page.waitForFunction(() => [...(CSS.highlights.get('slugline-person') ?? [])].some((range) => String(range.startContainer.nodeValue?.slice(range.startOffset, range.endOffset)) === 'Angela Merkel'))
  const caret = await text.evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).selectionStart)
  assert.equal(caret, at + 'Angela Merkel visited Windhoek on Friday. '.length)
  await page.locator('slugline-names .who', { hasText: 'Angela Merkel' }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('slugline-article mark.person', { hasText: 'Angela Merkel' }).waitFor()
})

journey('what was typed into a story that was left does not come back in the next', async (page) => {
  await page.click('.example')
  await marks(page).first().waitFor()
  await page.click('.bar .edit')
  await page.locator('slugline-editor textarea.text').pressSequentially('Typed into the first. ')
  await take(page, edited)
  for (const view of ['edit', 'read']) {
    await page.click('.bar .edit')
    await page.locator(view === 'edit' ? 'slugline-editor' : 'slugline-article').waitFor()
  }
  assert.equal(await page.evaluate(() => document.querySelector('slugline-analyzer')?.['session'].story.text), edited.text)
})

journey('an analysis that comes late takes nothing back of what was typed since', async (page) => {
  await take(page, example)
  await page.click('.bar .edit')
  const text = page.locator('slugline-editor textarea.text')
  await page.waitForFunction(() => document.querySelector('slugline-analyzer')?.['find']('slugline-editor')?.fields.text.selectionStart === 0)
  await page.evaluate(() => {
    const { judge } = /** @type {any} */ (document.querySelector('slugline-analyzer')).session
    const weigh = judge.weigh.bind(judge)
    judge.weigh = (/** @type {any[]} */ ...args) => new Promise((done) => Object.assign(window, { arrive: done })).then(() => weigh(...args))
  })
  await page.keyboard.type('One ')
  await page.waitForFunction(() => 'arrive' in window)
  await page.keyboard.type('two ')
  await page.evaluate(() => /** @type {any} */ (window).arrive())
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('slugline-analyzer')).session.story.text.startsWith('One '))
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
  assert.deepEqual(await text.evaluate((area) => [/** @type {HTMLTextAreaElement} */ (area).value.slice(0, 8), /** @type {HTMLTextAreaElement} */ (area).selectionStart]), ['One two ', 8])
})

journey('results come out in every form', async (page) => {
  await take(page, example)
  await page.click('.bar .export')
  for (const format of ['json', 'ninjs', 'jsonld', 'superdesk']) {
    await page.click(`slugline-exports [data-format=${format}]`)
    await page.locator('slugline-exports .copy:enabled').waitFor()
    await page.click('slugline-exports .copy')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    assert.ok(JSON.stringify(JSON.parse(copied)).includes('Odhiambo'), format)
  }
  await page.click('slugline-exports [data-format=csv]')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('slugline-exports .download')])
  assert.equal(download.suggestedFilename(), 'slugline.csv')
})

journey('prose v2 is fetched only when asked for, and its names stand beside ours', async (page, { context }) => {
  const fetched = /** @type {string[]} */ ([])
  context.on('request', (request) => fetched.push(request.url()))
  await take(page, example)
  assert.ok(!fetched.some((url) => url.includes('reference')))
  await page.click('.bar .compare')
  await page.locator('slugline-engines tbody tr').first().waitFor({ timeout: 30000 })
  assert.match(await page.locator('slugline-engines .big').innerText(), /agree on \d+ names/)
  await page.click('slugline-engines [data-kind=left]')
  assert.ok((await page.locator('slugline-engines tbody tr.left').count()) > 0)
})

journey('text that is not English says so', async (page) => {
  await page.focus('slugline-intake textarea')
  await paste(page, 'Die Bundesregierung hat am Dienstag beschlossen, die Steuern zu senken. Das Kabinett stimmte dem Entwurf einstimmig zu, wie ein Sprecher in Berlin mitteilte. Die Opposition kritisierte die Pläne scharf.')
  await page.locator('.strip.warn', { hasText: 'does not look like English' }).waitFor()
})

journey('rich text from a web page becomes a title and plain paragraphs', async (page) => {
  const body = example.text.split('\n\n').slice(1).map((words) => `<p class="x" style="color:red">${words}</p>`).join('')
  const html = `<html><body><header><nav><ul>${'<li><a href="/s">Section</a></li>'.repeat(14)}</ul></nav></header><main><article><h1>${example.title}</h1>${body}</article></main><footer>© 2026 A Newspaper. All rights reserved.</footer></body></html>`
  await page.focus('slugline-intake textarea')
  await paste(page, 'plain', html)
  await marks(page).first().waitFor()
  assert.equal(await page.locator('slugline-article h1').innerText(), example.title)
  const drawn = await page.locator('slugline-article article').innerText()
  assert.ok(drawn.includes('Grace Chebet') && !drawn.includes('Section'), drawn.slice(0, 300))
})

journey('the whole path with the keyboard alone', async (page) => {
  await page.keyboard.press('Tab')
  for (let presses = 0; presses < 12; presses++) {
    const here = await page.evaluate(() => {
      let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      return at?.getAttribute('name')
    })
    if (here === 'text') break
    await page.keyboard.press('Tab')
  }
  await paste(page, example.text)
  await marks(page).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.locator('slugline-card[role=dialog]').waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => document.querySelector('slugline-analyzer')?.['find']('slugline-article').shadowRoot.activeElement?.localName), 'mark')
  await page.keyboard.press('?')
  assert.ok(await page.locator('slugline-help dialog').isVisible())
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  assert.ok(await page.locator('slugline-history dialog').isVisible())
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.waitForSelector('slugline-intake')
})

journey('a narrow page loses nothing: the column comes as sheets', async (page) => {
  await page.click('.example')
  await marks(page).first().waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320)
  await page.click('[data-tab=names]')
  assert.ok(await page.locator('slugline-names').isVisible())
  await page.click('[data-tab=more]')
  assert.ok(await page.locator('slugline-figures').isVisible())
  assert.ok(!(await page.locator('slugline-names').isVisible()))
}, { viewport: { width: 320, height: 640 } })
