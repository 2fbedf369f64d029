import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { codePages } from '../formats/input/text-stream';
import { ndjsonCode, openRecords, proposalCode } from '../formats/open-records';
import { activateLanguage } from '../i18n/catalogue';
import { failureText, problemLine } from '../i18n/problem-text';
import { outliersOf } from '../model/outliers';
import { OpenFailure, type Problem } from '../model/problem';
import type { Records } from '../model/records';
import { spanText } from '../model/span-text';
import type { TextLoss } from '../model/text-loss';
import { GENERATE_USAGE, generate } from './generate';
import { PACK_USAGE, pack } from './pack';
import type { Print } from './progress';

/** Loaded with this module, for nothing can be imported once its runner is closed. */
const i18n = await activateLanguage('en');
await Promise.all([ndjsonCode.load(), codePages.load(), proposalCode.load()]);

const USAGE = `Usage: npm run dataset -- check FILE
  Validates a dataset of the format chronofacet-dataset/1, be it JSON, NDJSON or packed, and lists every problem with
  its place.
  Exit code: 0 nothing but notes, 1 problems, 2 nothing could be checked.`;

/** Runs `npm run dataset -- …` and gives its exit code. */
export async function runDatasetCommand(args: readonly string[], print: Print): Promise<number> {
  const [command, ...others] = args;
  if (command === 'generate') return generate(others, print);
  if (command === 'pack') return pack(others, print);
  const [file, ...rest] = others;
  if (command !== 'check' || file === undefined || rest.length > 0) {
    print([USAGE, GENERATE_USAGE, PACK_USAGE].join('\n'));
    return 2;
  }
  try {
    return await check(file, print);
  } catch (error) {
    if (error instanceof OpenFailure) {
      print(failureText(i18n, error));
      return 1;
    }
    print(`${file} can’t be read: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}

async function check(file: string, print: Print): Promise<number> {
  const { size } = await stat(file);
  const opened = await openRecords(createReadStream(file), size, () => {}, Number.POSITIVE_INFINITY);
  await opened.records.whole();
  const problems = [...opened.problems, ...farOffNotes(opened.records)];
  for (const problem of problems) print(problemLine(i18n, problem));
  const textLoss = lossOf(opened.records);
  if (textLoss) print(i18n._('notice.textDamaged', { n: textLoss.count }));
  print(summaryOf(opened.records, problems));
  return textLoss === null && problems.every(problem => problem.loss === 'note') ? 0 : 1;
}

function farOffNotes(records: Records): Problem[] {
  const { activities = [] } = outliersOf(records) ?? {};
  return activities.map(({ id, ...span }) => ({ path: id, code: 'farOff', loss: 'note', found: spanText(span) }));
}

/** Describes the lost text; damage inside a chunk is only found when the chunk is read. */
function lossOf(records: Records): TextLoss | null {
  for (let position = 0; position < records.size; position += 1) records.activityAt(position);
  return records.textLoss();
}

function summaryOf(records: Records, problems: readonly Problem[]): string {
  const noteCount = problems.filter(problem => problem.loss === 'note').length;
  return [
    counted(records.size, 'activity', 'activities'),
    counted(records.head.facets.length, 'facet', 'facets'),
    counted(problems.length - noteCount, 'problem', 'problems'),
    counted(noteCount, 'note', 'notes'),
  ].join(', ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
