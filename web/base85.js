// Bytes as text that may stand in a page: five letters for four bytes, where base64 takes
// a third more. The letters are the printable ones of ASCII but for those that mean something
// in HTML or in a JavaScript string (compare RFC 1924, whose alphabet has "<" and "&").

const alphabet = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((letter) => !'<>&"\'`\\'.includes(letter)).slice(0, 85).join('')

/** @param {Uint8Array} bytes of any length; the text's last group says how many are over */
export function encode(bytes) {
  const out = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0
    for (let k = 0; k < 4; k++) value = value * 256 + (at + k < bytes.length ? view.getUint8(at + k) : 0)
    let group = ''
    for (let k = 0; k < 5; k++) {
      group = alphabet[value % 85] + group
      value = Math.floor(value / 85)
    }
    out.push(group)
  }
  return `${out.join('')}${(4 - (bytes.length % 4)) % 4}`
}

/** @param {string} text that encode made @returns {Uint8Array<ArrayBuffer>} */
export function decode(text) {
  const values = new Uint8Array(128)
  for (let at = 0; at < alphabet.length; at++) values[alphabet.charCodeAt(at)] = at
  const groups = (text.length - 1) / 5
  const over = Number(text[text.length - 1])
  if (!Number.isInteger(groups) || !(over < 4)) throw new RangeError('This text was cut.')
  const bytes = new Uint8Array(groups * 4)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < groups; at++) {
    let value = 0
    for (let k = at * 5; k < at * 5 + 5; k++) value = value * 85 + values[text.charCodeAt(k) & 127]
    view.setUint32(at * 4, value)
  }
  return bytes.slice(0, bytes.length - over)
}
