/** The command line's words: what they mean, and what is said when they mean nothing. */

export const USAGE = `Slugline finds the names, topics, keyphrases and earlier copies of news stories.

  node web/cli.js analyze [--jsonl] [--archive DIR] [--no-add] [--format FORMAT]
                          [--desk FILE]... [--corrections FILE] [FILE...]

  node web/cli.js clusters --archive DIR [--format text|json]
  node web/cli.js archive --archive DIR stat | list | export FILE | import FILE...
                          | delete ID... | older-than DATE

analyze reads standard input where there is no FILE.

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

clusters prints the stories of which DIR has two versions or more, the earliest first: copies
and later versions, not stories that only carry a passage of each other. archive does with
the articles in DIR: stat counts them and names damaged files; list prints a line each (when, id,
title, parted by tabs); export writes them into one file and import adds those of such files
that are not there yet, so two archives become one; delete takes articles out for good,
older-than those first seen before a date (2026-11-24).

SLUGLINE_ENGINE names another engine.wasm than build/dist/engine.wasm.
`

const FORMATS = ['json', 'ninjs', 'jsonld', 'superdesk', 'csv', 'html']

/** A mistake in the command line. */
export class UsageError extends Error {}

/** What `archive` does, and how many words it wants at least. @type {Record<string, number>} */
const ACTIONS = { stat: 0, list: 0, export: 1, import: 1, delete: 1, 'older-than': 1 }

/**
 * @typedef {object} Options
 * @property {boolean} help
 * @property {'analyze' | 'clusters' | 'archive'} command
 * @property {string} action of `archive`
 * @property {boolean} json of `clusters`
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
  const options = { help: false, command: 'analyze', action: '', json: false, jsonl: false, archive: undefined, add: true, format: 'json', desks: [], corrections: undefined, files: [] }
  const rest = words.flatMap((word) => (/^--[a-z-]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word]))
  if (!rest.length || rest.includes('--help') || rest.includes('-h') || rest[0] === 'help') return { ...options, help: true }
  const command = rest.shift()
  if (command === 'clusters' || command === 'archive') return readArchiveArguments({ ...options, command }, rest)
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

/** @param {Options} options @param {string[]} rest */
function readArchiveArguments(options, rest) {
  const { command } = options
  while (rest.length) {
    const word = /** @type {string} */ (rest.shift())
    if (word === '--archive') options.archive = value(word, rest)
    else if (word === '--format' && command === 'clusters') {
      const name = value(word, rest)
      if (name !== 'text' && name !== 'json') throw new UsageError(`clusters has no format "${name}". Choose text or json.`)
      options.json = name === 'json'
    } else if (word === '--') options.files.push(...rest.splice(0))
    else if (word.startsWith('-') && word !== '-') throw new UsageError(`${command} has no option "${word}".`)
    else options.files.push(word)
  }
  if (options.archive === undefined) throw new UsageError(`${command} needs --archive DIR.`)
  if (command === 'clusters') {
    if (options.files.length) throw new UsageError(`clusters takes no "${options.files[0]}".`)
    return options
  }
  options.action = options.files.shift() ?? ''
  if (!Object.hasOwn(ACTIONS, options.action)) throw new UsageError(`archive wants to be told what to do: ${Object.keys(ACTIONS).join(', ')}.`)
  if (options.files.length < ACTIONS[options.action]) throw new UsageError(`archive ${options.action} wants ${options.action === 'older-than' ? 'a date' : options.action === 'delete' ? 'the ids of articles' : 'a file'}.`)
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
