/**
 * Takes the line breaks and indentation out of the styles that components carry as css`…`,
 * which bundlers leave as they are written: 12 KB of the page in one file.
 */

import { readFile } from 'node:fs/promises'

/** @param {string} source of a module @returns {string} */
export const tightened = (source) => source.replace(/css`[^`]*`/g, (style) => style.replace(/\s*\n\s*/g, ' '))

/** @type {import('esbuild').Plugin} */
export const styles = {
  name: 'styles',
  setup: (build) =>
    build.onLoad({ filter: /\/web\/(components|style)\/[\w-]+\.js$/ }, async ({ path }) => ({ contents: tightened(await readFile(path, 'utf8')), loader: 'js' })),
}
