import type { OpenedRecords, ReadOptions } from '../form';
import { readTable } from '../table/read-table';
import { bibliographyTable } from './bibliography';
import { simileTable } from './simile';
import { timelineTable } from './timeline-events';
import { jsonToTable, linesToTable } from './to-table';

/**
 * Reads JSON that is not a dataset document: TimelineJS, SIMILE, CSL-JSON, or any list of objects. Returns null if the
 * value has no rows.
 */
export function readOtherJson(value: unknown, options: ReadOptions): OpenedRecords | null {
  const timeline = timelineTable(value);
  if (timeline) return readTable(timeline.table, { ...options, ...(timeline.title && { name: timeline.title }) });
  const table = simileTable(value) ?? bibliographyTable(value) ?? jsonToTable(value);
  return table && readTable(table, options);
}

/** Reads a text with one JSON object on each line. Returns null for other texts. */
export function readJsonLines(text: string, options: ReadOptions): OpenedRecords | null {
  const table = linesToTable(text);
  return table && readTable(table, options);
}
