/** The command line's words: what they mean, and what is said when they mean nothing. */

export const USAGE = `Slugline finds the names, topics, keyphrases and earlier copies of news stories.

  node web/cli.js analyze [--jsonl] [--archive DIR] [--no-add] [--format FORMAT]
                          [--desk FILE]... [--corrections FILE] [FILE...]

Without a FILE, standard input is read.

  --jsonl         input is a JSON object {"id","title"?,"text","date"?} a line; output is
                  {"id","analysis"} a line, in the same order. Broken lines are named on
                  standard error, all others are answered, and the exit code is 1.
                  Without it each FILE is the text of one article.
  --archive DIR   compare each article with the archive in DIR, then add it
  --no-add        with --archive: compare only
  --desk FILE     what a desk has taught: the JSON file that the page saves, or house tags as
                  CSV or SKOS. Several are joined.
  --corrections FILE
                  names put right: a JSON list of {"kind","name","type"?,"other"?}, where kind is
                  type, not-a-name, same or ignore. They hold for every article.
  --format FORMAT json (default), ninjs, jsonld, superdesk, csv or html
  --help          this text

SLUGLINE_ENGINE names another engine.wasm than build/dist/engine.wasm.
`

const FORMATS = ['json', 'ninjs', 'jsonld', 'superdesk', 'csv', 'html']

/** A mistake in the command line. */
export class UsageError extends Error {}

/**
 * @typedef {object} Options
 * @property {boolean} help
 * @property {boolean} jsonl
 * @property {string | undefined} archive
 * @property {boolean} add
 * @property {import('../engine/types.js').Format} format
 * @property {string[]} desks
 * @property {string | undefined} corrections
 * @property {string[]} files
 */

/**
 * @param {string[]} words after the program's name
 * @returns {Options}
 */
export function readArguments(words) {
  /** @type {Options} */
  const options = { help: false, jsonl: false, archive: undefined, add: true, format: 'json', desks: [], corrections: undefined, files: [] }
  const rest = words.flatMap((word) => (/^--[a-z-]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word]))
  if (!rest.length || rest.includes('--help') || rest.includes('-h') || rest[0] === 'help') return { ...options, help: true }
  const command = rest.shift()
  if (command !== 'analyze') throw new UsageError(`There is no command "${command}".`)
  while (rest.length) {
    const word = /** @type {string} */ (rest.shift())
    if (word === '--jsonl') options.jsonl = true
    else if (word === '--no-add') options.add = false
    else if (word === '--archive') options.archive = value(word, rest)
    else if (word === '--desk') options.desks.push(value(word, rest))
    else if (word === '--corrections') options.corrections = value(word, rest)
    else if (word === '--format') options.format = format(value(word, rest))
    else if (word === '--') options.files.push(...rest.splice(0))
    else if (word.startsWith('-') && word !== '-') throw new UsageError(`There is no option "${word}".`)
    else options.files.push(word)
  }
  if (!options.add && options.archive === undefined) throw new UsageError('--no-add needs --archive DIR.')
  return options
}

/** @param {string} word @param {string[]} rest */
function value(word, rest) {
  const next = rest.shift()
  if (next === undefined || next === '') throw new UsageError(`${word} needs a value.`)
  return next
}

/** @param {string} name */
function format(name) {
  if (!FORMATS.includes(name)) throw new UsageError(`There is no format "${name}". Choose ${FORMATS.join(', ')}.`)
  return /** @type {import('../engine/types.js').Format} */ (name)
}
