import type { CslItem } from './csl';

/**
 * Writes a citation as a record of RIS, with one line for each field. A line has a tag of two characters, two spaces, a
 * hyphen, a space, and the text. Lines end in CRLF.
 */
export function risOf(item: CslItem): string {
  const { issued, accessed } = item;
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', item.type === 'dataset' ? 'DATA' : 'CHAP'],
    ['ID', item.id],
    ...(item.author ?? []).map(({ literal }): [string, string] => ['AU', literal]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PY', issued?.['date-parts'][0]?.[0]?.toString()],
    ['DA', issued && dayOf(issued)],
    ['ET', item.version],
    ['N1', [item['event-date']?.literal, item.note].filter(Boolean).join('; ') || undefined],
    ['LA', item.language],
    ['UR', item.URL],
    ['Y2', dayOf(accessed)],
    ['ER', ''],
  ];
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
    .join('');
}

/** Writes a date as `2026/11/30`. An unknown month or day stays empty. */
function dayOf({ 'date-parts': [parts = []] }: CslItem['accessed']): string {
  return [0, 1, 2].map(i => parts[i]?.toString().padStart(i === 0 ? 4 : 2, '0') ?? '').join('/');
}
