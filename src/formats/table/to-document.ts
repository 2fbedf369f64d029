import { parseEdtf } from '../../lib/edtf';
import { once } from '../../lib/once';
import { RESERVED_KEYS } from '../../model/link-keys';
import type { Problem } from '../../model/problem';
import type { Reading, Role } from '../../model/reading';
import { spanText } from '../../model/span-text';
import { armed } from '../csv/cells';
import { plainHostOf, type Raw } from '../document/fields';
import { countryOf } from './countries';
import { type DateCells, type DateRules, dateOfRow, datesOf, saysLess } from './dates';
import { createFacetCells, createFacetColumn } from './facet-column';
import { declaredFields, valuesOf } from './field-columns';
import { createSlugs, slugOf } from './slugs';
import { cellAt, isBlankRow, type Table } from './table';

/** The parts of a dataset document that a table becomes. They are checked like any document. */
export interface TableDocument {
  root: Raw;
  /** Each activity is made when it is reached, so that few are in memory at a time. */
  activities: Iterable<{ raw: Raw; row: number }>;
  /** Notes on rows whose labels contradict their ids, on repeated ids, and on rows without a date. */
  notes: readonly Problem[];
}

const NOTHING = { date: '', isUndated: false, tags: {}, dateNote: '' };

const TITLE_WORDS = 12;
const LONGEST_BEGINNING = 120;

/**
 * Turns a table into the parts of a document, as its reading says. Cells that can't be read stay unchanged, so that the
 * checks report them.
 */
export function tableToDocument(table: Table, reading: Reading, title: string): TableDocument {
  const facetIds = createSlugs(RESERVED_KEYS);
  const places = reading.columns.flatMap((column, index) => {
    if (column.as !== 'facet') return [];
    const place = { column, index, columns: reading.columns };
    return [{ ...place, id: facetIds.unique(column.facet ?? column.name), cells: createFacetCells(place) }];
  });
  const rows = createRows(table, reading, cells => {
    for (const place of places) place.cells.add(cells);
  });
  const facets = places.map(createFacetColumn);
  const givenIds = new Set<string>();
  const repeated: Problem[] = [];
  const undated: Problem[] = [];
  const sources = new Map<string, { id: string; title: string }>();
  const sourceIds = createSlugs();
  const dayIn = (cell = '') => datesOf(cell, reading)[0] ?? '';
  const columnOf = (name: string) =>
    reading.columns.findIndex(column => column.name === name && column.as === 'ignore');
  // Only our exports have these two columns. In an export, midnight is a time of day. In other tables, spreadsheets
  // write a whole day as midnight.
  const [from, to] = [columnOf('from'), columnOf('to')];
  const hasDays = from >= 0 && to >= 0;
  const noteColumn = columnOf('date_note');
  const { one, all } = createRoles(reading);
  const hasFields = reading.columns.some(({ field }) => field);
  const itemColumn = reading.columns.findIndex(({ name }) => name === 'source_item');
  // The head of the document needs all facets and sources, so every row is read before.
  const dated = rows.map(({ cells, number }, i) => {
    const dates = { date: one(cells, 'date'), start: one(cells, 'start'), end: one(cells, 'end') };
    const isExact = hasDays && parseEdtf(dates.date).kind !== 'problem';
    const written = isExact ? dates.date : dateOfRow(dates, reading);
    const date = hasDays
      ? restored(
          written,
          () => dayIn(cells[from]),
          () => dayIn(cells[to]),
        )
      : written;
    const isUndated = date === '' && saysEnough(cells);
    if (isUndated) undated.push({ path: `row ${number}.date`, code: 'undated', loss: 'note' });
    const isRead = isUndated || parseEdtf(date).kind !== 'problem';
    const tags: Record<string, readonly string[]> = {};
    // Rows that can't be read get no tags. Otherwise the facets would contain values that no activity has.
    for (const { id, tagsOf } of isRead ? facets : []) {
      const ids = tagsOf(i, number);
      if (ids.length > 0) tags[id] = ids;
    }
    const sourceName = one(cells, 'source');
    if (sourceName !== '' && !sources.has(sourceName)) {
      sources.set(sourceName, { id: sourceIds.unique(sourceName), title: sourceName });
    }
    const givenId = one(cells, 'id');
    if (givenIds.has(givenId)) repeated.push(repeatedId(number, givenId));
    if (givenId !== '') givenIds.add(givenId);
    return { date, isUndated, tags, dateNote: isRead ? dateNoteOf(dates, reading) : '' };
  });
  function* activities(): Generator<{ raw: Raw; row: number }> {
    const slugs = createSlugs();
    for (let i = 0; i < rows.length; i += 1) {
      const { cells, number } = rows[i] ?? { cells: [], number: 0 };
      const { date, isUndated, tags, dateNote } = dated[i] ?? NOTHING;
      const [title, summaryText] = [one(cells, 'title'), one(cells, 'summary')];
      const titleText = title || firstWords(summaryText) || one(cells, 'place') || date;
      const givenId = one(cells, 'id');
      const id = slugs.unique(givenId || `${yearOf(date)} ${firstWords(titleText)}`, `row-${number}`);
      const otherId = givenId !== '' && slugOf(givenId) !== givenId.toLowerCase() ? givenId : '';
      const said = title === '' && summaryText === titleText ? '' : summaryText;
      const summary = joinedNotes(said, otherId, all(cells, 'note'));
      const short = one(cells, 'short');
      const source = sources.get(one(cells, 'source'));
      const raw: Record<string, unknown> = { id };
      if (date !== '' || isUndated) raw.date = date;
      if (titleText !== '') raw.title = titleText;
      if (short !== '') raw.short = short;
      if (summary !== '') raw.summary = summary;
      const givenNote = cells[noteColumn] || dateNote;
      if (givenNote !== '') raw.dateNote = givenNote;
      raw.tags = tags;
      const place = placeOf(one(cells, 'place'), one(cells, 'country'), all(cells, 'coordinates'));
      if (place) raw.place = place;
      const links = linksOf(all(cells, 'link'));
      if (links.length > 0) raw.links = links;
      const values = hasFields ? valuesOf(cells, reading.columns) : null;
      if (values) raw.values = values;
      if (source) {
        const item = Number(cells[itemColumn]);
        raw.source = { id: source.id, ...(item >= 1 && Number.isInteger(item) && { item }) };
      }
      yield { row: number, raw };
    }
  }
  const root = {
    format: 'chronofacet-dataset/1',
    id: slugOf(title) || 'table',
    title,
    ...(table.description !== undefined && { description: table.description }),
    ...(reading.language && { language: reading.language }),
    sources: [...sources.values()],
    ...declaredFields(reading.columns),
    facets: facets.map(facet => facet.facetOf()).filter(({ values }) => values.length > 0),
  };
  return {
    root,
    activities: activities(),
    notes: [...repeated, ...facets.flatMap(facet => facet.notes), ...undated],
  };
}

