import { Zip, ZipDeflate } from 'fflate';
import { dateOf, parseIsoSpan } from '../lib/day';
import type { Activity } from '../model/dataset';
import { aboutLines, gapsText } from './about-lines';
import type { AnswerForm, AnswerToWrite, Omissions } from './answer-form';
import { calendarForm } from './calendar';
import { csvForm } from './csv';
import { jsonForm } from './json';
import { type Column, tableColumns } from './table';

const encoder = new TextEncoder();

/** Writes an archive with the table, the dataset, the calendar, a README and a Frictionless data package file. */
export const zipForm: AnswerForm = {
  id: 'zip',
  extension: '.zip',
  mediaType: 'application/zip',
  async *write(answer) {
    const made: Uint8Array<ArrayBuffer>[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      made.push(chunk as Uint8Array<ArrayBuffer>);
    });
    const forms = [csvForm, jsonForm, calendarForm];
    const copies = copiesOf(answer.activities, forms.length);
    const omissions = await Promise.all(
      forms.map((form, i) =>
        addFile(
          zip,
          answer,
          `activities${form.extension}`,
          form.write({ ...answer, activities: copies[i] ?? answer.activities }),
        ),
      ),
    );
    const leftOut = omissions[2] ?? { activities: 0, cutTexts: 0 };
    await addFile(zip, answer, 'README.md', texts(readme(answer, leftOut)));
    await addFile(zip, answer, 'datapackage.json', texts(dataPackage(answer)));
    zip.end();
    yield* made;
    return leftOut;
  },
};

async function* texts(text: string): AsyncGenerator<string, Omissions> {
  yield text;
  return { activities: 0, cutTexts: 0 };
}

async function addFile(
  zip: Zip,
  { about }: AnswerToWrite,
  name: string,
  pieces: AsyncGenerator<string | Uint8Array<ArrayBuffer>, Omissions>,
): Promise<Omissions> {
  const file = new ZipDeflate(name, { level: 6 });
  // ZIP stores local times without a zone, so noon in the computer's own zone gives the same bytes in every zone.
  const { year, month, day } = dateOf(parseIsoSpan(about.taken)?.earliest ?? 0);
  file.mtime = new Date(year, month - 1, day, 12);
  zip.add(file);
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) {
      file.push(new Uint8Array(), true);
      return value;
    }
    file.push(typeof value === 'string' ? encoder.encode(value) : value);
  }
}

/** Returns `count` copies of a stream. A batch stays in memory until the slowest reader has read it. */
function copiesOf(source: AsyncIterable<readonly Activity[]>, count: number): AsyncIterable<readonly Activity[]>[] {
  const iterator = source[Symbol.asyncIterator]();
  const queues = Array.from({ length: count }, (): Promise<IteratorResult<readonly Activity[]>>[] => []);
  return queues.map(queue => ({
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (queue.length === 0) {
          const next = iterator.next();
          for (const other of queues) other.push(next);
        }
        const result = await queue.shift();
        if (!result || result.done) return;
        yield result.value;
      }
    },
  }));
}

/** The columns that every dataset has. The message `export.column.NAME` explains each. */
const EXPLAINED = [
  'id',
  'date',
  'from',
  'to',
  'title',
  'summary',
  'place',
  'country',
  'link',
  'source',
  'source_item',
] as const;

export function explanation(name: string, { head, tools }: Pick<AnswerToWrite, 'head' | 'tools'>): string {
  const own = EXPLAINED.find(column => column === name);
  if (own) return tools.t(`export.column.${own}`);
  const facet = head.facets.find(({ id }) => name === id || name === `${id}_id` || name === `${id}_path`);
  const field = head.fields?.find(({ id, type }) => name === `${id}_${type}`);
  if (!facet) return field ? tools.words(field.label) : name;
  const label = tools.words(facet.label);
  if (name === facet.id) return label;
  return name.endsWith('_id')
    ? tools.t('export.column.ids', { facet: label })
    : tools.t('export.column.path', { facet: label });
}

function readme(answer: AnswerToWrite, leftOut: Omissions): string {
  const { about, tools, head } = answer;
  const { t } = tools;
  const gaps = gapsText(answer);
  const parts = [
    `# ${oneLine(about.sentence)}`,
    aboutLines(answer)
      .map(([label, text]) => `- ${label}: ${oneLine(text)}`)
      .join('\n'),
    ...(about.count < about.total ? [t('export.subset', { count: about.count, total: about.total })] : []),
    ...(gaps ? [t('export.gapsMeaning', { gaps })] : []),
    ...(leftOut.activities > 0 ? [t('export.leftOut', { n: leftOut.activities })] : []),
    `## ${t('export.columns')}`,
    tableColumns(answer)
      .map(({ name }) => `- \`${name}\`: ${oneLine(explanation(name, answer))}`)
      .join('\n'),
    ...(head.description ? [`## ${t('export.record')}`, tools.words(head.description)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function dataPackage(answer: AnswerToWrite): string {
  const { head, about, tools } = answer;
  const licence = head.license && (/^https?:/.test(head.license) ? { path: head.license } : { name: head.license });
  return `${JSON.stringify(
    {
      profile: 'data-package',
      name: head.id,
      title: tools.words(head.title),
      description: about.sentence,
      version: about.version,
      created: `${about.taken}T00:00:00Z`,
      ...(about.link && { homepage: about.link }),
      ...(licence && { licenses: [licence] }),
      sources: head.sources.map(({ title, url }) => ({ title: tools.words(title), ...(url && { path: url }) })),
      resources: [
        {
          profile: 'tabular-data-resource',
          name: 'activities',
          path: 'activities.csv',
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          dialect: { lineTerminator: '\r\n' },
          schema: {
            primaryKey: 'id',
            fields: tableColumns(answer).map((column: Column) => ({
              name: column.name,
              type: column.kind !== 'number' ? 'string' : column.name === 'source_item' ? 'integer' : 'number',
              title: explanation(column.name, answer),
            })),
          },
        },
        { name: 'dataset', path: 'activities.json', format: 'json', mediatype: 'application/json' },
        { name: 'calendar', path: 'activities.ics', format: 'ics', mediatype: 'text/calendar' },
      ],
    },
    null,
    2,
  )}\n`;
}
