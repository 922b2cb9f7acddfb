// The npm package as others meet it: packed, installed into an empty folder, and imported
// under Node, TypeScript, Vite and esbuild; what the two bundlers make runs in Chromium.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build as esbuild } from 'esbuild'
import { build as vite } from 'vite'

import { built, launch, types } from '../../web/test/site.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = 'NAIROBI — President William Ruto met Prime Minister Narendra Modi in New Delhi on Monday to sign an agreement on tea, the Kenya Tea Board said.'

/** @param {string} command @param {string[]} words @param {string} cwd */
function run(command, words, cwd) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' })
  assert.equal(status, 0, `${command} ${words.join(' ')}\n${stdout}\n${stderr}`)
  return stdout
}

describe('the npm package', { skip: !built && 'build the page first: make build' }, () => {
  /** @type {string} */
  let home
  /** @type {import('playwright-core').Browser} */
  let browser
  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'slugline-package-'))
    run(process.execPath, [join(root, 'build/package/package.js')], root)
    const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', home], join(root, 'build/dist/npm')))
    await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], home)
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await rm(home, { recursive: true, force: true })
  })

  test('Node imports it: the file, the inlined engine, and a Worker', async () => {
    await writeFile(
      join(home, 'node.js'),
      `import { readFile } from 'node:fs/promises'
      import { fileURLToPath } from 'node:url'
      import { startEngine, startWorker } from 'slugline'
      import { engine } from 'slugline/inlined'
      const bytes = await readFile(fileURLToPath(import.meta.resolve('slugline/engine.wasm')))
      const text = ${JSON.stringify(text)}
      for (const start of [() => startEngine({ wasm: bytes }), () => startEngine({ wasm: engine }), () => startWorker({ wasm: engine })]) {
        const slugline = await start()
        console.log((await slugline.analyze({ text })).entities.map(({ name }) => name).join(', '))
        slugline.close()
      }`,
    )
    const lines = run(process.execPath, ['node.js'], home).trim().split('\n')
    assert.equal(lines.length, 3)
    for (const line of lines) assert.match(line, /William Ruto.*Narendra Modi/)
  })

  test('TypeScript knows its types, and refuses what is wrong', async () => {
    const config = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--lib', 'es2023,dom', '--types', '']
    const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace(/package\.json$/, 'bin/tsc')
    const right = `import { startEngine, type Analysis } from 'slugline'
      import { engine } from 'slugline/inlined'
      import { connect } from 'slugline/host'
      import 'slugline/page'
      const analysis: Analysis = await (await startEngine({ wasm: engine })).analyze({ text: 'x' })
      const names: string[] = analysis.entities.map(({ name }) => name)
      const element = document.querySelector('slugline-analyzer')
      if (element) Object.assign(element, { base: '/slugline/', readonly: true } satisfies Partial<typeof element>).text = 'x'
      element?.addEventListener('slugline-analysis', ({ detail }) => console.log(detail.analysis.topics[0].confidence.toFixed(1), names))
      const other = await connect(document.createElement('iframe'), location.origin)
      await other.export('ninjs')\n`
    await writeFile(join(home, 'right.mts'), right)
    run(process.execPath, [tsc, ...config, 'right.mts'], home)
    await writeFile(join(home, 'wrong.mts'), right.replace("text: 'x'", "words: 'x'"))
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...config, 'wrong.mts'], { cwd: home, encoding: 'utf8' })
    assert.notEqual(status, 0)
    assert.match(stdout, /words/)
  })

  test('Vite builds a page with the element', async () => {
    await writeFile(join(home, 'index.html'), '<!doctype html><title>vite</title><slugline-analyzer archive="off"></slugline-analyzer><script type="module" src="/page.js"></script>')
    await writeFile(join(home, 'page.js'), `import 'slugline/page'\nwindow.analyzed = document.querySelector('slugline-analyzer').analyze(${JSON.stringify(text)}).then(({ entities }) => entities.map(({ name }) => name).join(', '))`)
    await vite({ root: home, base: './', logLevel: 'error', build: { outDir: 'vite', target: 'es2023' } })
    assert.match(await shown(join(home, 'vite')), /William Ruto.*Narendra Modi/)
  })

  test('esbuild bundles the inlined engine', async () => {
    await writeFile(join(home, 'app.js'), `import { startEngine } from 'slugline'\nimport { engine } from 'slugline/inlined'\nwindow.analyzed = startEngine({ wasm: engine }).then((slugline) => slugline.analyze({ text: ${JSON.stringify(text)} })).then(({ entities }) => entities.map(({ name }) => name).join(', '))`)
    await esbuild({ entryPoints: [join(home, 'app.js')], bundle: true, format: 'esm', outfile: join(home, 'esbuild/app.js'), external: ['node:*'], logLevel: 'error' })
    await writeFile(join(home, 'esbuild/index.html'), '<!doctype html><title>esbuild</title><script type="module" src="app.js"></script>')
    assert.match(await shown(join(home, 'esbuild')), /William Ruto.*Narendra Modi/)
  })

  test('esbuild copies the engine as a file, and puts the Worker beside the bundle', async () => {
    const app = `import { startEngine, startWorker } from 'slugline'
      import engine from 'slugline/engine.wasm'
      const wasm = new URL(engine, import.meta.url)
      const names = async (slugline) => (await slugline.analyze({ text: ${JSON.stringify(text)} })).entities.map(({ name }) => name).join(', ')
      window.analyzed = Promise.all([startEngine({ wasm }), startWorker({ wasm })]).then((both) => Promise.all(both.map(names))).then((lines) => lines.join(' | '))`
    await writeFile(join(home, 'file.js'), app)
    const { metafile } = await esbuild({ absWorkingDir: home, entryPoints: { file: './file.js', worker: 'slugline/worker' }, bundle: true, format: 'esm', outdir: 'file', external: ['node:*'], loader: { '.wasm': 'file' }, metafile: true, logLevel: 'error' })
    assert.ok(Object.keys(metafile.outputs).some((name) => /engine-\w+\.wasm$/.test(name)), Object.keys(metafile.outputs).join())
    await writeFile(join(home, 'file/index.html'), '<!doctype html><title>esbuild</title><script type="module" src="file.js"></script>')
    assert.match(await shown(join(home, 'file')), /William Ruto.*Narendra Modi.* \| .*William Ruto.*Narendra Modi/)
  })

  test('esbuild bundles the element, which finds its files where base says', async () => {
    await writeFile(join(home, 'page.js'), `import 'slugline/page'\nwindow.analyzed = document.querySelector('slugline-analyzer').analyze(${JSON.stringify(text)}).then(({ entities }) => entities.map(({ name }) => name).join(', '))`)
    await esbuild({ entryPoints: [join(home, 'page.js')], bundle: true, format: 'esm', outfile: join(home, 'element/app/page.js'), external: ['node:*'], logLevel: 'error' })
    await mkdir(join(home, 'element/slugline'), { recursive: true })
    for (const file of ['engine.wasm', 'worker.js', 'search.js', 'reader.js']) await copyFile(join(home, 'node_modules/slugline', file), join(home, 'element/slugline', file))
    await writeFile(join(home, 'element/index.html'), '<!doctype html><title>esbuild</title><slugline-analyzer base="/slugline/" archive="off"></slugline-analyzer><script type="module" src="app/page.js"></script>')
    assert.match(await shown(join(home, 'element')), /William Ruto.*Narendra Modi/)
  })

  /** Serves a folder and says what its page has found. @param {string} folder */
  async function shown(folder) {
    const server = createServer(async (request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
      const file = join(folder, path === '/' ? 'index.html' : path)
      if (!existsSync(file)) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(await readFile(file))
    })
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    const page = await browser.newPage()
    const noted = /** @type {string[]} */ ([])
    page.on('console', (message) => noted.push(message.text()))
    page.on('pageerror', (error) => noted.push(error.message))
    try {
      await page.goto(`http://127.0.0.1:${port}/`)
      const names = await page.evaluate(() => /** @type {any} */ (window).analyzed)
      assert.deepEqual(noted, [])
      return names
    } finally {
      await page.close()
      server.closeAllConnections()
      server.close()
    }
  }
})
