// The same as world.js for the one-file page, which carries the world compressed.

import { carried } from '../carried.js'

/** @returns {Promise<any>} TopoJSON */
export const world = async () => JSON.parse(new TextDecoder().decode(await carried('world')))
