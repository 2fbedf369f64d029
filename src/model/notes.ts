import type { Activity, FieldValue, Text } from './dataset';

/**
 * Returns the notes of an activity that the search reads: the notes on its date and its source, and the values of its
 * fields except addresses.
 */
export function notesOf({ dateNote, source, values = {} }: Pick<Activity, 'dateNote' | 'source' | 'values'>): Text[] {
  return [dateNote, source?.note, ...Object.values(values).map(searchedValue)].filter(note => note !== undefined);
}

function searchedValue(value: FieldValue): Text | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /^https?:/i.test(value) ? undefined : value;
}
