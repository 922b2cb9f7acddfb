// Long work on the page's thread is cut into tasks, between which the browser answers keys
// and paints.

/** Lets the browser answer and paint before the work goes on. @returns {Promise<void>} */
export const yielded = () => {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (/** @type {unknown} */ (globalThis))
  return scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done))
}
