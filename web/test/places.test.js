// The places of a story: told apart, listed with their countries, shown on a map that is
// fetched when it is asked for, by keyboard too.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { built, launch, serve, take, visit } from './site.js'

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

const story = {
  title: 'Twin towns sign in Nairobi',
  text: 'NAIROBI — The mayors of Paris, Texas, and of Mumbai signed an agreement in Nairobi on Tuesday, Kenyan officials said. Delegates from Kenya, India and New Zealand watched. The governor of Texas sent a letter, and the mayor of Qwertyville stayed away. Nairobi will host the next meeting in March.',
}

test('places are listed with their countries, and shown on a map when it is wanted', { timeout: 90000 }, async () => {
  const { page, noted, close } = await visit(browser, server.url)
  try {
    const fetched = /** @type {string[]} */ ([])
    page.on('request', (request) => fetched.push(request.url()))
    await take(page, story)
    const places = page.locator('slugline-places')
    const row = (/** @type {string} */ name) => places.locator('li', { hasText: name }).first()
    assert.match(await row('Paris').innerText(), /United States.*33\.66° N, 95\.56° W/s)
    assert.match(await row('Mumbai').innerText(), /India/)
    assert.equal(await row('Qwertyville').count(), 0, 'what cannot be placed is not listed')
    assert.ok(!fetched.some((url) => url.includes('part-map')), 'the map is fetched on use')

    await places.locator('.toggle').focus()
    await page.keyboard.press('Enter')
    await places.locator('svg').waitFor()
    assert.ok(fetched.some((url) => url.includes('part-map')))
    const shaded = await places.locator('.land.named').evaluateAll((lands) => lands.map((land) => land.getAttribute('data-code')).sort())
    assert.deepEqual(shaded, ['IN', 'KE', 'NZ', 'US'])
    assert.equal(await places.locator('.dot').count(), await places.locator('li', { hasText: '°' }).count())
    assert.match((await places.locator('svg').getAttribute('aria-label')) ?? '', /Mumbai/)
    await row('Nairobi').locator('button').focus()
    await places.locator('.ring').waitFor()
    await page.keyboard.press('Enter')
    await places.locator('.toggle').click()
    assert.equal(await places.locator('svg').count(), 0)
    assert.deepEqual(noted, [])
  } finally {
    await close()
  }
})

test('a story without places has no such panel', { timeout: 60000 }, async () => {
  const { page, noted, close } = await visit(browser, server.url)
  try {
    await take(page, { title: 'Bread', text: 'Bake it slowly, says the baker John Smith, whose bread won the prize again, and eat it warm with butter. He learned it from his mother, who learned it from hers, and so on for as long as anyone can remember.' })
    assert.equal((await page.locator('slugline-places').innerText()).trim(), '')
    assert.deepEqual(noted, [])
  } finally {
    await close()
  }
})
