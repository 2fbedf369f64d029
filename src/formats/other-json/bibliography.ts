import { isRaw, type Raw, scalarText } from '../document/fields';
import { CELL_SEPARATOR, type Table } from '../table/table';

const ROLES = { author: 'facet', type: 'facet', keyword: 'facet' } as const;

/** Returns the items of a CSL-JSON bibliography as a table. Returns null for other values. */
export function bibliographyTable(value: unknown): Table | null {
  if (!Array.isArray(value)) return null;
  const items = value.filter(isRaw);
  if (!items.some(item => isRaw(item.issued))) return null;
  const header = ['id', 'date', 'title', 'abstract', 'author', 'type', 'keyword', 'publisher', 'link'];
  const others = othersOf(items);
  const rows = [
    [...header, ...others],
    ...items.map(item => [...rowOf(item), ...others.map(key => scalarText(item[key]))]),
  ];
  return { rows, numbers: rows.map((_, i) => i), origin: {}, roles: ROLES };
}

function othersOf(items: readonly Raw[]): string[] {
  const read = new Set(['id', 'title', 'abstract', 'type', 'keyword', 'publisher', 'URL']);
  const names = new Set(items.flatMap(item => Object.keys(item).filter(key => scalarText(item[key]) !== '')));
  return [...names].filter(name => !read.has(name));
}

function rowOf(item: Raw): string[] {
  const textOf = (key: string) => scalarText(item[key]);
  return [
    textOf('id'),
    isRaw(item.issued) ? dateOf(item.issued) : '',
    textOf('title'),
    textOf('abstract'),
    names(item.author ?? item.editor),
    textOf('type'),
    textOf('keyword')
      .split(/\s*[,;]\s*/)
      .filter(Boolean)
      .join(CELL_SEPARATOR),
    textOf('publisher'),
    textOf('URL'),
  ];
}

function names(people: unknown): string {
  if (!Array.isArray(people)) return '';
  return people
    .filter(isRaw)
    .map(
      ({ family, given, literal }) => scalarText(literal) || [family, given].map(scalarText).filter(Boolean).join(', '),
    )
    .filter(name => name !== '')
    .join(CELL_SEPARATOR);
}

function dateOf(issued: Raw): string {
  const parts = Array.isArray(issued['date-parts']) ? issued['date-parts'].filter(Array.isArray) : [];
  if (parts.length === 0) return scalarText(issued.raw) || scalarText(issued.literal);
  const season = Number(scalarText(issued.season));
  const mark = issued.circa ? '~' : '';
  const dates = parts.map(([year, month, day]: unknown[]) => {
    const text = scalarText(year);
    if (!/^-?\d+$/.test(text)) return text;
    const number = Number(text);
    const four = `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(4, '0')}`;
    if (month === undefined && season >= 1 && season <= 4) return `${four}-${20 + season}${mark}`;
    const rest = [month, day].filter(part => part !== undefined).map(part => `-${scalarText(part).padStart(2, '0')}`);
    return four + rest.join('') + mark;
  });
  return dates.join('/');
}
