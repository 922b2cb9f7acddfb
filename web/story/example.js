// The built-in example, written for this project: an invented story about invented people,
// and a later edition of it, as a desk would send it an hour on. Together they show every
// part of the page: names of all types, a line set aside, and a story seen before.

/** @typedef {{ title: string, text: string }} Story */

const title = 'Kenya and New Zealand sign farm trade pact after eight years of talks'

const opening = [
  'By Miriam Achterberg',
  'NAIROBI, Nov. 24 — Kenya and New Zealand signed a trade agreement on Tuesday that will remove tariffs on tea, cut flowers and milk powder within five years, ending eight years of negotiations that had twice collapsed over dairy quotas.',
  'Kenyan Trade Secretary Wanjiru Odhiambo and New Zealand Foreign Minister Helen Tamihana signed the 340-page text at the Nairobi Trade Forum, in front of farmers from both countries. The deal covers goods worth $412 million a year, according to the Ministry of Trade.',
  '“This is not charity and it is not symbolism,” Odhiambo said. “A tea grower in Kericho will earn about 14 percent more for the same leaf, and she will see it on next season’s payslip.”',
]

const middle = [
  'Tamihana described the pact as the first that Wellington has concluded with an African government. She said New Zealand would open a trade office in Mombasa by March 2027 and send 60 veterinary inspectors to help Kenyan exporters meet its biosecurity rules.',
  'The World Trade Organization (WTO) welcomed the agreement. In its yearly report, The Price of Milk, the WTO had named the two countries among the ten pairs with the highest barriers to farm goods.',
  '| Also Read: Tea prices climb for a third week at Mombasa auction |',
  'Not everyone was pleased. The Rift Valley Dairy Cooperative, which speaks for 90,000 small producers, fears a flood of cheap milk powder. “We compete with farms that have a thousand cows each,” said its chairman, Joseph Kiplagat. “Our members have three.”',
]

const ending = [
  'Odhiambo answered that dairy tariffs would fall only after 2029, and that Kenyans would keep the right to restore them if imports rose by more than 20 percent in a year. A panel in Geneva, to be led by the Swiss diplomat Urs Aebischer, will settle disputes.',
  'Talks began in 2018 and broke down in 2020, and again during the drought of 2022, when Nairobi halted milk imports altogether. Diplomats said the breakthrough came in August in Auckland, when Kiplagat and the New Zealand exporter Southern Pastures agreed on a shared price index, known as MilkTrack.',
  'The agreement still needs the approval of both parliaments. The National Assembly in Nairobi is expected to vote before Christmas, and officials in Wellington said that their bill would be introduced in February. The African Union, which has urged its members to negotiate as a bloc under the African Continental Free Trade Area, said it would study the text.',
]

const closing =
  'For Grace Chebet, who picks tea on two acres outside Kericho, the arithmetic is simpler. “They told us in 2018 that it was nearly done,” she said after the ceremony. “My daughter was in nursery school then. Now she can read the contract to me.”'

/** @type {Story} */
export const example = { title, text: [...opening, ...middle, ...ending, closing].join('\n\n') }

/** The later edition: a new headline and figures, a paragraph added, another cut. @type {Story} */
export const edited = {
  title: 'Kenya, New Zealand sign trade pact on tea, flowers and milk powder',
  text: [
    ...opening.map((line) => line.replace('$412 million', '$438 million').replace('14 percent', '17 percent')),
    middle[0].replace('60 veterinary inspectors', '45 veterinary inspectors'),
    'The shilling gained 0.4 percent against the dollar after the ceremony, its strongest day since July, and shares in two listed tea companies rose on the Nairobi exchange.',
    middle[1],
    middle[3],
    ...ending,
  ].join('\n\n'),
}
