import type { Activity, Text } from './dataset';

/** Returns the notes of an activity that are searched: the one on its date and the one on its source. */
export function notesOf({ dateNote, source }: Pick<Activity, 'dateNote' | 'source'>): Text[] {
  return [dateNote, source?.note].filter(note => note !== undefined);
}
