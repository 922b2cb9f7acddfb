/**
 * Builds the static page into build/dist/site: what any web server can serve, from any
 * path. Names are plain, not hashed, so that a newsroom can link to them; the service
 * worker's precache carries the version instead.
 *
 *   node build/site/site.js
 *   NEWSROOM=https://slugline.example node build/site/site.js
 *
 * NEWSROOM is the origin of a newsroom's archive at another address than the page's: it goes
 * into connect-src of the page's own policy, and of its frame's.
 */

import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

import { allowing } from './newsroom.js'
import { styles } from './styles.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'build/dist')
const site = join(dist, 'site')

/** Copied as they are. */
const COPIES = ['index.html', 'web/icon.svg', 'web/manifest.webmanifest', 'LICENSE']

/** Fetched only on use, or by other pages, so not kept for offline from the start. */
const ON_USE = /^((embed|demo)\/.*|reference\.wasm|LICENSE|.*\.LEGAL\.txt|.*\.map)$/

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'esm',
  target: ['chrome119', 'firefox128', 'safari17.5'],
  minify: true,
  legalComments: 'linked',
  external: ['node:*'],
  logLevel: 'warning',
  absWorkingDir: root,
  plugins: [styles],
}

await rm(site, { recursive: true, force: true })
await mkdir(site, { recursive: true })
const [page] = await Promise.all([
  build({ ...common, metafile: true, entryPoints: { 'web/page': 'web/page.js' }, outdir: site, splitting: true, chunkNames: 'web/part-[name]-[hash]' }),
  build({ ...common, entryPoints: { worker: 'web/engine/worker.js', search: 'web/search/worker.js', reader: 'web/intake/batch/worker.js', sw: 'web/sw.js' }, outdir: site }),
  build({
    ...common, entryPoints: { slugline: 'web/embed/element.js', frame: 'web/embed/frame.js', host: 'web/embed/host.js' },
    outdir: join(site, 'embed'), splitting: true, chunkNames: 'part-[name]-[hash]',
  }),
  ...['index.html', 'demo.css', 'demo.js'].map((name) => copy(join(root, 'web/demo', name), `demo/${name}`)),
  copy(join(root, 'web/embed/frame.html'), 'embed/frame.html'),
  copy(join(root, 'web/embed/origins.json'), 'embed/origins.json'),
  build({ ...common, entryPoints: { 'web/style/page': 'web/style/page.css' }, outdir: site }),
  ...COPIES.map((path) => copy(join(root, path), path)),
  copy(join(dist, 'engine.wasm'), 'engine.wasm'),
  copy(join(dist, 'reference.wasm'), 'reference.wasm').catch(() => undefined), // the page says that it is not there
])
await preloadParts()
await allowNewsroom(process.env.NEWSROOM)
await writePrecache()

/** Has index.html ask for the parts that page.js begins with, so that they come at once and not one after another. */
async function preloadParts() {
  const parts = page.metafile?.outputs['build/dist/site/web/page.js'].imports ?? []
  const links = parts.filter(({ kind }) => kind === 'import-statement').map(({ path }) => `<link rel="modulepreload" href="${path.replace('build/dist/site/', '')}" />`)
  const index = join(site, 'index.html')
  await writeFile(index, (await readFile(index, 'utf8')).replace('<link rel="preload"', [...links, '<link rel="preload"'].join('\n    ')))
}

/** Names the one other origin in the policies of the page and of its frame. @param {string | undefined} address */
async function allowNewsroom(address) {
  if (!address) return
  for (const page of ['index.html', 'embed/frame.html']) await writeFile(join(site, page), allowing(await readFile(join(site, page), 'utf8'), address))
}

/** @param {string} from @param {string} path inside the site */
async function copy(from, path) {
  await mkdir(dirname(join(site, path)), { recursive: true })
  await copyFile(from, join(site, path))
}

/** Lists the files that make the page work offline; a change to any of them is a new version. */
async function writePrecache() {
  const entries = await readdir(site, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !ON_USE.test(file) && file !== 'sw.js')
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(join(site, file)))
  const version = hash.digest('hex').slice(0, 12)
  const addresses = files.map((file) => (file === 'index.html' ? './' : file))
  await writeFile(join(site, 'precache.json'), JSON.stringify({ version, files: addresses }, null, 1) + '\n')
  const worker = join(site, 'sw.js')
  await writeFile(worker, `// ${version}\n${await readFile(worker, 'utf8')}`)
}
