import { type Reading, type ReadingColumn, ROLES, type Role } from '../../model/reading';
import { isRaw } from '../document/fields';
import { parseJson } from '../document/parse-json';
import { fieldOfColumn } from './field-columns';

const FORMAT = 'chronofacet-reading/1';

/** Reads a saved reading. If the reading can't be used, returns a sentence that gives the reason. */
export function readReading(text: string): Reading | string {
  return readingOf(parseJson(text));
}

/** Reads a JSON list of saved readings. Readings that can't be used are left out. */
export function readReadings(text: string): Reading[] {
  const list = parseJson(text);
  if (!Array.isArray(list)) return [];
  return list.map(readingOf).filter(reading => typeof reading !== 'string');
}

function readingOf(value: unknown): Reading | string {
  if (!isRaw(value)) return 'A reading is a JSON object, and this file holds none.';
  if (value.format !== FORMAT) return `The format must be "${FORMAT}", not ${JSON.stringify(value.format)}.`;
  if (!Array.isArray(value.columns)) return 'A reading needs a list “columns”.';
  const columns: ReadingColumn[] = [];
  for (const column of value.columns as unknown[]) {
    if (!isRaw(column) || typeof column.name !== 'string') return 'Each column needs a “name”.';
    if (!isRole(column.as)) {
      return `The column “${column.name}” is read as ${JSON.stringify(column.as)}; expected one of ${ROLES.join(', ')}.`;
    }
    const { name, as, split, facet, join } = column;
    const field = isRaw(column.field) ? fieldOfColumn(`${column.field.id}_${column.field.type}`) : null;
    columns.push({
      name,
      as,
      ...(typeof split === 'string' && { split }),
      ...(typeof facet === 'string' && { facet }),
      ...(join === true && { join }),
      ...(field && { field }),
    });
  }
  const { sheet, header, delimiter, encoding, language, dateOrder, shortYears, undated, skip } = value;
  return {
    format: FORMAT,
    header: typeof header === 'number' ? header : 1,
    columns,
    skip: Array.isArray(skip) ? skip.filter(row => typeof row === 'number') : [],
    ...(typeof sheet === 'string' && { sheet }),
    ...(typeof delimiter === 'string' && { delimiter }),
    ...(typeof encoding === 'string' && { encoding }),
    ...(typeof language === 'string' && { language }),
    ...((dateOrder === 'dmy' || dateOrder === 'mdy') && { dateOrder }),
    ...(typeof shortYears === 'number' && Number.isInteger(shortYears) && { shortYears }),
    ...(Array.isArray(undated) && { undated: undated.filter(text => typeof text === 'string') }),
  };
}

function isRole(value: unknown): value is Role {
  return ROLES.some(role => role === value);
}