/** Returns the note on a row with the id of an earlier row. The row gets a new id. */
function repeatedId(row: number, id: string): Problem {
  return { path: `row ${row}.id`, code: 'duplicateId', loss: 'note', found: JSON.stringify(id) };
}

interface Row {
  cells: readonly string[];
  number: number;
}

/** Returns the rows below the header that are not left out, without the apostrophes that an export adds. */
function createRows(table: Table, reading: Reading, onRow: (cells: readonly string[]) => void): Row[] {
  const skip = new Set(reading.skip);
  const rows: Row[] = [];
  table.rows.forEach((row, i) => {
    const number = table.numbers[i] ?? 0;
    if (number <= reading.header || skip.has(number) || isBlankRow(row)) return;
    const isClean = row.length === reading.columns.length && row.every(isCleanCell);
    const cells = isClean ? row : reading.columns.map((_, column) => armed(cellAt(row, column)));
    onRow(cells);
    rows.push({ number, cells });
  });
  return rows;
}

/** Returns true only if no white space or apostrophe must be removed from the ends of a cell. */
function isCleanCell(cell: string): boolean {
  return cell === '' || (isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1)));
}

function isPlain(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f && unit !== 0x27;
}

/**
 * Returns whether a row without a date can be an activity. In a wide table, a row with only one filled cell is a
 * footnote or a heading.
 */
export function saysEnough(cells: readonly string[]): boolean {
  return cells.length < 3 || cells.filter(cell => cell !== '').length > 1;
}

