// Bytes of a file as text.

/**
 * UTF-8, UTF-16 with its mark, or what Windows calls ANSI.
 * @param {Uint8Array} bytes
 * @returns {string | null} null where it is no text
 */
export function decode(bytes) {
  const encoding = encodingOf(bytes)
  return encoding && new TextDecoder(encoding).decode(bytes)
}

/** @param {Uint8Array} bytes @param {boolean} [cut] whether they end anywhere, perhaps inside a letter @returns {string | null} null where they are no text */
export function encodingOf(bytes, cut = false) {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Line ends as the web has them; nothing else is changed. @param {string} text */
export const tidy = (text) => text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '')
