import { readHead, rootOf } from '../formats/document/read-head';
import { Report } from '../formats/document/report';
import type { Activity } from '../model/dataset';
import { jsonPieces, ndjsonPieces } from './document';
import { parseOptions } from './options';
import { type Print, tellOnStderr, withProgress } from './progress';
import { syntheticActivities, syntheticRoot } from './synthetic/record';
import { writeTextFile } from './write-file';
import { writePackedFile } from './write-packed-file';

export const GENERATE_USAGE = `Usage: npm run dataset -- generate --count N --seed S --out FILE
  Writes a synthetic dataset of N activities, the same bytes for the same seed (a whole number, 1 if not given).
  The form follows the ending of FILE: .json, .ndjson or .cfpack (packed).
  --texts none leaves out all text but titles. Exit code: 0 written, 2 not written.`;

interface Wish {
  count: number;
  seed: number;
  out: string;
  bare: boolean;
}

/** Runs `npm run dataset -- generate …` and gives its exit code. */
export async function generate(args: readonly string[], print: Print, tell: Print = tellOnStderr): Promise<number> {
  const wish = wishOf(args);
  const write = wish && writerFor(wish.out);
  if (!wish || !write) {
    print(GENERATE_USAGE);
    return 2;
  }
  const { count, seed, out, bare } = wish;
  const activities = withProgress(syntheticActivities(seed, count, { bare }), tell);
  try {
    await write(out, syntheticRoot(seed), activities);
  } catch (error) {
    print(`${out} can’t be written: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  print(`${out}: ${count.toLocaleString('en')} activities`);
  return 0;
}

function wishOf(args: readonly string[]): Wish | null {
  const options = parseOptions(args, ['count', 'seed', 'out', 'texts']);
  const out = options?.values.get('out');
  const count = wholeNumber(options?.values.get('count'));
  const seed = wholeNumber(options?.values.get('seed') ?? '1');
  const texts = options?.values.get('texts') ?? 'all';
  if (!options || options.files.length > 0 || out === undefined) return null;
  if (count === null || seed === null || !['all', 'none'].includes(texts)) return null;
  return { count, seed, out, bare: texts === 'none' };
}

function wholeNumber(text: string | undefined): number | null {
  const number = text !== undefined && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

type WriteDataset = (file: string, root: object, activities: Iterable<Activity>) => Promise<void>;

function writerFor(file: string): WriteDataset | null {
  if (file.endsWith('.json')) return (out, root, activities) => writeTextFile(out, jsonPieces(root, activities));
  if (file.endsWith('.ndjson')) return (out, root, activities) => writeTextFile(out, ndjsonPieces(root, activities));
  return file.endsWith('.cfpack') ? packInto : null;
}

function packInto(file: string, root: object, activities: Iterable<Activity>): Promise<void> {
  return writePackedFile(file, async start => {
    const packer = start(readHead(rootOf(root), new Report()));
    for (const activity of activities) packer.add(activity);
    return root;
  });
}
