/** See package.json: nothing here uses Cloudflare Images. */
export default () => {
  throw new Error('Cloudflare Images are not simulated here.')
}
