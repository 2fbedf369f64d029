import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { proposeDates } from '../formats/document/propose-dates';
import { formOf } from '../formats/form-of';
import { encodingProblems } from '../formats/input/encoding-problems';
import { readDataset } from '../formats/json/read-dataset';
import { readNdjson } from '../formats/ndjson/read-ndjson';
import type { Packer } from '../formats/packed/packer';
import { activateLanguage } from '../i18n/catalogue';
import { failureText, problemLine } from '../i18n/problem-text';
import { OpenFailure, type Problem } from '../model/problem';
import { parseOptions } from './options';
import { type Print, tellCount, tellOnStderr } from './progress';
import { writePackedFile } from './write-packed-file';

/** Loaded with this module, for nothing can be imported once its runner is closed. */
const i18n = await activateLanguage('en');

export const PACK_USAGE = `Usage: npm run dataset -- pack FILE --out FILE
  Writes a dataset, JSON or NDJSON, in the packed form for large datasets (.cfpack), and lists every problem.
  Exit code: 0 nothing but notes, 1 written without what could not be read, 2 nothing could be written.`;

/** Above this a document can't be one string, the only way to read it as JSON. */
const LARGEST_DOCUMENT = 500_000_000;

/** Runs `npm run dataset -- pack …` and gives its exit code. */
export async function pack(args: readonly string[], print: Print, tell: Print = tellOnStderr): Promise<number> {
  const options = parseOptions(args, ['out']);
  const [file, ...others] = options?.files ?? [];
  const out = options?.values.get('out');
  if (file === undefined || out === undefined || others.length > 0) {
    print(PACK_USAGE);
    return 2;
  }
  try {
    const { count, problems } = await packFile(file, out, tell);
    for (const problem of proposeDates(problems)) print(problemLine(i18n, problem));
    print(
      `${out}: ${count.toLocaleString('en')} activities, ${problems.length.toLocaleString('en')} problems and notes`,
    );
    return problems.every(problem => problem.loss === 'note') ? 0 : 1;
  } catch (error) {
    print(error instanceof OpenFailure ? failureText(i18n, error) : messageOf(error));
    return 2;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

interface Outcome {
  count: number;
  problems: readonly Problem[];
}

async function packFile(file: string, out: string, tell: Print): Promise<Outcome> {
  const { size } = await stat(file);
  const told = await formOf(createReadStream(file));
  if (told.form === 'packed') {
    await told.bytes.return();
    throw new Error(`${file} is packed already.`);
  }
  if (told.form === 'document' && size > LARGEST_DOCUMENT)
    throw new Error(`${file} is too large to be one JSON text; NDJSON has no such limit.`);
  const { count, problems } =
    told.form === 'ndjson'
      ? await packNdjson(told.pieces, out, tell)
      : await packDocument(await joined(told.pieces), out);
  return { count, problems: [...encodingProblems(told.encoding), ...problems] };
}

async function packDocument(text: string, out: string): Promise<Outcome> {
  const { root, dataset, problems } = readDataset(text, Number.POSITIVE_INFINITY);
  const { activities, ...head } = dataset;
  await writePackedFile(out, async start => {
    const packer = start(head);
    for (const activity of activities) packer.add(activity);
    return root;
  });
  return { count: activities.length, problems };
}

async function packNdjson(pieces: AsyncIterable<string>, out: string, tell: Print): Promise<Outcome> {
  const outcome: Outcome = { count: 0, problems: [] };
  await writePackedFile(out, async start => {
    let packer: Packer | undefined;
    let root: object = {};
    for await (const part of readNdjson(pieces, Number.POSITIVE_INFINITY)) {
      if (part.kind === 'head') {
        packer = start(part.head);
        root = part.root;
      } else if (part.kind === 'activities') {
        for (const activity of part.activities) packer?.add(activity);
        outcome.count = tellCount(outcome.count, part.activities.length, tell);
      } else {
        outcome.problems = part.problems;
      }
    }
    return root;
  });
  return outcome;
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
