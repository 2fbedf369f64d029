import { lazyModule } from '../lib/lazy-module';
import type { Problem } from '../model/problem';
import type { Progress } from '../model/progress';
import type { ImportForm, OpenedRecords, ReadOptions } from './form';
import { formOf } from './form-of';
import { jsonImport } from './json/import';
import { IMPORT_FORMS } from './registry';

export interface OpenOptions extends ReadOptions {
  /** The length of the file in bytes; null if it is unknown. */
  total?: number | null;
  onProgress?: (progress: Progress) => void;
  forms?: readonly ImportForm[];
}

/** In milliseconds. A large file arrives in tens of thousands of pieces, which would be too many reports. */
const PROGRESS_MS = 50;

/** The code that proposes corrections of invalid dates. It is loaded on demand, because most datasets have none. */
export const proposalCode = lazyModule(() => import('./document/propose-dates'));

/**
 * Opens a dataset of any form, which is recognised by the content. A file of no known form goes to the JSON reader,
 * which reports what is wrong with it. Throws `OpenFailure` if the bytes are no dataset.
 */
export async function openRecords(
  bytes: AsyncIterable<Uint8Array>,
  { total = null, onProgress = () => {}, forms = IMPORT_FORMS, ...options }: OpenOptions = {},
): Promise<OpenedRecords & { form: string }> {
  const recognised = await formOf(withProgress(bytes, total, onProgress), forms);
  const form = recognised.form ?? jsonImport;
  const opened = await form.read(recognised.bytes, options);
  return { ...opened, problems: await withProposals(opened.problems), form: form.id };
}

/** Adds proposals to problems with dates. If the code for proposals can't be loaded, returns the problems unchanged. */
export async function withProposals(problems: readonly Problem[]): Promise<readonly Problem[]> {
  if (!problems.some(({ code }) => code.startsWith('date'))) return problems;
  try {
    return (await proposalCode.load()).proposeDates(problems);
  } catch {
    return problems;
  }
}

async function* withProgress(
  bytes: AsyncIterable<Uint8Array>,
  total: number | null,
  onProgress: (progress: Progress) => void,
): AsyncGenerator<Uint8Array, void> {
  let done = 0;
  let reportedAt = Number.NEGATIVE_INFINITY;
  for await (const piece of bytes) {
    done += piece.length;
    if (performance.now() - reportedAt >= PROGRESS_MS || done === total) {
      onProgress({ done, total });
      reportedAt = performance.now();
    }
    yield piece;
  }
}
