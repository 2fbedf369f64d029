import { parseEdtf } from '../../lib/edtf';
import { RESERVED_KEYS } from '../../model/link-keys';
import type { Reading, Role } from '../../model/reading';
import { spanText } from '../../model/span-text';
import { armed } from '../csv/cells';
import type { Raw } from '../document/fields';
import { countryOf } from './countries';
import { dateOfRow, datesOf } from './dates';
import { createFacetColumn } from './facet-column';
import { createSlugs, slugOf } from './slugs';
import { cellAt, isBlankRow, type Table } from './table';

/** A table as the parts of a dataset document, to be checked like one. */
export interface TableDocument {
  root: Raw;
  /** The activities, each with the number of its row. */
  activities: readonly { raw: Raw; row: number }[];
}

const TITLE_WORDS = 12;

/** Turns a table into the parts of a document, as its reading says. Cells that can't be read stay as they are. */
export function tableToDocument(table: Table, reading: Reading, title: string): TableDocument {
  const rows = createRows(table, reading);
  const slugs = createSlugs();
  const sources = new Map<string, { id: string; title: string }>();
  const sourceIds = createSlugs();
  const facetIds = createSlugs(RESERVED_KEYS);
  const facets = reading.columns.flatMap((column, i) =>
    column.as === 'facet'
      ? [
          createFacetColumn({
            column,
            index: i,
            columns: reading.columns,
            id: facetIds.unique(column.facet ?? column.name),
          }),
        ]
      : [],
  );
  const dayIn = (cell = '') => datesOf(cell, reading)[0] ?? '';
  const columnOf = (name: string) =>
    reading.columns.findIndex(column => column.name === name && column.as === 'ignore');
  // Our exports have these columns beside `date`. There, midnight is a time of day, not a spreadsheet's way to write a day.
  const [from, to] = [columnOf('from'), columnOf('to')];
  const hasDateNotes = columnOf('date_note') >= 0;
  const activities = rows.map(({ cells, number }) => {
    const { one, all } = cellsByRole(cells, reading);
    // The values of a row that can't be read would stay without any activity.
    const isExact = from >= 0 && to >= 0 && parseEdtf(one('date')).kind !== 'problem';
    const dates = { date: one('date'), start: one('start'), end: one('end') };
    const written = isExact ? dates.date : dateOfRow(dates, reading);
    const date = restored(written, dayIn(cells[from]), dayIn(cells[to]));
    // A footnote under a wide table fills one cell. It is no activity without a date.
    const isUndated = date === '' && (cells.length < 3 || cells.filter(cell => cell !== '').length > 1);
    const isRead = isUndated || parseEdtf(date).kind !== 'problem';
    const tags = Object.fromEntries(
      facets.map(({ id, tagsOf }) => [id, isRead ? tagsOf(cells) : []] as const).filter(([, ids]) => ids.length > 0),
    );
    const sourceName = one('source');
    if (sourceName !== '' && !sources.has(sourceName)) {
      sources.set(sourceName, { id: sourceIds.unique(sourceName), title: sourceName });
    }
    const titleText = one('title') || firstWords(one('summary')) || one('place') || date;
    const givenId = one('id');
    const id = slugs.unique(givenId || `${yearOf(date)} ${firstWords(titleText)}`, `row-${number}`);
    const notes = notesOf(cells, reading, givenId !== '' && slugOf(givenId) !== givenId.toLowerCase() ? givenId : '');
    const said = one('summary') === titleText ? '' : one('summary');
    const summary = [said, ...notes].filter(text => text !== '').join('\n');
    const named = (name: string) => cells[reading.columns.findIndex(column => column.name === name)] ?? '';
    const item = Number(named('source_item'));
    const source = sources.get(sourceName);
    return {
      row: number,
      raw: {
        id,
        ...((date !== '' || isUndated) && { date }),
        ...(titleText !== '' && { title: titleText }),
        ...(one('short') !== '' && { short: one('short') }),
        ...(summary !== '' && { summary }),
        ...(hasDateNotes && named('date_note') !== '' && { dateNote: named('date_note') }),
        tags,
        ...placeOf(one('place'), one('country'), all('coordinates')),
        ...linksOf(all('link').map(({ cell }) => cell)),
        ...(source && { source: { id: source.id, ...(item >= 1 && Number.isInteger(item) && { item }) } }),
      },
    };
  });
  const root = {
    format: 'chronofacet-dataset/1',
    id: slugOf(title) || 'table',
    title,
    ...(table.description !== undefined && { description: table.description }),
    ...(reading.language && { language: reading.language }),
    sources: [...sources.values()],
    facets: facets.map(facet => facet.facetOf()).filter(({ values }) => values.length > 0),
  };
  return { root, activities };
}

