// What the one-file page carries inside itself, compressed.

import { decode } from './base85.js'

/** @param {string} id of the element that carries it, which is then taken out @returns {Promise<ArrayBuffer>} */
export async function carried(id) {
  const element = document.getElementById(id)
  const packed = decode(element?.textContent?.trim() ?? '')
  element?.remove()
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}
