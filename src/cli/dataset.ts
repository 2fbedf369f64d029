import { readFile } from 'node:fs/promises';
import { type ReadDataset, readDataset } from '../dataset/read-dataset';
import { activateLanguage } from '../i18n/catalogue';
import { failureText, problemText } from '../i18n/problem-text';
import { OpenFailure } from '../model/problem';
import { GENERATE_USAGE, generate } from './generate';
import { PACK_USAGE, pack } from './pack';
import type { Print } from './progress';

/** Loaded with this module, for nothing can be imported once its runner is closed. */
const i18n = await activateLanguage('en');

const USAGE = `Usage: npm run dataset -- check FILE
  Validates a dataset of the format chronofacet-dataset/1 and lists every problem with its place.
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
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    print(`${file} can’t be read: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  return check(text, print);
}

function check(text: string, print: Print): number {
  try {
    const read = readDataset(text, Number.POSITIVE_INFINITY);
    for (const problem of read.problems) print(`${problem.path}  ${problemText(i18n, problem)}`);
    print(summaryOf(read));
    return read.problems.every(problem => problem.loss === 'note') ? 0 : 1;
  } catch (error) {
    if (!(error instanceof OpenFailure)) throw error;
    print(failureText(i18n, error));
    return 1;
  }
}

function summaryOf({ dataset, problems }: ReadDataset): string {
  const noteCount = problems.filter(problem => problem.loss === 'note').length;
  return [
    counted(dataset.activities.length, 'activity', 'activities'),
    counted(dataset.facets.length, 'facet', 'facets'),
    counted(problems.length - noteCount, 'problem', 'problems'),
    counted(noteCount, 'note', 'notes'),
  ].join(', ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
