import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { OpenedRecords, ReadOptions } from '../formats/form';
import { openRecords } from '../formats/open-records';
import { packedImport } from '../formats/packed/import';
import { activateLanguage } from '../i18n/catalogue';
import { failureText, problemText } from '../i18n/problem-text';
import { outliersOf } from '../model/outliers';
import { OpenFailure, type Problem } from '../model/problem';
import type { Records } from '../model/records';
import { spanText } from '../model/span-text';
import { FileError, messageOf, type Output } from './command';
import { readingProgress } from './progress';

export interface OpenedFile extends OpenedRecords {
  file: string;
  form: string;
  findings: readonly Finding[];
}

export type Finding = Omit<Problem, 'code' | 'loss'> & {
  code: string;
  /** The part of the file that is lost, as in `Problem`; `dataset` if the whole file is lost. */
  loss: Problem['loss'] | 'dataset';
  text: string;
};

/** Thrown when a file was read but contains no dataset. */
export class UnreadableDataset extends Error {
  constructor(
    readonly file: string,
    readonly failure: Pick<Finding, 'code' | 'found' | 'text'>,
  ) {
    super(`${file}: ${failure.text}`);
  }
}

/** Opens a file of any form and loads the whole dataset. Throws `UnreadableDataset` or `FileError`. */
export async function openFile(file: string, output: Output, options: ReadOptions = {}): Promise<OpenedFile> {
  const i18n = await activateLanguage('en');
  try {
    const { size } = await stat(file);
    const opened = await openRecords(createReadStream(file), {
      total: size,
      name: file,
      onProgress: readingProgress(file, output),
      maxProblems: Number.POSITIVE_INFINITY,
      ...options,
    });
    await opened.records.whole();
    const problems = [...opened.problems, ...farOffNotes(opened.records)];
    const findings: Finding[] = problems.map(problem => ({ ...problem, text: problemText(i18n, problem) }));
    // Only a packed file can have damaged text.
    const textLoss = opened.form === packedImport.id ? textLossOf(opened.records) : null;
    if (textLoss) {
      const { code, found, count } = textLoss;
      findings.push({ path: '', code, loss: 'field', found, text: i18n._('notice.textDamaged', { n: count }) });
    }
    return { ...opened, file, findings };
  } catch (error) {
    throw await readingError(file, error);
  }
}

/** Returns the error that a command throws if a file could not be opened because of `error`. */
export async function readingError(file: string, error: unknown): Promise<Error> {
  if (error instanceof FileError) return error;
  if (!(error instanceof OpenFailure)) return new FileError(`${file} can’t be read: ${messageOf(error)}`);
  const { code, found } = error;
  return new UnreadableDataset(file, { code, found, text: failureText(await activateLanguage('en'), error) });
}

export function findingLine({ path, text }: Finding): string {
  return path === '' ? text : `${path}  ${text}`;
}

/** Returns whether a finding is against the format. Nothing is left out of a text that is too long. */
export function isProblem({ loss, code }: Finding): boolean {
  return loss !== 'note' || code === 'tooLong';
}

function farOffNotes(records: Records): Problem[] {
  const { activities = [] } = outliersOf(records) ?? {};
  return activities.map(({ id, ...span }) => ({ path: id, code: 'farOff', loss: 'note', found: spanText(span) }));
}

/**
 * Returns which text is damaged, or null if none is. Reads every activity first, because damage inside a chunk of text
 * is only found when the text is decoded.
 */
function textLossOf(records: Records) {
  for (let position = 0; position < records.size; position += 1) records.activityAt(position);
  return records.textLoss();
}
