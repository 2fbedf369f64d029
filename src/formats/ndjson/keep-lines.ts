import { growable } from '../../lib/growable';
import type { Activity } from '../../model/dataset';
import { NONE_UNLISTED, OpenFailure } from '../../model/problem';
import type { Records } from '../../model/records';
import { type ImageAt, knownOf } from '../document/known';
import { readActivity } from '../document/read-activity';
import { Report } from '../document/report';
import { rowOf } from '../document/to-records';
import type { OpenedRecords } from '../form';
import { type ColumnStore, createColumnStore } from '../packed/column-store';
import { findPosition, idAt } from '../packed/columns';
import type { LineStore } from './line-store';
import type { NdjsonPart } from './read-ndjson';

/**
 * Collects the columns of a dataset. Its texts are read from the lines in `store` when they are needed. The store must
 * have all lines of the parts that have come. Throws `OpenFailure` if there is no head.
 */
export async function keepLines(
  parts: AsyncIterable<NdjsonPart>,
  store: LineStore,
  imageAt?: ImageAt,
): Promise<OpenedRecords> {
  let start: (Pick<OpenedRecords, 'root'> & { columns: ColumnStore }) | undefined;
  let end: Pick<OpenedRecords, 'problems' | 'unlisted'> = { problems: [], unlisted: NONE_UNLISTED };
  const lines = growable(length => new Uint32Array(length));
  for await (const part of parts) {
    if (part.kind === 'head') start = { root: part.root, columns: createColumnStore(part.head) };
    else if (part.kind === 'end') end = part;
    else {
      for (const activity of part.activities) start?.columns.add(activity);
      lines.append(part.lines);
    }
  }
  if (!start) throw new OpenFailure('empty');
  const { problems, unlisted } = end;
  const records = recordsOf(start.columns.finish(), lines.view(), store, imageAt);
  return { root: start.root, records, problems, unlisted };
}

/** `lines` are the numbers of the activities' lines, in the order in which the activities were added. */
function recordsOf(
  { columns, ids, order }: ReturnType<ColumnStore['finish']>,
  lines: Uint32Array,
  store: LineStore,
  imageAt?: ImageAt,
): Records {
  const known = knownOf(columns.head, imageAt);
  const report = new Report(0);
  function activityAt(position: number): Activity {
    const line = lines[order?.[position] ?? position] ?? 0;
    const activity = readActivity(JSON.parse(store.lineAt(line)), '', known, report);
    if (!activity) throw new RangeError(`no activity at position ${position}`);
    return activity;
  }
  return {
    ...columns,
    idAt: position => idAt(ids, position),
    positionOf: id => findPosition(ids, id),
    rowAt: position => rowOf(activityAt(position)),
    textAt(position, field) {
      const { title, place } = activityAt(position);
      return field === 'title' ? title : place?.name;
    },
    activityAt,
    hasText: () => true,
    ready: () => null,
    whole: () => null,
    textLoss: () => null,
    wordIndex: async () => null,
  };
}
