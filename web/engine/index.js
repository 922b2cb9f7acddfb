/**
 * The engine for programs of others: on the calling thread, or in a Worker of its own.
 */

export { startEngine } from './engine.js'
export { startWorker } from './client.js'
export { EngineError } from './error.js'

/** @typedef {import('./types.js').Analysis} Analysis */
/** @typedef {import('./types.js').Article} Article */
/** @typedef {import('./types.js').Correction} Correction */
/** @typedef {import('./types.js').Engine} Engine */
/** @typedef {import('./types.js').Format} Format */
/** @typedef {import('./types.js').Match} Match */
