import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ndjsonCode, openRecords, proposalCode } from '../dataset/open-records';
import type { OpenedRecords } from '../dataset/opened-records';
import { activateLanguage } from '../i18n/catalogue';
import { failureText, problemLine } from '../i18n/problem-text';
import { OpenFailure } from '../model/problem';
import { GENERATE_USAGE, generate } from './generate';
import { PACK_USAGE, pack } from './pack';
import type { Print } from './progress';

/** Loaded with this module, for nothing can be imported once its runner is closed. */
const i18n = await activateLanguage('en');
await Promise.all([ndjsonCode.load(), proposalCode.load()]);

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
  for (const problem of opened.problems) print(problemLine(i18n, problem));
  print(summaryOf(opened));
  return opened.problems.every(problem => problem.loss === 'note') ? 0 : 1;
}

function summaryOf({ records, problems }: OpenedRecords): string {
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
