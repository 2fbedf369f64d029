import { lazyModule } from '../lib/lazy-module';
import type { Problem } from '../model/problem';
import type { Progress } from '../model/progress';
import type { ImportForm, OpenedRecords, ReadOptions } from './form';
import { formOf } from './form-of';
import { jsonImport } from './json/import';
import { IMPORT_FORMS } from './registry';

export interface OpenOptions extends ReadOptions {
  /** The number of bytes that will come, where it is known. */
  total?: number | null;
  onProgress?: (progress: Progress) => void;
  forms?: readonly ImportForm[];
}

/** A large file comes in tens of thousands of pieces; nobody can see progress more often than this. */
const PROGRESS_MS = 50;

/** Most datasets have no bad dates, so the code that proposes readings is loaded when one has. */
export const proposalCode = lazyModule(() => import('./document/propose-dates'));

/**
 * Opens a dataset of any form, recognised by its content. Throws `OpenFailure` when the bytes are no dataset. A file that no
 * form claims is read as JSON, whose reader says what was found instead.
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

/** Returns the problems without proposals when the code that makes them can't be loaded. */
async function withProposals(problems: readonly Problem[]): Promise<readonly Problem[]> {
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
