/*
 * node scripts/record-counts.mjs
 *
 * Writes the activities of the shipped record by quarter: as a table into docs/RECORD.md, and as a picture beside it. A
 * test compares both with the record.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const RECORD = new URL('../public/data/eu-unodc.json', import.meta.url);
export const PAGE = new URL('../docs/RECORD.md', import.meta.url);
export const PICTURE = new URL('../docs/record-by-quarter.svg', import.meta.url);

const BEGIN = '<!-- counts: written by scripts/record-counts.mjs -->';
const END = '<!-- end of counts -->';

/**
 * The parts of a dataset that this script reads.
 *
 * @typedef {{
 *   sources: readonly { id: string, title: { en: string } }[],
 *   coverage: readonly { from: string, to: string }[],
 *   activities: readonly { date: string, source: { id: string } }[] }} Dataset
 *
 * @typedef {{ name: string, bySource: readonly number[], total: number }} Quarter
 */

/**
 * Returns the quarters of the coverage with the number of activities that begin in each. An activity with a date such
 * as [2022-01-01..2023-03-08] counts in no quarter.
 *
 * @param {Dataset} dataset
 * @returns {Quarter[]}
 */
export function quartersOf({ sources, coverage, activities }) {
  const months = coverage.flatMap(({ from, to }) => [monthOf(from), monthOf(to)]);
  const [first, last] = [Math.floor(Math.min(...months) / 3), Math.floor(Math.max(...months) / 3)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const quarter = first + i;
    const within = activities.filter(({ date }) => isDated(date) && Math.floor(monthOf(date) / 3) === quarter);
    const bySource = sources.map(({ id }) => within.filter(({ source }) => source.id === id).length);
    return { name: `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`, bySource, total: within.length };
  });
}

/** @param {string} date */
function isDated(date) {
  return /^\d{4}-\d\d/.test(date);
}

/** @param {string} date */
function monthOf(date) {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/**
 * @param {Dataset} dataset
 * @returns {string}
 */
export function countsTable(dataset) {
  const quarters = quartersOf(dataset);
  const columns = ['Quarter', ...dataset.sources.map(({ title }) => title.en), 'Together'];
  const sums = dataset.sources.map((_, i) => quarters.reduce((sum, { bySource }) => sum + (bySource[i] ?? 0), 0));
  const total = quarters.reduce((sum, quarter) => sum + quarter.total, 0);
  const undated = dataset.activities.filter(({ date }) => !isDated(date)).length;
  const row = (/** @type {readonly (string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    row(columns),
    row(columns.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...quarters.map(({ name, bySource, total }) => row([name, ...bySource.map(n => n || ''), total])),
    row(['**All quarters**', ...sums, `**${total}**`]),
    '',
    `Not in the table, as their day may lie in several quarters: ${undated}. All activities: ${dataset.activities.length}.`,
  ].join('\n');
}

/** The sizes of the picture in pixels. */
const BAR = 14;
const STEP = 18;
const UNIT = 8;
const TOP = 24;
const LEFT = 8;

/**
 * Returns an SVG picture with one bar for each quarter. Its grey is readable on white and on black.
 *
 * @param {Dataset} dataset
 * @returns {string}
 */
export function countsPicture(dataset) {
  const quarters = quartersOf(dataset);
  const max = Math.max(...quarters.map(({ total }) => total));
  const [width, base] = [LEFT * 4 + quarters.length * STEP, TOP + max * UNIT];
  const bars = quarters.flatMap(({ name, total }, i) => {
    const x = LEFT + i * STEP;
    const [y, middle] = [base - total * UNIT, x + BAR / 2];
    const year = name.endsWith('Q1')
      ? [
          `<path d="M${x - 2} ${base}v18"/>`,
          `<text class="year" x="${x + 3}" y="${base + 16}">${name.slice(0, 4)}</text>`,
        ]
      : [];
    return [
      `<rect x="${x}" y="${y}" width="${BAR}" height="${total * UNIT}"><title>${name}: ${total}</title></rect>`,
      `<text x="${middle}" y="${y - 4}">${total}</text>`,
      ...year,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${base + 24}" viewBox="0 0 ${width} ${base + 24}" role="img" aria-label="Activities of the record by the quarter in which they begin">`,
    '<style>rect{fill:#7a7d84}path{stroke:#7a7d84}text{font:11px sans-serif;fill:#7a7d84;text-anchor:middle}.year{text-anchor:start;font-size:12px}</style>',
    ...bars,
    `<path d="M0 ${base}h${width}"/>`,
    '</svg>',
    '',
  ].join('\n');
}

/**
 * Returns the page with the table between its two markers replaced.
 *
 * @param {string} page
 * @param {string} table
 * @returns {string}
 */
export function withCounts(page, table) {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`docs/RECORD.md has no “${BEGIN}” … “${END}”.`);
  return `${page.slice(0, start + BEGIN.length)}\n\n${table}\n\n${page.slice(end)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  /** @type {Dataset} */
  const dataset = JSON.parse(readFileSync(RECORD, 'utf8'));
  writeFileSync(PAGE, withCounts(readFileSync(PAGE, 'utf8'), countsTable(dataset)));
  writeFileSync(PICTURE, countsPicture(dataset));
}
