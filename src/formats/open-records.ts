import { lazyModule } from '../lib/lazy-module';
import { OpenFailure, type Problem } from '../model/problem';
import type { Progress } from '../model/progress';
import { toRecords } from './document/to-records';
import { formOf } from './form-of';
import { encodingProblems } from './input/encoding-problems';
import { readDataset } from './json/read-dataset';
import type { OpenedRecords } from './opened-records';
import { packedToRecords } from './packed/to-records';

/** Longer texts can't be held in one string by every browser; NDJSON and the packed form have no such limit. */
const LONGEST_DOCUMENT = 500_000_000;

/** As often as an eye can follow: a large file comes in ten thousand pieces. */
const PROGRESS_MS = 50;

/** Few records are lines: their code comes when one is. */
export const ndjsonCode = lazyModule(() => import('./ndjson-to-records'));

/** Few records have bad dates: the code that proposes readings of them comes when one has. */
export const proposalCode = lazyModule(() => import('./document/propose-dates'));

/**
 * Opens a dataset from its bytes, whatever its form, told by its content. Throws `OpenFailure` when it is none. `total`:
 * how many bytes will come, where that is known.
 * Beyond `mostProblems` problems, only their number is kept.
 */
export async function openRecords(
  bytes: AsyncIterable<Uint8Array>,
  total: number | null,
  onProgress: (progress: Progress) => void,
  mostProblems?: number,
): Promise<OpenedRecords> {
  const told = await formOf(counted(bytes, total, onProgress));
  if (told.form === 'packed') return packedToRecords(told.bytes);
  const opened =
    told.form === 'ndjson'
      ? await (await ndjsonCode.load()).ndjsonToRecords(told.pieces, mostProblems)
      : recordsOfDocument(await joined(told.pieces), mostProblems);
  return { ...opened, problems: [...encodingProblems(told.encoding), ...(await withProposals(opened.problems))] };
}

/** Without the code that makes them there are no proposals, and everything else all the same. */
async function withProposals(problems: readonly Problem[]): Promise<readonly Problem[]> {
  if (!problems.some(({ code }) => code.startsWith('date'))) return problems;
  try {
    return (await proposalCode.load()).proposeDates(problems);
  } catch {
    return problems;
  }
}

function recordsOfDocument(text: string, mostProblems?: number): OpenedRecords {
  const { dataset, problems, moreProblems } = readDataset(text, mostProblems);
  return { records: toRecords(dataset), problems, moreProblems };
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  total: number | null,
  onProgress: (progress: Progress) => void,
): AsyncGenerator<Uint8Array, void> {
  let done = 0;
  let told = Number.NEGATIVE_INFINITY;
  for await (const piece of bytes) {
    done += piece.length;
    if (performance.now() - told >= PROGRESS_MS || done === total) {
      onProgress({ done, total });
      told = performance.now();
    }
    yield piece;
  }
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  const read: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LONGEST_DOCUMENT) throw new OpenFailure('tooLarge', String(LONGEST_DOCUMENT / 1_000_000));
    read.push(piece);
  }
  return read.join('');
}
