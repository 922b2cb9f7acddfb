/** Stories for tests, written for this project, and as many more as are needed, each unlike the others. */

export const LOAN = `NAIROBI — President William Ruto met Jane Doe of the World Bank in Nairobi on Monday to sign a loan of $5 million for farmers, officials said.

The money will pay for wells and roads in Turkana, where drought has killed half the cattle since March, the minister of water, Alice Wahome, told reporters.

“We waited two years for this,” said Peter Lokol, who keeps goats near Lodwar. “Now let us see the wells.”`

export const FERRY = `LAMU, Kenya — A ferry with 140 people on board ran aground off Lamu on Sunday night after its engine failed, the coast guard said, and 31 people were hurt when they jumped into the shallow water.

Fishermen from Shela reached the vessel within half an hour and carried children ashore on their backs. The county commissioner, Halima Noor, said that everybody on the passenger list had been accounted for.

The ferry, built in 1987, had been repaired in August. The Kenya Maritime Authority has sent two inspectors and asked passengers to keep their tickets as evidence.`

const PARTS = [
  ['Tamale', 'Kisumu', 'Sylhet', 'Cusco', 'Odesa', 'Davao', 'Mombasa', 'Leipzig', 'Quito', 'Gdansk'],
  ['council', 'school board', 'harbour authority', 'hospital', 'bus company', 'water utility', 'museum', 'fire brigade'],
  ['votes to buy', 'refuses to sell', 'reopens', 'closes', 'will rebuild', 'has mapped', 'is sued over', 'paints'],
  ['the old granary', 'eleven ferries', 'a tram line', 'the market hall', 'forty wells', 'its archive', 'the north bridge'],
  ['after a storm', 'before the harvest', 'in spite of protests', 'with money from abroad', 'for the first time since 1962'],
  ['engineers', 'traders', 'teachers', 'nurses', 'fishermen', 'students', 'drivers'],
]

/** A number of a story that is always the same for it. @param {number} seed */
function dice(seed) {
  let state = (seed + 1) * 2654435761
  return (/** @type {number} */ n) => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 1
    return (state >>> 0) % n
  }
}

/** @param {number} seed */
export function story(seed) {
  const roll = dice(seed)
  const pick = () => PARTS.map((words) => words[roll(words.length)])
  const sentence = () => {
    const [town, body, does, what, when, who] = pick()
    return `The ${body} of ${town} ${does} ${what} ${when}, ${roll(9000)} ${who} were told on day ${roll(365)} of year ${roll(3000)}.`
  }
  const [town, body, does, what] = pick()
  return {
    id: `story-${seed}`,
    title: `${town} ${body} ${does} ${what} (${seed})`,
    text: Array.from({ length: 3 + roll(3) }, () => Array.from({ length: 2 + roll(2) }, sentence).join(' ')).join('\n\n'),
  }
}

/** About five kilobytes. @param {number} seed */
export function longStory(seed) {
  const parts = []
  for (let size = 0, i = 0; size < 5000; i++) {
    const { text } = story(seed * 1000 + i)
    parts.push(text)
    size += text.length + 2
  }
  return { title: story(seed).title, text: parts.join('\n\n').slice(0, 5000) }
}
