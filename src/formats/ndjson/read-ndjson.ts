import type { Activity } from '../../model/dataset';
import { OpenFailure } from '../../model/problem';
import type { Raw } from '../document/fields';
import type { ImageAt } from '../document/known';
import { createActivityReader } from '../document/read-activities';
import { readHead, rootOf } from '../document/read-head';
import { Report, shown } from '../document/report';
import type { DatasetPart } from '../form';
import { type Line, readLines } from '../input/read-lines';

/** Activities come with the numbers of their lines. */
export type NdjsonPart =
  | Exclude<DatasetPart, { kind: 'activities' }>
  | (Extract<DatasetPart, { kind: 'activities' }> & { lines: readonly number[] });

/**
 * Reads a dataset while its text arrives. The first line is the root object, and each further line is an activity. The
 * paths of problems are like `line 17`. Throws `OpenFailure` if the first line is no root object. Any other line that
 * can't be read is reported.
 */
export async function* readNdjson(
  pieces: AsyncIterable<string>,
  maxProblems?: number,
  imageAt?: ImageAt,
): AsyncGenerator<NdjsonPart, void> {
  const report = new Report(maxProblems);
  let reader: ReturnType<typeof createActivityReader> | undefined;
  for await (const lines of readLines(pieces)) {
    const activities: Activity[] = [];
    const numbers: number[] = [];
    for (const line of lines) {
      if (line.text.trim() === '') continue;
      if (!reader) {
        const root = firstRoot(line);
        const head = readHead(root, report);
        reader = createActivityReader(head, report, imageAt);
        yield { kind: 'head', root, head };
        continue;
      }
      const raw = parseLine(line, report);
      const activity = raw && reader.read(raw.value, pathOf(line));
      if (!activity) continue;
      activities.push(activity);
      numbers.push(line.number);
    }
    if (activities.length > 0) yield { kind: 'activities', activities, lines: numbers };
  }
  if (!reader) throw new OpenFailure('empty');
  reader.finish();
  yield { kind: 'end', problems: report.problems, unlisted: report.unlisted };
}

function firstRoot({ text, isCut }: Line): Raw {
  if (isCut) throw new OpenFailure('notJson', shown(text.slice(0, 40)));
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw new OpenFailure('notJson', shown(text.slice(0, 40)));
  }
  return rootOf(root);
}

function parseLine(line: Line, report: Report): { value: unknown } | undefined {
  try {
    if (!line.isCut) return { value: JSON.parse(line.text) };
  } catch {}
  report.add(pathOf(line), 'notJson', 'record', line.text);
  return undefined;
}

function pathOf({ number }: Line): string {
  return `line ${number}`;
}
