/**
 * The frame of an export, as analyzer/archive/transfer.go describes it: a head, then for
 * each of the archive's files its name, length and checksum before its bytes. The bytes
 * themselves stay where they are, so that a page can hand out an export of any size as a
 * Blob of Blobs.
 */

/** What an export begins with: "SLUGPACK", version 1. */
export const packHead = Uint8Array.of(...[...'SLUGPACK'].map((letter) => letter.charCodeAt(0)), 1, 0, 0, 0)

/** CRC-32C, a byte at a time (polynomial 0x1EDC6F41, reflected). */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0x82f63b78 : sum >>> 1
  return sum
})

/** @param {Uint8Array} bytes @returns {number} */
export function checksum(bytes) {
  let sum = 0xffffffff
  for (let at = 0; at < bytes.length; at++) sum = table[(sum ^ bytes[at]) & 0xff] ^ (sum >>> 8)
  return ~sum >>> 0
}

/** What stands before a file's bytes. @param {string} name of ASCII letters @param {Uint8Array} bytes */
export function packed(name, bytes) {
  const head = new Uint8Array(1 + name.length + 8)
  head[0] = name.length
  for (let at = 0; at < name.length; at++) head[1 + at] = name.charCodeAt(at)
  const view = new DataView(head.buffer)
  view.setUint32(1 + name.length, bytes.length, true)
  view.setUint32(5 + name.length, checksum(bytes), true)
  return head
}
