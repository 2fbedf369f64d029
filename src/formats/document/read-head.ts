import { parseIsoSpan } from '../../lib/day';
import type { Coverage, DatasetHead, Source } from '../../model/dataset';
import { OpenFailure } from '../../model/problem';
import { Fields, isRaw, type Raw } from './fields';
import { readFacets } from './read-facets';
import { readFields } from './read-fields';
import { type Report, shown } from './report';

const FORMAT = 'chronofacet-dataset/1';

const CONTACT = /^(https:\/\/[^\s]+|[^\s@]+@[^\s@]+)$/;

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
  'contact',
  'sources',
  'coverage',
  'facets',
  'fields',
  'activities',
];

/** Returns a value as the root object of a dataset. Throws `OpenFailure` if the value is no such object. */
export function rootOf(value: unknown): Raw {
  if (!isRaw(value)) throw new OpenFailure('notObject', shown(value));
  if (value.format === 'chronofacet-reading/1') throw new OpenFailure('readingAlone');
  if (value.format !== FORMAT) throw new OpenFailure('wrongFormat', shown(value.format));
  return value;
}

export function readHead(root: Raw, report: Report): DatasetHead {
  const fields = new Fields(root, '', report, 'field');
  const others = fields.unknown(ROOT_FIELDS);
  const language = fields.string('language') ?? 'en';
  const isLanguage = isLocale(language);
  if (!isLanguage) fields.problem('language', 'badLanguage');
  const [description, publisher] = [fields.text('description'), fields.text('publisher')];
  const [license, updated] = [fields.string('license'), fields.day('updated')];
  const contact = readContact(fields);
  const id = fields.slug('id') ?? 'dataset';
  const facets = readFacets(fields, report);
  const declared = readFields(fields, facets);
  return {
    ...others,
    id,
    title: fields.requiredText('title') ?? id,
    language: isLanguage ? language : 'en',
    sources: readSources(fields),
    coverage: readCoverage(fields),
    facets,
    ...(declared.length > 0 && { fields: declared }),
    ...(description && { description }),
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(updated && { updated }),
    ...(contact && { contact }),
  };
}

function readContact(root: Fields): string | undefined {
  const contact = root.string('contact');
  return contact === undefined || CONTACT.test(contact) ? contact : root.problem('contact', 'badUrl');
}

function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

function readSources(root: Fields): Source[] {
  const ids = new Set<string>();
  return root.objects('sources').flatMap(source => {
    const others = source.unknown(['id', 'title', 'url']);
    const id = source.slug('id');
    const title = source.requiredText('title');
    const url = source.url('url');
    if (id === undefined || title === undefined) return [];
    if (ids.has(id)) return source.problem('id', 'duplicateId') ?? [];
    ids.add(id);
    return [{ ...others, id, title, ...(url && { url }) }];
  });
}

function readCoverage(root: Fields): Coverage[] {
  return root
    .objects('coverage')
    .flatMap(period => {
      const others = period.unknown(['from', 'to', 'note']);
      const from = period.day('from');
      const to = period.day('to');
      const first = from === undefined ? undefined : parseIsoSpan(from)?.earliest;
      const last = to === undefined ? undefined : parseIsoSpan(to)?.latest;
      const note = period.text('note');
      if (period.value('from') === undefined) period.problem('from', 'missing');
      if (period.value('to') === undefined) period.problem('to', 'missing');
      if (first === undefined || last === undefined) return [];
      if (last < first) return period.problem('to', 'dateReversed') ?? [];
      return [{ ...others, from: first, to: last, ...(note && { note }) }];
    })
    .sort((a, b) => a.from - b.from);
}
