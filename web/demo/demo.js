// What a newsroom's page does with Slugline: it hands over a story, listens for what is
// found, and writes the applied tags into its own form. A frame is asked the same.

import { connect } from '../embed/host.js'

const sample = {
  title: 'Harbour board of Lamu votes to dredge the old channel',
  text: `LAMU, Kenya — The harbour board of Lamu voted on Tuesday to dredge the old channel, a plan that the World Bank will back with 14 million dollars, its chair, Halima Noor, told reporters.

The Kenya Ports Authority expects ships of 3,000 tonnes to call from 2028. Fishermen of Shela fear for the reef. “We were asked after the vote, not before it,” said Omar Bwana, who leads their cooperative.

Environment Minister Deborah Barasa has ordered a study of the mangroves, which shelter turtles and hold the shore. The county assembly meets on 12 December.`,
}

const form = /** @type {HTMLFormElement} */ (document.querySelector('form'))
const analyzer = /** @type {import('../embed/element.js').EmbeddedAnalyzer} */ (document.querySelector('slugline-analyzer'))
const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
const story = () => ({ title: field('title').value, text: field('text').value })
const say = (/** @type {string} */ id, /** @type {string} */ words) => ((/** @type {HTMLElement} */ (document.getElementById(id))).textContent = words)

/** @param {import('../engine/types.js').Analysis} analysis */
const tags = (analysis) => analysis.topics.filter(({ status }) => status === 'applied').map(({ name }) => name).join(', ')

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  try {
    await analyzer.analyze(story())
  } catch (error) {
    say('said', error instanceof Error ? error.message : String(error))
  }
})

analyzer.addEventListener('slugline-analysis', (event) => {
  const { analysis } = /** @type {CustomEvent} */ (event).detail
  field('tags').value = tags(analysis)
  say('said', `${analysis.entities.length} names, ${analysis.topics.length} topics.`)
})

analyzer.addEventListener('slugline-correction', (event) => say('said', `Corrected: ${/** @type {CustomEvent} */ (event).detail.correction.name}`))

document.getElementById('sample')?.addEventListener('click', () => {
  field('title').value = sample.title
  field('text').value = sample.text
  form.requestSubmit()
})

document.getElementById('ask')?.addEventListener('click', async () => {
  const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'))
  frame.loading = 'eager'
  try {
    const slugline = await (connected ??= connect(frame, location.origin))
    const analysis = await slugline.analyze(field('text').value ? story() : sample)
    say('answer', `The frame answers: ${tags(analysis) || 'no topic is sure enough'}.`)
  } catch (error) {
    connected = null
    say('answer', error instanceof Error ? error.message : String(error))
  }
})

/** @type {Promise<import('../embed/host.js').Connection> | null} */
let connected = null