/** Returns the rows below the header that are not left out, with their cells as they were before the export. */
function createRows(table: Table, reading: Reading): { cells: readonly string[]; number: number }[] {
  const skip = new Set(reading.skip);
  return table.rows.flatMap((row, i) => {
    const number = table.numbers[i] ?? 0;
    if (number <= reading.header || skip.has(number) || isBlankRow(row)) return [];
    return [{ number, cells: reading.columns.map((_, column) => armed(cellAt(row, column))) }];
  });
}

function cellsByRole(cells: readonly string[], { columns }: Reading) {
  const all = (role: Role) =>
    columns.flatMap(({ as, name }, i) => (as === role && cells[i] ? [{ name, cell: cells[i] ?? '' }] : []));
  return { all, one: (role: Role) => all(role)[0]?.cell ?? '' };
}

function notesOf(cells: readonly string[], { columns }: Reading, id: string): string[] {
  const notes = columns.flatMap(({ as, name }, i) => (as === 'note' && cells[i] ? [`${name}: ${cells[i]}`] : []));
  return id === '' ? notes : [`id: ${id}`, ...notes];
}

/**
 * Spreadsheet programs make `2018-06-01` of the month `2018-06`. Where the first and the last day stand beside it, as in
 * our exports, they tell the date that was meant.
 */
function restored(date: string, from: string, to: string): string {
  const [parsed, first, last] = [date, from, to].map(text => parseEdtf(text));
  if (parsed?.kind !== 'point' || first?.kind !== 'point' || last?.kind !== 'point') return date;
  if (parsed.earliest !== parsed.latest || first.earliest === last.latest || first.earliest !== parsed.earliest)
    return date;
  return spanText({ earliest: first.earliest, latest: last.latest });
}

function yearOf(edtf: string): string {
  const date = parseEdtf(edtf);
  return date.kind === 'problem' ? '' : (/^-?\d{4}/.exec(edtf)?.[0].replace('-', '') ?? '');
}

function firstWords(text: string): string {
  return text.split(/\s+/).slice(0, TITLE_WORDS).join(' ').slice(0, 120);
}

function placeOf(
  name: string,
  country: string,
  coordinates: readonly { name: string; cell: string }[],
): { place?: Raw } {
  const code = country === '' ? null : countryOf(country);
  const point = pointOf(coordinates);
  const shown =
    name || (code === null ? country : (new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? country));
  if (shown === '' && point === null) return {};
  return {
    place: {
      name: shown || coordinates.map(({ cell }) => cell).join(', '),
      ...(code !== null && { country: code }),
      ...(point && { coordinates: point }),
    },
  };
}

/** Reads coordinates from a column of both, latitude first as people write them, or from two columns by their names. */
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

function linksOf(cells: readonly string[]): { links?: Raw[] } {
  const urls = cells.flatMap(cell => {
    const parts = cell.split(/\s+/);
    return parts.every(part => /^https?:/i.test(part)) ? parts : [cell];
  });
  if (urls.length === 0) return {};
  return { links: urls.map(url => ({ label: hostOf(url), url })) };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || url : url;
}