function createRoles({ columns }: Reading) {
  const indexes = new Map<Role, number[]>();
  columns.forEach(({ as, field }, i) => {
    if (field) return;
    const known = indexes.get(as);
    if (known) known.push(i);
    else indexes.set(as, [i]);
  });
  const none: readonly number[] = [];
  return {
    /** Returns all filled cells in columns with a role, with the names of the columns. */
    all(cells: readonly string[], role: Role): { name: string; cell: string }[] {
      const found: { name: string; cell: string }[] = [];
      for (const i of indexes.get(role) ?? none) {
        const cell = cells[i];
        if (cell) found.push({ name: columns[i]?.name ?? '', cell });
      }
      return found;
    },
    one(cells: readonly string[], role: Role): string {
      for (const i of indexes.get(role) ?? none) {
        const cell = cells[i];
        if (cell) return cell;
      }
      return '';
    },
  };
}

function joinedNotes(said: string, id: string, notes: readonly { name: string; cell: string }[]): string {
  let text = said;
  if (id !== '') text += `${text && '\n'}id: ${id}`;
  for (const { name, cell } of notes) text += `${text && '\n'}${name}: ${cell}`;
  return text;
}

/**
 * Restores a month that a spreadsheet program has turned into a day. The exported first and last day show the original.
 */
function restored(date: string, from: () => string, to: () => string): string {
  const parsed = parseEdtf(date);
  if (parsed.kind !== 'point' || parsed.earliest !== parsed.latest) return date;
  const [first, last] = [parseEdtf(from()), parseEdtf(to())];
  if (first.kind !== 'point' || last.kind !== 'point') return date;
  if (first.earliest === last.latest || first.earliest !== parsed.earliest) return date;
  return spanText({ earliest: first.earliest, latest: last.latest });
}

/** Returns the cells of a date as they are written if the date says less than the cells. Otherwise returns ''. */
function dateNoteOf({ date, start, end }: DateCells, rules: DateRules): string {
  if (date !== '') return saysLess(date, rules) ? date : '';
  const cells = [...new Set([start, end])].filter(cell => cell !== '');
  return cells.some(cell => saysLess(cell, rules)) ? cells.join(' – ') : '';
}

function yearOf(edtf: string): string {
  const date = parseEdtf(edtf);
  return date.kind === 'problem' ? '' : (/^-?\d{4}/.exec(edtf)?.[0].replace('-', '') ?? '');
}

function firstWords(text: string): string {
  const beginning = text.length > LONGEST_BEGINNING ? text.slice(0, LONGEST_BEGINNING) : text;
  return beginning.split(/\s+/, TITLE_WORDS).join(' ');
}

function placeOf(name: string, country: string, coordinates: readonly { name: string; cell: string }[]): Raw | null {
  const code = country === '' ? null : countryOf(country);
  const point = pointOf(coordinates);
  const written = coordinates.map(({ cell }) => cell).join(', ');
  const isCode = code !== null && /^[A-Z]{2,3}$/.test(country);
  const shown = name || (isCode ? (englishNames().of(code) ?? country) : country) || written;
  if (shown === '') return null;
  return {
    name: shown,
    ...(code !== null && { country: code }),
    // Coordinates that can't be read stay as they are written, so that the checks report them.
    ...(written !== '' && { coordinates: point ?? written }),
  };
}

const englishNames = once(() => new Intl.DisplayNames('en', { type: 'region' }));

/** Returns [longitude, latitude]. One cell has the latitude first; of two, `lon…` or `lng…` is the longitude. */
function pointOf(coordinates: readonly { name: string; cell: string }[]): [number, number] | null {
  const [first, second] = coordinates;
  if (!first) return null;
  const numbers = second
    ? [first, second]
        .toSorted((a, b) => Number(isLongitude(a.name)) - Number(isLongitude(b.name)))
        .map(({ cell }) => cell)
    : first.cell.split(/[,;\s]+/);
  const [lat, lon] = numbers.map(text => Number(text.replace(',', '.')));
  if (lat === undefined || lon === undefined) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

function isLongitude(name: string): boolean {
  return /^(lon|lng|long)/i.test(name);
}

function linksOf(cells: readonly { cell: string }[]): Raw[] {
  return cells.flatMap(({ cell }) => {
    const parts = cell.split(/\s+/);
    const urls = parts.every(part => /^https?:/i.test(part)) ? parts : [cell];
    return urls.map(url => ({ label: hostOf(url), url }));
  });
}

function hostOf(url: string): string {
  const host = plainHostOf(url) ?? (URL.canParse(url) ? new URL(url).hostname : '');
  return host.replace(/^www\./, '') || url;
}
