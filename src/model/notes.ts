import type { Activity, Text } from './dataset';

/** Returns the searched notes of an activity: why its date is partial, and the note on its source. */
export function notesOf({ dateNote, source }: Pick<Activity, 'dateNote' | 'source'>): Text[] {
  return [dateNote, source?.note].filter(note => note !== undefined);
}
