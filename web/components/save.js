// Hands a file to the reader's download folder.

/** Milliseconds after which the browser has surely begun to read it. */
const begun = 60000

/** @param {Blob} file @param {string} name */
export function save(file, name) {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), begun)
}
