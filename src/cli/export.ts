import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createLocalEngine } from '../engine/local/local-engine';
import { aboutView } from '../exports/about';
import type { AnswerForm, Omissions } from '../exports/answer-form';
import { contentVersion } from '../exports/content-version';
import { type AskEngine, pictureFacts } from '../exports/picture/picture-facts';
import { ANSWER_FORM_IDS, answerForm } from '../exports/registry';
import { activateLanguage, chooseLanguage } from '../i18n/catalogue';
import { headline } from '../i18n/headline';
import { problemText } from '../i18n/problem-text';
import { toolsFor } from '../i18n/text-tools';
import type { OpenDataset } from '../model/answer';
import { NONE } from '../model/dataset';
import { WHOLE } from '../model/selection';
import { knownView, selectionOf } from '../model/selection-of';
import { choiceOf } from '../model/view';
import { orderOf } from '../model/wants';
import { parseView } from '../url/parse';
import { serializeView } from '../url/serialize';
import { counted } from './check';
import { type Command, type Output, requiredValue, UsageError } from './command';
import { findingLine, readingError } from './open-file';
import { readingProgress } from './progress';
import { writeFile } from './write-file';

export const EXPORT: Command = {
  name: 'export',
  usage: `Usage: npm run dataset -- export FILE --to FILE [--select QUERY] [--lang LANGUAGE] [--link ADDRESS] [--day DAY]
  Writes the activities of a view, as “Share and cite” does. The form follows the ending of the file: .csv, .xlsx, .json,
  .ics, .md, .txt, .svg, .zip, or .csv-metadata.json, which says what the table NAME.csv beside it is.
  --select QUERY   the view, as in a link of the explorer: "FACET=VALUE&from=2017". Without it, all activities.
  --lang LANGUAGE  the language of labels and sentences, en if not given.
  --link ADDRESS   the address of the explorer, for the link to the view that the file contains.
  --palette PALETTE    the colours of a picture, light or dark; light if not given.
  --day DAY        the day on which the export is taken, as 2026-11-30. Today if not given.`,
  files: ['FILE'],
  options: {
    to: { type: 'string' },
    select: { type: 'string' },
    lang: { type: 'string' },
    link: { type: 'string' },
    day: { type: 'string' },
    palette: { type: 'string' },
  },
  async run(args, output) {
    const [file = ''] = args.files;
    const to = requiredValue(args, 'to');
    const form = await formOf(to);
    const taken = args.value('day') ?? new Date().toISOString().slice(0, 10);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(taken)) throw new UsageError(`--day must be a day as 2026-11-30, not “${taken}”.`);
    const palette = args.value('palette') ?? 'light';
    if (palette !== 'light' && palette !== 'dark')
      throw new UsageError(`--palette must be light or dark, not “${palette}”.`);
    const { engine, open } = await openEngine(file, output);
    const { head, key, total, extent } = open;
    const lost = await listLost(file, open, output);
    const query = (args.value('select') ?? '').replace(/^\?/, '');
    const { view: asked, problems } = parseView(query);
    const facetIds = head.facets.map(({ id }) => id);
    const unknown = Object.keys(asked.facets).filter(id => !facetIds.includes(id));
    if (unknown.length > 0) throw new UsageError(`The dataset has no facet “${unknown.join('”, “')}”.`);
    for (const { key: name, found } of problems) output.err(`--select: “${found}” is no value of “${name}”; ignored.`);
    for (const { id, values } of head.facets) {
      const known = new Set([NONE, ...values.map(value => value.id)]);
      const { include, exclude } = choiceOf(asked, id);
      for (const value of [...include, ...exclude].filter(other => !known.has(other)))
        output.err(`--select: “${value}” is no value of “${id}”; no activity has it.`);
    }
    const view = knownView(asked, facetIds, head.fields);
    const selection = selectionOf(view, facetIds);
    const { counts } = await engine.ask(key, selection, { counts: true });
    if (form.max !== undefined && counts.total > form.max) {
      throw new UsageError(`${form.extension} holds up to ${form.max} activities, not ${counts.total}. Take .csv.`);
    }
    const tools = toolsFor(await activateLanguage(chooseLanguage([args.value('lang') ?? 'en'])), head.language);
    const link = args.value('link');
    const about = aboutView(tools, head, view, {
      sentence: headline(tools, head, view, { total: counts.total, extent }),
      link: link === undefined ? null : link.replace(/[?#].*$/, '') + serializeView(view),
      count: counts.total,
      total,
      version: await contentVersion(head, engine.export(key, WHOLE, 'date')),
      taken,
      extent,
    });
    const activities = engine.export(key, selection, orderOf(view));
    const ask: AskEngine = wants => engine.ask(key, selection, wants);
    const picture = form.id === 'svg' ? await pictureFacts(ask, { view, open, palette }, async () => {}) : undefined;
    const fileName = basename(to, form.extension);
    const omissions = await writeForm(to, form, {
      ...{ head, about, tools, activities, fileName },
      ...(picture && { picture }),
    });
    output.out(`${to}: ${counts.total.toLocaleString('en')} of ${total.toLocaleString('en')} activities`);
    if (omissions.activities > 0) output.err(tools.t('export.leftOut', { n: omissions.activities }));
    return lost > 0 ? 1 : 0;
  },
};

/** Lists the problems that make the export lack activities or parts of them. Returns the number of these problems. */
async function listLost(file: string, { problems, unlisted }: OpenDataset, output: Output): Promise<number> {
  const i18n = await activateLanguage('en');
  const lost = problems.filter(({ loss }) => loss !== 'note');
  for (const problem of lost) output.err(`${file}: ${findingLine({ ...problem, text: problemText(i18n, problem) })}`);
  const more = unlisted.record + unlisted.field;
  if (more > 0) output.err(`${file}: ${counted(more, 'more problem', 'more problems')}. “check” lists all.`);
  return lost.length + more;
}

async function formOf(file: string): Promise<AnswerForm> {
  const forms = await Promise.all(ANSWER_FORM_IDS.map(answerForm));
  // The longest matching ending wins, because `.csv-metadata.json` also ends in `.json`.
  const [form] = forms
    .filter(({ extension }) => file.endsWith(extension))
    .sort((a, b) => b.extension.length - a.extension.length);
  if (form) return form;
  throw new UsageError(`“${file}” must end in one of these: ${forms.map(({ extension }) => extension).join(', ')}.`);
}

async function openEngine(
  file: string,
  output: Output,
): Promise<{ engine: ReturnType<typeof createLocalEngine>; open: OpenDataset }> {
  try {
    const { size } = await stat(file);
    const engine = createLocalEngine(async () => ({ bytes: createReadStream(file), total: size }));
    const open = await engine.open({ kind: 'address', address: file }, undefined, readingProgress(file, output));
    return { engine, open };
  } catch (error) {
    throw await readingError(file, error);
  }
}

async function writeForm(
  file: string,
  form: AnswerForm,
  answer: Parameters<AnswerForm['write']>[0],
): Promise<Omissions> {
  let omissions: Omissions = { activities: 0, cutTexts: 0 };
  await writeFile(
    file,
    (async function* () {
      omissions = yield* form.write(answer);
    })(),
  );
  return omissions;
}
