import { readHead, rootOf } from '../formats/document/read-head';
import { Report } from '../formats/document/report';
import { EXPORT_FORMS, exportFormOf } from '../formats/registry';
import { type Arguments, type Command, requiredValue, UsageError } from './command';
import { withFileSpool } from './file-spool';
import { inBatches } from './progress';
import { syntheticActivities, syntheticRoot } from './synthetic/record';
import { writeDataset } from './write-dataset';

const EXTENSIONS = EXPORT_FORMS.map(({ extension }) => extension).join(', ');

export const GENERATE: Command = {
  name: 'generate',
  usage: `Usage: npm run dataset -- generate --count N --out FILE [--seed S] [--texts all|none]
  Writes a synthetic dataset of N activities, the same bytes for the same seed (a whole number, 1 if not given).
  The form follows the ending of FILE: ${EXTENSIONS}.
  --texts none leaves out all text but titles.`,
  files: [],
  options: {
    count: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    texts: { type: 'string' },
  },
  async run(args, output) {
    const count = wholeNumber(args, 'count');
    const seed = args.value('seed') === undefined ? 1 : wholeNumber(args, 'seed');
    const texts = args.value('texts') ?? 'all';
    if (texts !== 'all' && texts !== 'none') throw new UsageError(`--texts is all or none, not “${texts}”.`);
    const out = requiredValue(args, 'out');
    const form = exportFormOf(out);
    if (!form) throw new UsageError(`“${out}” must end in one of these: ${EXTENSIONS}.`);
    const root = rootOf(syntheticRoot(seed));
    const activities = inBatches(syntheticActivities(seed, count, { bare: texts === 'none' }), output);
    const dataset = { root, head: readHead(root, new Report()), activities };
    await withFileSpool(out, spool => writeDataset(out, form, dataset, spool));
    output.out(`${out}: ${count.toLocaleString('en')} activities`);
    return 0;
  },
};

function wholeNumber(args: Arguments, option: string): number {
  const text = requiredValue(args, option);
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new UsageError(`--${option} must be a whole number, not “${text}”.`);
  return number;
}
