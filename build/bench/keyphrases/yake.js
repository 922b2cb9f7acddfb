/**
 * YAKE, written from its formulas (Campos, Mangaravite, Pasquali, Jorge, Nunes and Jatowt,
 * "YAKE! Keyword extraction from single documents using multiple local features",
 * Information Sciences 509, 2020) as a baseline to be measured against: its authors' program is
 * under the GPL and so is no part of this project. What the paper leaves open is kept
 * simple: sentences end at . ! ? and blank lines, function words are the list below.
 *
 * Where YAKE_PYTHON names a Python in which their program is installed, keyphrases.js measures
 * that too.
 */

/** Words without content of their own. */
const FUNCTION_WORDS = new Set(
  `a about above across after again against all almost along already also although always am among an and another any are
  around as at away back be because been before behind being below between both but by came can cannot could did do does
  doing done down during each either else enough even ever every few for from further get gets getting go goes going got had
  has have having he her here hers herself him himself his how however i if in into is it its itself just last least less
  let like made make makes making many may me might mine more most much must my myself neither never next no nor not now of
  off often on once one only onto or other others our ours ourselves out over own per perhaps put quite rather s said same
  say saying says seem seems several shall she should since so some such t take than that the their theirs them themselves
  then there these they this those though through thus to too toward towards two under until up upon us use used using very
  via was we well were what when where whether which while who whole whom whose why will with within without would yes yet
  you your yours yourself yourselves mr mrs ms`.split(/\s+/),
)

const LONGEST = 3 // words of a phrase
const ALIKE = 0.9 // similarity above which the lesser of two phrases is left out

/**
 * @typedef {{ text: string, key: string, phrase: number }} Token `phrase` changes where a mark stands between words
 * @typedef {{ n: number, upper: number, capital: number, sentences: number[], left: Map<string, number>, right: Map<string, number>, score: number }} Term
 */

/**
 * @param {string} text
 * @param {number} limit
 * @returns {string[]} keyphrases, best first
 */
export function yake(text, limit) {
  const sentences = sentencesOf(text)
  const terms = termsOf(sentences)
  weigh(terms, sentences.length)
  /** @type {Map<string, { text: string, n: number, keys: string[] }>} */
  const candidates = new Map()
  for (const sentence of sentences)
    for (let from = 0; from < sentence.length; from++)
      for (let to = from + 1; to <= Math.min(from + LONGEST, sentence.length); to++) {
        const run = sentence.slice(from, to)
        if (run[0].phrase !== run[run.length - 1].phrase) break
        if ([run[0], run[run.length - 1]].some(({ key }) => FUNCTION_WORDS.has(key) || key.length < 3) || run.some(({ key }) => /\d/.test(key))) continue
        const key = run.map((token) => token.key).join(' ')
        const known = candidates.get(key)
        if (known) known.n++
        else candidates.set(key, { text: run.map((token) => token.text).join(' '), n: 1, keys: run.map((token) => token.key) })
      }
  const scored = [...candidates.values()].map((one) => ({ ...one, score: scoreOf(one, terms) })).sort((a, b) => a.score - b.score)
  /** @type {string[]} */
  const chosen = []
  for (const { text: phrase } of scored) {
    if (chosen.length === limit) break
    if (chosen.every((other) => similarity(phrase.toLowerCase(), other.toLowerCase()) < ALIKE)) chosen.push(phrase)
  }
  return chosen
}

/** @param {string} text @returns {Token[][]} */
function sentencesOf(text) {
  let phrase = 0
  return text
    .split(/(?<=[.!?]["'”’)]*)\s+(?=["'“‘(]*[A-Z0-9])|\n\s*\n/)
    .map((sentence) => {
      /** @type {Token[]} */
      const tokens = []
      for (const [found] of sentence.matchAll(/[\p{L}\p{N}]+(?:[-'’.&][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)) {
        if (/[\p{L}\p{N}]/u.test(found)) {
          const word = found.replace(/['’]s$/i, '')
          tokens.push({ text: word, key: word.toLowerCase(), phrase })
        } else phrase++
      }
      phrase++
      return tokens
    })
    .filter((tokens) => tokens.length > 0)
}

/** @param {Token[][]} sentences @returns {Map<string, Term>} */
function termsOf(sentences) {
  /** @type {Map<string, Term>} */
  const terms = new Map()
  const count = (/** @type {Map<string, number>} */ map, /** @type {string} */ key) => map.set(key, (map.get(key) ?? 0) + 1)
  sentences.forEach((sentence, number) =>
    sentence.forEach(({ text, key, phrase }, at) => {
      let term = terms.get(key)
      if (!term) terms.set(key, (term = { n: 0, upper: 0, capital: 0, sentences: [], left: new Map(), right: new Map(), score: 0 }))
      term.n++
      if (text.length > 1 && text === text.toUpperCase() && /\p{L}/u.test(text)) term.upper++
      else if (at > 0 && /^\p{Lu}/u.test(text)) term.capital++
      term.sentences.push(number)
      const before = sentence[at - 1]
      if (before?.phrase === phrase) {
        count(term.left, before.key)
        count(/** @type {Term} */ (terms.get(before.key)).right, key)
      }
    }),
  )
  return terms
}

/** Sets the terms' scores: low is good. @param {Map<string, Term>} terms @param {number} sentences */
function weigh(terms, sentences) {
  const counts = [...terms].filter(([key]) => !FUNCTION_WORDS.has(key)).map(([, term]) => term.n)
  const mean = sum(counts) / (counts.length || 1)
  const deviation = Math.sqrt(sum(counts.map((n) => (n - mean) ** 2)) / (counts.length || 1))
  const most = Math.max(1, ...[...terms.values()].map((term) => term.n))
  for (const term of terms.values()) {
    const casing = Math.max(term.upper, term.capital) / (1 + Math.log(term.n))
    const position = Math.log(Math.log(3 + term.sentences[term.sentences.length >> 1]))
    const frequency = term.n / (mean + deviation)
    const spread = (/** @type {Map<string, number>} */ side) => side.size / (sum([...side.values()]) || 1)
    const relatedness = 1 + ((spread(term.left) + spread(term.right)) * term.n) / most
    const different = new Set(term.sentences).size / sentences
    term.score = (relatedness * position) / (casing + frequency / relatedness + different / relatedness)
  }
}

/** @param {{ n: number, keys: string[] }} candidate @param {Map<string, Term>} terms */
function scoreOf({ n, keys }, terms) {
  let product = 1
  let total = 0
  keys.forEach((key, at) => {
    const term = /** @type {Term} */ (terms.get(key))
    if (!FUNCTION_WORDS.has(key)) {
      product *= term.score
      total += term.score
      return
    }
    const before = /** @type {Term} */ (terms.get(keys[at - 1]))
    const follows = (before.right.get(key) ?? 0) / before.n
    const goesOn = (term.right.get(keys[at + 1]) ?? 0) / term.n
    product *= 1 + (1 - follows * goesOn)
    total -= 1 - follows * goesOn
  })
  return product / (n * (1 + total))
}

/** @param {number[]} list */
const sum = (list) => list.reduce((total, one) => total + one, 0)

/** One less the edit distance by the longer length. @param {string} a @param {string} b */
function similarity(a, b) {
  if (Math.min(a.length, b.length) < ALIKE * Math.max(a.length, b.length)) return 0
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]))
    row = next
  }
  return 1 - row[b.length] / Math.max(a.length, b.length)
}
