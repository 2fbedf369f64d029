import { parseIsoSpan } from '../lib/day';
import { compareText } from '../lib/order';
import type { Activity, Coverage, Dataset, DatasetHead, Source } from '../model/dataset';
import { OpenFailure, type Problem } from '../model/problem';
import { Fields, isRaw, type Raw } from './fields';
import { knownOf, readActivity } from './read-activity';
import { readFacets } from './read-facets';
import { Report, shown } from './report';

const FORMAT = 'chronofacet-dataset/1';

const ROOT_FIELDS = [
  '$schema',
  'format',
  'id',
  'title',
  'description',
  'publisher',
  'license',
  'language',
  'updated',
  'sources',
  'coverage',
  'facets',
  'activities',
];

export interface ReadDataset {
  dataset: Dataset;
  problems: readonly Problem[];
  moreProblems: number;
}

/**
 * Reads a dataset document from its text. What can be read is read, and every problem is listed; throws `OpenFailure`
 * when the text is not this format at all.
 */
export function readDataset(text: string, mostProblems?: number): ReadDataset {
  const root = parseRoot(text);
  const report = new Report(mostProblems);
  const fields = new Fields(root, '', report, 'field');
  fields.unknown(ROOT_FIELDS);
  const head = readHead(fields, report);
  const activities = readActivities(fields, head, report);
  return { dataset: { ...head, activities }, problems: report.problems, moreProblems: report.more };
}

function parseRoot(text: string): Raw {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') throw new OpenFailure('empty');
  let root: unknown;
  try {
    root = JSON.parse(body);
  } catch {
    throw new OpenFailure(/^[^{}<>[\]\n]+[,;\t][^\n]*\n/.test(body) ? 'table' : 'notJson', shown(body.slice(0, 40)));
  }
  if (!isRaw(root)) throw new OpenFailure('notObject', shown(root));
  if (root.format !== FORMAT) throw new OpenFailure('wrongFormat', shown(root.format));
  if (!Array.isArray(root.activities)) throw new OpenFailure('noActivities', shown(root.activities));
  if (!Array.isArray(root.facets)) throw new OpenFailure('noFacets', shown(root.facets));
  return root;
}

function readHead(fields: Fields, report: Report): DatasetHead {
  const language = fields.string('language') ?? 'en';
  const isLanguage = isLocale(language);
  if (!isLanguage) fields.problem('language', 'badLanguage');
  const [description, publisher] = [fields.text('description'), fields.text('publisher')];
  const [license, updated] = [fields.string('license'), fields.day('updated')];
  const id = fields.slug('id') ?? 'dataset';
  return {
    id,
    title: fields.requiredText('title') ?? id,
    language: isLanguage ? language : 'en',
    sources: readSources(fields),
    coverage: readCoverage(fields),
    facets: readFacets(fields, report),
    ...(description && { description }),
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(updated && { updated }),
  };
}

function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

function readSources(root: Fields): Source[] {
  return root.objects('sources').flatMap(source => {
    source.unknown(['id', 'title', 'url']);
    const id = source.slug('id');
    const title = source.requiredText('title');
    const url = source.url('url');
    return id === undefined || title === undefined ? [] : [{ id, title, ...(url && { url }) }];
  });
}

function readCoverage(root: Fields): Coverage[] {
  return root
    .objects('coverage')
    .flatMap(period => {
      period.unknown(['from', 'to', 'note']);
      const from = period.day('from');
      const to = period.day('to');
      const first = from === undefined ? undefined : parseIsoSpan(from)?.earliest;
      const last = to === undefined ? undefined : parseIsoSpan(to)?.latest;
      const note = period.text('note');
      if (period.value('from') === undefined) period.problem('from', 'missing');
      if (period.value('to') === undefined) period.problem('to', 'missing');
      if (first === undefined || last === undefined) return [];
      if (last < first) return period.problem('to', 'dateReversed') ?? [];
      return [{ from: first, to: last, ...(note && { note }) }];
    })
    .sort((a, b) => a.from - b.from);
}

function readActivities(root: Fields, head: DatasetHead, report: Report): Activity[] {
  const known = knownOf(head.facets, head.sources);
  const activities: Activity[] = [];
  const paths = new Map<string, string>();
  root.list('activities').forEach((raw, i) => {
    const path = `activities[${i}]`;
    const activity = readActivity(raw, path, known, report);
    if (!activity) return;
    if (paths.has(activity.id)) {
      report.add(`${path}.id`, 'duplicateId', 'record', activity.id);
      return;
    }
    paths.set(activity.id, path);
    activities.push(activity);
  });
  for (const { id, formerIds = [] } of activities) {
    formerIds.forEach((former, i) => {
      if (paths.has(former)) report.add(`${paths.get(id)}.formerIds[${i}]`, 'formerIdTaken', 'field', former);
    });
  }
  return activities.sort((a, b) => a.earliest - b.earliest || a.latest - b.latest || compareText(a.id, b.id));
}
