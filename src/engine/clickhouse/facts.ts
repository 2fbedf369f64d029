import type { DaySpan } from '../../lib/day';
import type { RecordFacts, Trends } from '../../model/answer';
import type { Wants } from '../../model/wants';
import { mostFrequentFirst } from '../local/facts';
import { trendEdges, trendParts } from '../local/trends';
import type { Batch } from './batch';
import { binOfColumn } from './bins';
import type { Dataset } from './dataset';
import { formOfNumber } from './date-forms';
import { grouped } from './grouped';
import { ALL, every } from './logic';
import { integer } from './sql';

/** For each facet, counts the activities of each value that begin in each part of the dataset's time. */
export async function trendsOf(batch: Batch, dataset: Dataset): Promise<Trends> {
  const { tables, stored } = dataset;
  const parts = trendParts(stored);
  const facets = [...dataset.facets].map(async ([id, { f, facet }]) => {
    const counts = new Array<number>((facet.values.length + 1) * parts).fill(0);
    if (parts > 0) {
      const keys = { a: `arrayJoin(v${f})`, b: binOfColumn('start', trendEdges(stored.stops, parts)) };
      for (const { a, b, x } of await batch.rows(grouped(tables.activities, `n < ${integer(stored.dated)}`, keys))) {
        counts[a * parts + b] = (counts[a * parts + b] ?? 0) + x;
      }
    }
    return { facet: id, counts };
  });
  return { parts, facets: await Promise.all(facets) };
}

/** Counts the activities by the form of their date, and the activities that begin in each of the periods. */
export async function factsOf(
  batch: Batch,
  dataset: Dataset,
  periods: NonNullable<Wants['facts']>['periods'],
): Promise<RecordFacts> {
  const [forms, counts] = await Promise.all([
    batch.rows(grouped(dataset.tables.activities, ALL, { a: 'form' })),
    periodCounts(batch, dataset, periods),
  ]);
  const dates = new Map<number, number>();
  for (const { a, x } of forms) dates.set(a, (dates.get(a) ?? 0) + x);
  return {
    dates: mostFrequentFirst([...dates].map(([form, count]) => ({ form: formOfNumber(form), count }))),
    periods: counts,
  };
}

/** Counts the activities that begin in each period. All periods together need one scan of the table. */
async function periodCounts(batch: Batch, { tables }: Dataset, periods: readonly DaySpan[]): Promise<number[]> {
  const days = periods.flatMap(({ earliest, latest }) => [earliest, latest + 1]);
  const edges = [...new Set(days)].sort((one, other) => one - other);
  const [first, end] = [edges[0], edges.at(-1)];
  if (first === undefined || end === undefined) return [];
  const inside = every([`start >= ${integer(first)}`, `start < ${integer(end)}`]);
  const before = edges.map(() => 0);
  for (const { a, x } of await batch.rows(grouped(tables.activities, inside, { a: binOfColumn('start', edges) }))) {
    before[a + 1] = (before[a + 1] ?? 0) + x;
  }
  for (let i = 1; i < before.length; i += 1) before[i] = (before[i] ?? 0) + (before[i - 1] ?? 0);
  const beforeDay = new Map(edges.map((edge, i) => [edge, before[i] ?? 0]));
  return periods.map(({ earliest, latest }) =>
    Math.max(0, (beforeDay.get(latest + 1) ?? 0) - (beforeDay.get(earliest) ?? 0)),
  );
}
