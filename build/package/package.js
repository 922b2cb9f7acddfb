/**
 * Builds the npm package into build/dist/npm: the engine's client, the element, the frame's
 * host, the engine itself as a file and inlined, and their types. ES modules without
 * dependencies; every file is found beside the one that needs it, by import.meta.url.
 *
 *   node build/package/package.js   (make package: the engine first)
 */

import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import { build } from 'esbuild'

import { encode } from '../../web/base85.js'
import { styles } from '../site/styles.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const out = join(root, 'build/dist/npm')
const { version, description, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'esm',
  target: ['chrome119', 'firefox128', 'safari17.5', 'node20.19'],
  minify: true,
  legalComments: 'linked',
  external: ['node:*'],
  logLevel: 'warning',
  absWorkingDir: root,
  plugins: [styles],
}

await rm(out, { recursive: true, force: true })
await mkdir(join(out, 'types'), { recursive: true })
const engine = await readFile(join(root, 'build/dist/engine.wasm'))
await Promise.all([
  build({ ...common, entryPoints: { index: 'web/engine/index.js', worker: 'web/engine/worker.js', search: 'web/search/worker.js', reader: 'web/intake/batch/worker.js' }, outdir: out }),
  build({ ...common, entryPoints: { slugline: 'web/embed/element.js', host: 'web/embed/host.js' }, outdir: join(out, 'embed'), splitting: true, chunkNames: 'part-[name]-[hash]' }),
  build({
    ...common,
    stdin: {
      contents: `import { decode } from './web/base85.js'
        const packed = ${JSON.stringify(encode(gzipSync(engine, { level: 9, memLevel: 9 })))}
        export const engine = async () => new Response(new Blob([decode(packed)]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()`,
      resolveDir: root,
    },
    outfile: join(out, 'inlined.js'),
  }),
  writeFile(join(out, 'engine.wasm'), engine),
  copyFile(join(root, 'LICENSE'), join(out, 'LICENSE')),
  copyFile(join(root, 'build/package/README.md'), join(out, 'README.md')),
  cp(join(root, 'build/package/types'), join(out, 'types'), { recursive: true }),
])
const types = spawnSync(
  process.execPath,
  [fileURLToPath(import.meta.resolve('typescript/package.json')).replace(/package\.json$/, 'bin/tsc'), '--ignoreConfig', '--allowJs', '--declaration', '--emitDeclarationOnly', '--skipLibCheck', '--strict', '--target', 'es2023', '--module', 'esnext', '--moduleResolution', 'bundler',
    '--lib', 'es2023,dom,dom.iterable,dom.asynciterable', '--types', 'node', '--outDir', join(out, 'types'), '--rootDir', join(root, 'web'), 'web/engine/index.js', 'web/embed/host.js'],
  { cwd: root, encoding: 'utf8' },
)
if (types.status) throw new Error(types.stdout + types.stderr)

await writeFile(
  join(out, 'package.json'),
  JSON.stringify(
    {
      name: 'slugline',
      version,
      description,
      license,
      type: 'module',
      engines: { node: '>=20.19' },
      sideEffects: ['./embed/slugline.js'],
      exports: {
        '.': { types: './types/engine/index.d.ts', default: './index.js' },
        './page': { types: './types/page.d.ts', default: './embed/slugline.js' },
        './host': { types: './types/embed/host.d.ts', default: './embed/host.js' },
        './worker': './worker.js',
        './inlined': { types: './types/inlined.d.ts', default: './inlined.js' },
        './engine.wasm': './engine.wasm',
        './package.json': './package.json',
      },
    },
    null,
    2,
  ) + '\n',
)
