/** @param {string} html of a page @param {string} address the origin of a newsroom's archive @returns {string} the page, whose own policy names it as the one other address that it may ask */
export function allowing(html, address) {
  const { origin, protocol } = new URL(address)
  if (origin !== address || !/^https?:$/.test(protocol)) throw new Error(`NEWSROOM is an origin, such as ${origin}, not ${address}`)
  if (!html.includes("connect-src 'self';")) throw new Error("the page has no connect-src 'self'")
  return html.replace("connect-src 'self';", `connect-src 'self' ${origin};`)
}
