import { isOpen } from '../lib/day';
import type { Facet } from '../model/dataset';
import type { Records } from '../model/records';
import { spanText } from '../model/span-text';
import { textIn } from '../model/text';
import { counted, exitCodeOf } from './check';
import type { Command, Output } from './command';
import { isProblem, type OpenedFile, openFile } from './open-file';

export const STATS: Command = {
  name: 'stats',
  usage: `Usage: npm run dataset -- stats FILE [--json]
  Says what a dataset of any form contains: its span, its facets with the number of activities of each value (those of
  the values below it included), its sources, and how many activities have a summary, a place and links.
  --json writes one JSON object instead.`,
  files: ['FILE'],
  options: { json: { type: 'boolean' } },
  async run({ files: [file = ''], isSet }, output) {
    const opened = await openFile(file, output);
    const stats = statsOf(opened);
    if (isSet('json')) output.out(JSON.stringify(stats));
    else writeLines(stats, output);
    return exitCodeOf(opened.findings);
  },
};

type Stats = ReturnType<typeof statsOf>;

function statsOf({ file, form, records, findings }: OpenedFile) {
  const { id, title, language, updated = null, license = null, facets, sources, coverage } = records.head;
  const problemCount = findings.filter(isProblem).length;
  return {
    file,
    form,
    id,
    title: textIn(title, [language]).text,
    language,
    updated,
    license,
    activities: records.size,
    span: spanOf(records),
    coverage: coverage.map(({ from, to }) => spanText({ earliest: from, latest: to })),
    ...countTexts(records, sources),
    fields: fieldStats(records),
    facets: facets.map(facet => facetStats(facet, language, records)),
    problems: problemCount,
    notes: findings.length - problemCount,
  };
}

function countTexts(records: OpenedFile['records'], sources: readonly { id: string }[]) {
  const counts = { undated: 0, inexactDates: 0, withSummary: 0, withPlace: 0, withLinks: 0, withoutSource: 0 };
  const bySource = new Map(sources.map(({ id }) => [id, 0]));
  for (let position = 0; position < records.size; position += 1) {
    const { date, summary, place, links, source } = records.activityAt(position);
    if (date === '') counts.undated += 1;
    else counts.inexactDates += ((records.inexact[position >>> 5] ?? 0) >>> (position & 31)) & 1;
    if (summary !== undefined) counts.withSummary += 1;
    if (place) counts.withPlace += 1;
    if (links) counts.withLinks += 1;
    if (source) bySource.set(source.id, (bySource.get(source.id) ?? 0) + 1);
    else counts.withoutSource += 1;
  }
  return { ...counts, sources: [...bySource].map(([id, count]) => ({ id, count })) };
}

function spanOf({ earliest, latest }: Records): string | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const days of [earliest, latest]) {
    for (const day of days) {
      if (isOpen(day)) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return first > last ? null : spanText({ earliest: first, latest: last });
}

function fieldStats({ head, size, activityAt }: Records) {
  const counts = new Map<string, number>();
  if (head.fields) {
    for (let position = 0; position < size; position += 1) {
      for (const id of Object.keys(activityAt(position).values ?? {})) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return (head.fields ?? []).map(({ id, label, type }) => {
    return { id, label: textIn(label, [head.language]).text, type, count: counts.get(id) ?? 0 };
  });
}

function facetStats(facet: Facet, language: string, records: Records) {
  const { id, label, values } = facet;
  const { counts, without } = countValues(facet, records);
  return {
    id,
    label: textIn(label, [language]).text,
    without,
    values: values.map((value, i) => ({
      id: value.id,
      label: textIn(value.label, [language]).text,
      broader: value.broader ?? null,
      count: counts[i] ?? 0,
    })),
  };
}

/** Counts the activities of each value of a facet. An activity counts for each of its values and each broader value. */
function countValues({ id, values }: Facet, { size, tags }: Records): { counts: number[]; without: number } {
  const positions = new Map(values.map((value, i) => [value.id, i]));
  const above = values.map(({ broader }) => (broader === undefined ? undefined : positions.get(broader)));
  const counts = values.map(() => 0);
  const column = tags.get(id);
  let without = 0;
  for (let position = 0; position < size; position += 1) {
    const found = new Set<number>();
    for (const own of column?.values.subarray(column.offsets[position], column.offsets[position + 1]) ?? []) {
      for (let value: number | undefined = own; value !== undefined; value = above[value]) found.add(value);
    }
    for (const value of found) counts[value] = (counts[value] ?? 0) + 1;
    if (found.size === 0) without += 1;
  }
  return { counts, without };
}

function writeLines(stats: Stats, output: Output): void {
  output.out(`${stats.title} (${stats.id}, ${stats.form})`);
  const inexact = counted(stats.inexactDates, 'date', 'dates');
  const undated = stats.undated === 0 ? '' : `, ${stats.undated} without a date`;
  output.out(
    `${counted(stats.activities, 'activity', 'activities')}, ${stats.span ?? 'no days'}, ${inexact} not exact${undated}`,
  );
  if (stats.coverage.length > 0) output.out(`Covered by the sources: ${stats.coverage.join(', ')}`);
  output.out(`With a summary ${stats.withSummary}, a place ${stats.withPlace}, links ${stats.withLinks}`);
  for (const { id, count } of stats.sources) output.out(`Source ${id}: ${count}`);
  if (stats.sources.length > 0) output.out(`Without a source: ${stats.withoutSource}`);
  for (const { label, id, values, without } of stats.facets) {
    output.out(`${label} (${id}): ${counted(values.length, 'value', 'values')}, ${without} activities without any`);
    for (const value of values) output.out(`  ${String(value.count).padStart(7)}  ${value.label} (${value.id})`);
  }
  for (const { label, id, type, count } of stats.fields) output.out(`Field ${label} (${id}, ${type}): ${count}`);
  output.out(`${counted(stats.problems, 'problem', 'problems')}, ${counted(stats.notes, 'note', 'notes')}`);
}
