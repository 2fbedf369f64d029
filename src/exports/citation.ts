import { dateText } from '../i18n/date-text';
import type { TextTools } from '../i18n/text-tools';
import { withoutControls } from '../lib/without-controls';
import type { DatasetHead, Text } from '../model/dataset';
import { licenceOf } from '../model/licence';
import { bibtexOf } from './bibtex';
import type { CslDate, CslItem } from './csl';
import { filtersSlug } from './file-name';
import { risOf } from './ris';

export const CITATION_FORMS = ['text', 'bibtex', 'ris', 'csl'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/** The subject of a citation. `title` and `filters` describe a view in words. */
export type Cited =
  | { kind: 'dataset' }
  | { kind: 'view'; title: string; filters: readonly string[] }
  | { kind: 'activity'; id: string; title: Text; date: string };

/** The state of the dataset that is cited, and where and when it was read. `accessed` is an ISO day. */
export interface Reading {
  link: string;
  version: string | undefined;
  accessed: string;
}

/** Returns a dataset, a view of it, or one of its activities as CSL-JSON, in the reader's language. */
export function citationOf(
  tools: TextTools,
  head: DatasetHead,
  cited: Cited,
  { link, version, accessed }: Reading,
): CslItem {
  const { words, language } = tools;
  const record = onOneLine(words(head.title));
  const publisher = head.publisher === undefined ? '' : onOneLine(words(head.publisher));
  const issued = head.updated === undefined ? null : cslDate(head.updated);
  const licence = head.license === undefined ? '' : onOneLine(licenceOf(head.license).name);
  return {
    id: citationKey(head.id, cited),
    type: cited.kind === 'dataset' ? 'dataset' : 'chapter',
    title: cited.kind === 'dataset' ? record : onOneLine(words(cited.title)),
    ...(cited.kind !== 'dataset' && { 'container-title': record }),
    ...(publisher && { author: [{ literal: publisher }] }),
    ...(issued && { issued }),
    accessed: cslDate(accessed) ?? { 'date-parts': [] },
    ...(version !== undefined && { version }),
    language,
    ...(cited.kind === 'activity' && { 'event-date': { literal: dateText(tools, cited.date) } }),
    ...(licence && { note: licence }),
    URL: link,
  };
}

/** Writes a citation as a file for reference managers, or as a sentence in the reader's language. */
export function citationText(tools: TextTools, form: CitationForm, item: CslItem): string {
  switch (form) {
    case 'bibtex':
      return bibtexOf(item);
    case 'ris':
      return risOf(item);
    case 'csl':
      return `${JSON.stringify([item], null, 2)}\n`;
    case 'text':
      return sentenceOf(tools, item);
  }
}

function sentenceOf(tools: TextTools, item: CslItem): string {
  const { t } = tools;
  const [year] = item.issued?.['date-parts'][0] ?? [];
  const author = item.author?.map(({ literal }) => literal).join('; ');
  const dated = (name: string) => (year === undefined ? name : t('cite.inYear', { name, year: String(year) }));
  const container = item['container-title'];
  const title = container === undefined ? item.title : t('cite.quoted', { title: item.title });
  const held = item['event-date']?.literal;
  const named = author === undefined ? [title, held, container] : [dated(author), title, held, container];
  const parts = named.filter(part => part !== undefined);
  if (author === undefined) parts.push(dated(parts.pop() ?? ''));
  if (item.version !== undefined) parts.push(t('cite.version', { version: item.version }));
  if (item.note !== undefined) parts.push(item.note);
  return t('cite.sentence', {
    parts: parts.join(', '),
    link: item.URL,
    day: dateText(tools, isoOf(item.accessed)),
  });
}

/** Returns the key by which a text cites a work: `eu-unodc-glo-act-2017`. */
function citationKey(dataset: string, cited: Cited): string {
  if (cited.kind === 'dataset') return dataset;
  return `${dataset}-${cited.kind === 'activity' ? cited.id : filtersSlug(cited) || 'view'}`;
}

/** Returns an ISO day, month or year as a CSL date. Returns null for years that CSL does not allow. */
function cslDate(iso: string): CslDate | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso);
  if (!parts) return null;
  return { 'date-parts': [parts.slice(1).filter(Boolean).map(Number)] };
}

function isoOf({ 'date-parts': [parts = []] }: CslDate): string {
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

function onOneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim();
}
