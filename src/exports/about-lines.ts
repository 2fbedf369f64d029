import { dateText, windowText } from '../i18n/date-text';
import { parseIsoSpan } from '../lib/day';
import { gapsOf } from '../model/bounds';
import type { AnswerToWrite } from './answer-form';

/**
 * Returns the lines of an export that say where it comes from, as pairs of label and text. Absent lines are left out.
 */
export function aboutLines({
  head,
  about,
  tools,
}: Pick<AnswerToWrite, 'head' | 'about' | 'tools'>): [string, string][] {
  const { t, words } = tools;
  const lines: [label: string, text: string | undefined][] = [
    [t('export.record'), words(head.title)],
    [t('export.publisher'), head.publisher && words(head.publisher)],
    [t('export.view'), about.sentence],
    ...about.filters.map((filter): [string, string] => [t('export.chosen'), filter]),
    [t('export.activities'), t('export.countOf', { count: about.count, total: about.total })],
    [t('export.missing'), about.parts && t('export.parts', { ...about.parts, total: about.total })],
    [t('export.link'), about.link ?? undefined],
    [t('export.gaps'), gapsText({ head, about, tools })],
    ...head.sources.map(({ title, url }): [string, string] => [
      t('export.source'),
      url ? `${words(title)}, ${url}` : words(title),
    ]),
    [t('export.licence'), head.license],
    [t('export.version'), about.version],
    [t('export.taken'), dateText(tools, about.taken)],
  ];
  return lines.filter((line): line is [string, string] => line[1] !== undefined && line[1] !== '');
}

/** Writes the periods that no source covers, from the first to the last day of the dataset: `2019 – 2020; May 2024`. */
export function gapsText({ head, about, tools }: Pick<AnswerToWrite, 'head' | 'about' | 'tools'>): string {
  const first = about.extent && parseIsoSpan(about.extent.from);
  const last = about.extent && parseIsoSpan(about.extent.to);
  if (!first || !last) return '';
  const gaps = gapsOf(head.coverage, { earliest: first.earliest, latest: last.latest });
  return gaps.map(({ earliest, latest }) => windowText(tools, earliest, latest)).join('; ');
}
