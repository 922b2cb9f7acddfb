/**
 * Prints the licence of everything that others have written and we use, and fails on one
 * that is not on the list or cannot be told.
 *
 *   node build/licences.js
 *
 * npm packages say theirs in package-lock.json; of a Go module the licence file in the
 * module cache is read. What reaches the reader (bundled into the page, linked into
 * engine.wasm or reference.wasm) must be permissive; tools may also be under the MPL.
 * Data is not looked at here: analyzer/model/SOURCES.md names its licences.
 */

import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** May reach the reader. */
const PERMISSIVE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD', 'Unlicense', 'CC0-1.0'])

/** May only be used here. */
const FOR_TOOLS = new Set(['MPL-2.0', 'Python-2.0', 'CC-BY-4.0'])

/** @typedef {{ name: string, licence: string, shipped: boolean }} Used */

/** Whether an SPDX expression allows the use. @param {string} licence @param {boolean} shipped */
export function allowed(licence, shipped) {
  const words = licence.replace(/^\(|\)$/g, '')
  if (/ AND .* OR | OR .* AND /.test(words)) return false // nobody has needed one so far
  const one = (/** @type {string} */ id) => PERMISSIVE.has(id) || (!shipped && FOR_TOOLS.has(id))
  return words.includes(' AND ') ? words.split(' AND ').every(one) : words.split(' OR ').some(one)
}

/** The SPDX name of a licence's text, or "unknown". @param {string} text */
export function nameOf(text) {
  const words = text.replace(/\s+/g, ' ').slice(0, 12_000)
  if (/GNU (AFFERO |LESSER )?GENERAL PUBLIC LICENSE/i.test(words)) return 'GPL'
  if (/Apache License,? Version 2\.0/i.test(words)) return 'Apache-2.0'
  if (/Mozilla Public License,? (v\. |Version )2\.0/i.test(words)) return 'MPL-2.0'
  if (/Permission is hereby granted, free of charge/.test(words)) return 'MIT'
  if (/Permission to use, copy, modify, and(\/or)? distribute this software/.test(words)) return 'ISC'
  if (/Redistribution and use in source and binary forms/.test(words)) return /Neither the name|endorse or promote/.test(words) ? 'BSD-3-Clause' : 'BSD-2-Clause'
  if (/free and unencumbered software released into the public domain/.test(words)) return 'Unlicense'
  return 'unknown'
}

/** npm's packages, of all platforms, from the lock. @returns {Promise<Used[]>} */
async function npmPackages() {
  /** @type {{ packages: Record<string, { license?: string, version: string, link?: boolean, dependencies?: Record<string, string> }> }} */
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  /** @type {Set<string>} */
  const shipped = new Set()
  const ship = (/** @type {string} */ name) => {
    if (shipped.has(name)) return
    shipped.add(name)
    for (const [path, { dependencies = {} }] of Object.entries(packages)) {
      if (path.endsWith(`node_modules/${name}`)) Object.keys(dependencies).forEach(ship)
    }
  }
  for (const name of await imported(join(root, 'web'))) ship(name)
  return Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link).map(([path, { license, version }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return { name: `${name}@${version}`, licence: license ?? 'unknown', shipped: shipped.has(name) }
  })
}

/** The packages that the page's files name in imports; tests are not part of the page. @param {string} folder */
async function imported(folder) {
  const names = new Set()
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.js') || /(^|[/\\])test[/\\]/.test(file)) continue
    const text = await readFile(join(folder, file), 'utf8')
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport|\bimport\() ?'((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/g)) names.add(name)
  }
  return names
}

/** Go's modules: those that any package here, or its test, is compiled with. @returns {Promise<Used[]>} */
async function goModules() {
  /** @param {string[]} args */
  const list = async (...args) => {
    const { stdout } = await run('go', ['list', '-deps', '-f', '{{with .Module}}{{if not .Main}}{{.Path}}@{{.Version}}\t{{.Dir}}{{end}}{{end}}', ...args], { cwd: root, maxBuffer: 1 << 24 })
    return new Map(stdout.split('\n').filter(Boolean).map((line) => /** @type {[string, string]} */ (line.split('\t'))))
  }
  const [all, linked, goroot] = await Promise.all([list('-test', './...'), list('./wasm/...'), run('go', ['env', 'GOROOT'])])
  const runtime = { name: "go's library", licence: await licenceIn(goroot.stdout.trim()), shipped: true }
  const modules = [...all].map(async ([name, folder]) => ({ name, licence: await licenceIn(folder), shipped: linked.has(name) }))
  return [runtime, ...(await Promise.all(modules))]
}

/** @param {string} folder of a module */
async function licenceIn(folder) {
  const file = (await readdir(folder)).find((name) => /^(licen[cs]e|copying|unlicense)(\.(md|txt))?$/i.test(name))
  return file ? nameOf(await readFile(join(folder, file), 'utf8')) : 'unknown'
}

async function main() {
  const used = (await Promise.all([goModules(), npmPackages()])).flat()
  /** @type {Map<string, Used[]>} */
  const table = new Map()
  for (const one of used) {
    const key = `${one.shipped ? 'shipped' : 'tool'}\t${one.licence}`
    table.set(key, [...(table.get(key) ?? []), one])
  }
  for (const [key, group] of [...table].sort(([a], [b]) => a.localeCompare(b))) {
    const [use, licence] = key.split('\t')
    const names = group.map(({ name }) => name).sort()
    const shown = use === 'shipped' || names.length < 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
    console.log(`${use.padEnd(8)} ${licence.padEnd(24)} ${String(names.length).padStart(3)}  ${shown}`)
  }
  const refused = used.filter(({ licence, shipped }) => !allowed(licence, shipped))
  for (const { name, licence, shipped } of refused) {
    console.error(`${name}: ${licence === 'unknown' ? 'its licence cannot be told' : `${licence} is not on the list`}${shipped ? ' for what reaches the reader' : ''} (build/licences.js)`)
  }
  if (refused.length) process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
