import type { OpenedRecords, ReadOptions } from '../form';
import { readTable } from '../table/read-table';
import { bibliographyTable } from './bibliography';
import { simileTable } from './simile';
import { timelineTable } from './timeline-events';
import { jsonToTable, linesToTable } from './to-table';

/**
 * Reads JSON that is no dataset of ours: TimelineJS, SIMILE, CSL-JSON, or any list of objects. Returns null if it has
 * no rows.
 */
export function readOtherJson(value: unknown, options: ReadOptions): OpenedRecords | null {
  const timeline = timelineTable(value);
  if (timeline) return readTable(timeline.table, { ...options, ...(timeline.title && { name: timeline.title }) });
  const table = simileTable(value) ?? bibliographyTable(value) ?? jsonToTable(value);
  return table && readTable(table, options);
}

/** Reads a text with one object on each line. Returns null if it is none. */
export function readJsonLines(text: string, options: ReadOptions): OpenedRecords | null {
  const table = linesToTable(text);
  return table && readTable(table, options);
}
