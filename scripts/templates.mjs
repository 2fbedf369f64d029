/*
 * node scripts/templates.mjs
 *
 * Writes the tables that people can start from: public/template.csv, .xlsx and .ods. The same code gives the same
 * bytes.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';

const COLUMNS = ['Date', 'Title', 'Description', 'Place', 'Country', 'Theme', 'Partner', 'Link', 'Source'];

const ROWS = [
  [
    '2024-03-12',
    'Workshop on clean water',
    'Thirty teachers tested the water of their schools and planned what to do next.',
    'Nairobi',
    'Kenya',
    'Water; Schools',
    'City council',
    'https://example.org/water-workshop',
    'Annual report 2024',
  ],
  [
    '3–5 April 2024',
    'Study visit to a flood centre',
    'Engineers of two towns saw how early warnings are made.',
    'Ghent',
    'Belgium',
    'Water; Floods',
    'City council; University',
    '',
    'Annual report 2024',
  ],
  [
    'May 2024',
    'Map of wells published',
    'The map shows 140 wells and how deep they are.',
    '',
    'Kenya',
    'Water',
    'University',
    'https://example.org/wells',
    'Annual report 2024',
  ],
  [
    '2023',
    'Survey of school buildings',
    'All 52 schools of the district took part.',
    'Dhaka',
    'Bangladesh',
    'Schools',
    'Ministry of education',
    '',
    'Annual report 2023',
  ],
  ['c. 2021', 'First talks between the partners', '', 'Ghent', 'Belgium', 'Schools', 'University', '', ''],
];

const WIDTHS = [16, 34, 60, 14, 14, 20, 26, 34, 22];

/** The time of writing that the files state. It is fixed, so that they do not change from day to day. */
const WRITTEN = new Date('2024-01-01T00:00:00Z');

/** The time of the parts of a ZIP file. ZIP stores local times without a time zone, so `ZIP_TIME` is local. */
const ZIP_TIME = new Date(2024, 0, 1);

/** Returns the name of each file with its bytes. */
export async function templates() {
  const sheet = {
    name: 'Activities',
    columns: COLUMNS.map((_, i) => ({ width: WIDTHS[i] ?? 20, ...(i === 0 && { numFmt: 'yyyy-mm-dd' }) })),
    rows: [COLUMNS, ...ROWS.map(row => row.map((cell, i) => cellOf(cell, i)))],
    freezePane: { rows: 1 },
  };
  const properties = { created: WRITTEN, modified: WRITTEN };
  return new Map([
    ['template.csv', new TextEncoder().encode(csvOf([COLUMNS, ...ROWS]))],
    ['template.xlsx', withoutTimes(await writeXlsx({ sheets: [sheet], stringMode: 'inline', properties }))],
    ['template.ods', withoutTimes(await writeOds({ sheets: [sheet], properties }))],
  ]);
}

/**
 * Returns a cell's value for a workbook: null for an empty cell, and a real date for a date of a whole day.
 *
 * @param {string} cell
 * @param {number} column
 */
function cellOf(cell, column) {
  if (cell === '') return null;
  return column === 0 && /^\d{4}-\d\d-\d\d$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell;
}

/** @param {string[][]} rows */
function csvOf(rows) {
  const quoted = (/** @type {string} */ cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\uFEFF${rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

/**
 * Returns a workbook in which all parts state `ZIP_TIME` instead of the time at which they were written.
 *
 * @param {Uint8Array} workbook
 */
function withoutTimes(workbook) {
  /** @type {import('fflate').Zippable} */
  const files = {};
  for (const [name, bytes] of Object.entries(unzipSync(workbook))) {
    // The first part of an OpenDocument file, its media type, must not be compressed.
    files[name] = [bytes, { mtime: ZIP_TIME, level: name === 'mimetype' ? 0 : 9 }];
  }
  return zipSync(files);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [name, bytes] of await templates()) {
    await writeFile(new URL(`../public/${name}`, import.meta.url), bytes);
  }
}
