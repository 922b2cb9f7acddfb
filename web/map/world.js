// The world's countries at 1 : 110 million (world-atlas, of Natural Earth; public domain).

import atlas from 'world-atlas/countries-110m.json'

/** @returns {Promise<any>} TopoJSON */
export const world = async () => atlas
