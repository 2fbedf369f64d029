import { two } from '../../lib/date-parts';
import { monthOf } from '../../lib/date-words';
import { isoYear } from '../../lib/day';
import { fold } from '../../lib/fold';
import { plainText } from '../../lib/plain-text';
import type { Role } from '../../model/reading';
import { roleOfName } from './header-names';
import { findHeader } from './header-row';
import { cellAt, type Table } from './table';

type Part = 'year' | 'month' | 'day' | 'time';
type Side = 'start' | 'end';

/** The names of columns that contain one part of a date, in eight languages, in lower case and without accents. */
const PARTS: Readonly<Record<Part, string>> = {
  year: 'year jahr annee ano anno jaar rok',
  month: 'month monat mois mes mese maand miesiac',
  day: 'day tag jour dia giorno dag dzien',
  time: 'time uhrzeit heure hora ora tijd godzina',
};

const partOf = new Map<string, Part>();
for (const [part, names] of Object.entries(PARTS)) for (const name of names.split(' ')) partOf.set(name, part as Part);

/** The roles of the columns in the spreadsheet template of TimelineJS that are not parts of dates. */
const TIMELINE_ROLES: Readonly<Record<string, Role>> = {
  headline: 'title',
  text: 'summary',
  media: 'link',
  link: 'link',
  group: 'facet',
  tag: 'facet',
  type: 'ignore',
  displaydate: 'note',
  mediacredit: 'note',
  mediacaption: 'note',
  mediathumbnail: 'note',
  alttext: 'note',
  background: 'note',
};

type PartColumns = Partial<Record<Part, number>>;

/**
 * Joins columns of years, months, days and times to one column of start dates and one of end dates. The spreadsheet
 * template of TimelineJS has such columns. Other tables stay unchanged.
 */
export function withJoinedDates(table: Table): Table {
  const headerIndex = findHeader(table);
  const header = table.rows[headerIndex]?.map(cell => cell.trim()) ?? [];
  const sides: Record<Side, PartColumns> = { start: {}, end: {} };
  header.forEach((name, i) => {
    const [side, part] = sideAndPart(name);
    if (part) sides[side][part] ??= i;
  });
  const { start, end } = sides;
  if (start.year === undefined || start.month === undefined || hasWholeDates(header)) return table;
  const isTimeline = header.some(name => plain(name) === 'headline');
  const joined = ([start, end] as const).filter(columns => columns.year !== undefined);
  const dropped = new Set(joined.flatMap(({ month, day, time }) => [month, day, time]));
  const nameOf = (columns: PartColumns) =>
    inOrder(columns)
      .map(index => header[index])
      .join(' ');
  const rows = table.rows.map((row, i) => {
    if (i < headerIndex) return row;
    const cells = i > headerIndex && isTimeline ? timelineCells(row, header) : [...row];
    for (const columns of joined) {
      const { year = 0 } = columns;
      cells[year] = i === headerIndex ? nameOf(columns) : dateOf(cells, columns, isTimeline);
    }
    return cells.filter((_, column) => !dropped.has(column));
  });
  const hasEnd = end.year !== undefined;
  const roles: Record<string, Role> = { ...table.roles, [nameOf(start)]: hasEnd ? 'start' : 'date' };
  if (hasEnd) roles[nameOf(end)] = 'end';
  if (!isTimeline) return { ...table, rows, roles };
  for (const name of header) {
    const role = TIMELINE_ROLES[plain(name)];
    if (role) roles[name] = role;
  }
  return { ...table, rows, roles, ...titleRows(table, header, headerIndex) };
}

function plain(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}

function sideAndPart(name: string): [Side, Part | undefined] {
  const key = plain(name);
  const rest = key.replace(/^(?:start|begin|from)|(?:start|begin)$/, '').replace(/^end|end$/, '');
  return [/^end|end$/.test(key) ? 'end' : 'start', partOf.get(rest)];
}

function hasWholeDates(header: readonly string[]): boolean {
  return header.some(name => {
    const role = roleOfName(name);
    return (role === 'date' || role === 'start') && sideAndPart(name)[1] === undefined;
  });
}

function inOrder({ year, month, day, time }: PartColumns): number[] {
  return [year, month, day, time].filter(index => index !== undefined);
}

const WHOLE_NUMBER = /^(-?\d+)(?:\.0+)?$/;

/** Joins the parts of a date. TimelineJS has no year 0: it writes 43 BC as -43. */
function dateOf(row: readonly string[], columns: PartColumns, isTimeline: boolean): string {
  const cell = (part: Part) => (columns[part] === undefined ? '' : cellAt(row, columns[part] ?? 0));
  const [yearText, monthText, dayText, time] = [cell('year'), cell('month'), cell('day'), cell('time')];
  const year = WHOLE_NUMBER.exec(yearText)?.[1];
  const month = Number(WHOLE_NUMBER.exec(monthText)?.[1] ?? monthOf(monthText) ?? Number.NaN);
  const day = Number(WHOLE_NUMBER.exec(dayText)?.[1] ?? Number.NaN);
  const isShort = year !== undefined && year.length < 3 && !isTimeline;
  const isNumbers = (monthText === '' && dayText === '') || (month >= 0 && (dayText === '' || day >= 0));
  if (year === undefined || isShort || !isNumbers) {
    return [dayText, monthText, yearText, time].filter(part => part !== '').join(' ');
  }
  const written = Number(year);
  const text = isoYear(isTimeline && written < 0 ? written + 1 : written);
  const date = [text, ...[month, day].filter(number => number >= 0).map(two)].join('-');
  return time === '' ? date : `${date} ${time}`;
}

/** Returns the cells of a row, with markup as plain text. As in TimelineJS, eras get a group of their own. */
function timelineCells(row: readonly string[], header: readonly string[]): string[] {
  const isEra = cellNamed(row, header, 'type').toLowerCase() === 'era';
  return header.map((name, i) => {
    const key = plain(name);
    if (key === 'headline' || key === 'text') return plainText(row[i]);
    return key === 'group' && isEra && cellAt(row, i) === '' ? 'Era' : (row[i] ?? '');
  });
}

function cellNamed(row: readonly string[], header: readonly string[], key: string): string {
  const index = header.findIndex(name => plain(name) === key);
  return index < 0 ? '' : cellAt(row, index);
}

/** Reads the row of type `title`, which names the whole dataset. `leaveOut` has the number of this row. */
function titleRows({ rows, numbers }: Table, header: readonly string[], headerIndex: number): Partial<Table> {
  const index = rows.findIndex((row, i) => i > headerIndex && cellNamed(row, header, 'type').toLowerCase() === 'title');
  const row = rows[index];
  if (!row) return {};
  const title = plainText(cellNamed(row, header, 'headline'));
  return { leaveOut: [numbers[index] ?? 0], ...(title !== '' && { title }) };
}
