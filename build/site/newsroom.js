/** @param {string} html index.html @param {string} address the origin of a newsroom's archive @returns {string} index.html whose own policy names it as the one other address that the page may ask */
export function allowing(html, address) {
  const { origin, protocol } = new URL(address)
  if (origin !== address || !/^https?:$/.test(protocol)) throw new Error(`NEWSROOM is an origin, such as ${origin}, not ${address}`)
  if (!html.includes("connect-src 'self';")) throw new Error("index.html has no connect-src 'self'")
  return html.replace("connect-src 'self';", `connect-src 'self' ${origin};`)
}
