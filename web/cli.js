#!/usr/bin/env node
/**
 * Slugline on the command line: the same engine and the same client as the page's.
 * `node web/cli.js --help` says what it does; web/cli/ has its parts.
 */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { Analysis } from './cli/analyze.js'
import { Archive } from './cli/archive.js'
import { readArguments, USAGE, UsageError } from './cli/arguments.js'
import { CannotRead, readCorrections, readDesks } from './cli/taught.js'
import { Directory, DirectoryError } from './cli/directory.js'
import { startEngine } from './engine/engine.js'
import { EngineError } from './engine/error.js'

/** @param {string} message */
const complain = (message) => void process.stderr.write(`slugline: ${message}\n`)

/** Writes a line and waits where the reader is slower than the engine. @param {string} line */
async function print(line) {
  if (!process.stdout.write(line + '\n')) await new Promise((done) => process.stdout.once('drain', done))
}

async function main() {
  const options = readArguments(process.argv.slice(2))
  if (options.help) return print(USAGE.trimEnd())
  const path = process.env.SLUGLINE_ENGINE ? resolve(process.env.SLUGLINE_ENGINE) : fileURLToPath(new URL('../build/dist/engine.wasm', import.meta.url))
  if (!existsSync(path)) throw new DirectoryError(`${path} is not there. Run "make build" to make it, or set SLUGLINE_ENGINE.`)
  const taught = { desk: await readDesks(options.desks), corrections: await readCorrections(options.corrections) }
  const engine = await startEngine({ wasm: pathToFileURL(path), ...taught })
  const directory = options.archive === undefined ? undefined : await Directory.open(options.archive, { make: options.command === 'analyze' || options.action === 'import' })
  try {
    if (directory) {
      const { damaged } = await engine.archive.open(directory)
      for (const name of damaged) complain(`${directory.path}/${name} is damaged: its articles are not compared. The others are.`)
    }
    if (directory && options.command !== 'analyze') return await new Archive({ engine, directory, print, complain }).run(options)
    const analysis = new Analysis({ engine, directory, options, print, complain })
    await analysis.run()
    if (analysis.failures) process.exitCode = 1
  } finally {
    await directory?.close()
  }
}

// A reader that has had enough (`| head`) is no error.
process.stdout.on('error', (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await main()
} catch (error) {
  if (!(error instanceof UsageError || error instanceof DirectoryError || error instanceof CannotRead || error instanceof EngineError)) throw error
  complain(error.message)
  if (error instanceof UsageError) process.stderr.write('"node web/cli.js --help" lists the options.\n')
  process.exitCode = error instanceof UsageError ? 2 : 1
}
