import { type Day, OPEN_END, OPEN_START } from '../../lib/day';
import type { Density, FacetCount } from '../../model/answer';
import { shared, startSharing } from '../local/density';
import { addShares } from '../local/share-days';
import type { Batch, Counted } from './batch';
import { binOfColumn } from './bins';
import type { Dataset, StoredFacet } from './dataset';
import { grouped, type Keys, ZERO } from './grouped';
import { every, NOTHING, not } from './logic';
import { integer } from './sql';

/** The numbers of activities that meet a condition: all, inexact, undated, and by sampling rank. */
export interface Levels {
  total: number;
  inexact: number;
  undated: number;
  /** Maps each sampling rank to the number of dated activities with this rank. */
  ranks: ReadonlyMap<number, number>;
}

export async function levelsOf(batch: Batch, { tables, stored }: Dataset, condition: string): Promise<Levels> {
  const b = `inexact + 2 * (n >= ${integer(stored.dated)})`;
  const rows = await batch.rows(grouped(tables.activities, condition, { a: 'level', b, hasSmallB: true }));
  const levels = { total: 0, inexact: 0, undated: 0 };
  const ranks = new Map<number, number>();
  for (const { a, b: kind, x } of rows) {
    levels.total += x;
    if (kind % 2 === 1) levels.inexact += x;
    if (kind >= 2) levels.undated += x;
    else ranks.set(a, (ranks.get(a) ?? 0) + x);
  }
  return { ...levels, ranks };
}

export async function countOf(batch: Batch, { tables }: Dataset, condition: string): Promise<number> {
  if (condition === NOTHING) return 0;
  return total(await batch.rows(grouped(tables.activities, condition, {})));
}

function total(rows: readonly Counted[]): number {
  return rows.reduce((sum, { x }) => sum + x, 0);
}

export async function countValues(
  batch: Batch,
  { tables }: Dataset,
  { f, facet }: StoredFacet,
  condition: string,
): Promise<FacetCount> {
  const counts = new Array<number>(facet.values.length + 1).fill(0);
  for (const { a, x } of await batch.rows(grouped(tables.activities, condition, { a: `arrayJoin(v${f})` }))) {
    counts[a] = (counts[a] ?? 0) + x;
  }
  return { facet: facet.id, counts: counts.slice(0, -1), none: counts.at(-1) ?? 0 };
}

/** Added to the bin of a last day, to distinguish it from the bin of a first day. Greater than every bin. */
const LAST_DAYS = 1_000_000;

/**
 * Distributes the activities that meet a condition over the bins of the scale, separately for each group. `group` is an
 * SQL expression for the group of an activity: a whole number from 0 to below `groups`.
 */
export async function densitiesOf(
  batch: Batch,
  { tables, stored }: Dataset,
  condition: string,
  { group, groups }: { group: string; groups: number } = { group: ZERO, groups: 1 },
): Promise<Density[]> {
  const { edges } = stored.scale;
  const size = Math.max(0, edges.length - 1);
  const sums = Array.from({ length: groups }, () => ({
    total: new Array<number>(size).fill(0),
    shares: startSharing(size),
  }));
  if (size > 0) {
    const begins = every([condition, `start > ${OPEN_START}`, `n < ${integer(stored.dated)}`]);
    const vague = every(['inexact = 1', `finish < ${OPEN_END}`, 'bin < endBin']);
    const days = 'toFloat64(finish - start + 1)';
    const list = `[${edges.map(integer).join(',')}]`;
    const branch = (where: string, keys: Keys) => batch.rows(grouped(tables.activities, every([begins, where]), keys));
    // An activity with a vague date counts twice: in the bin of its first possible day and in the bin of its last
    // possible day.
    const end = `arrayJoin([toInt64(bin), toInt64(endBin) + ${LAST_DAYS}])`;
    const inBin = `if(a < ${LAST_DAYS}, ${list}[bin + 2] - start, finish + 1 - ${list}[endBin + 1])`;
    const [exact, ends] = await Promise.all([
      branch(not(vague), { a: 'bin', b: group, hasSmallB: true }),
      branch(vague, { a: end, b: group, x: `sum(${inBin} / ${days})`, y: `sum(1 / ${days})` }),
    ]);
    const add = (list: { [bin: number]: number } | undefined, bin: number, amount: number) => {
      if (list) list[bin] = (list[bin] ?? 0) + amount;
    };
    for (const { a, b, x } of exact) add(sums[b]?.total, a, x);
    for (const { a, b, x, y } of ends) {
      const [bin, isLast] = a < LAST_DAYS ? [a, false] : [a - LAST_DAYS, true];
      add(sums[b]?.shares.atEnds, bin, x);
      add(isLast ? sums[b]?.shares.ending : sums[b]?.shares.beginning, bin, y);
    }
  }
  return sums.map(({ total: certain, shares }) => {
    const vague = shared(shares, edges);
    return { total: certain.map((amount, bin) => amount + (vague[bin] ?? 0)), vague };
  });
}

/**
 * Counts the activities that meet a condition and begin in each bin `[edges[i], edges[i + 1])`. If the first day of an
 * activity may lie in several bins, the activity is divided among these bins.
 */
export async function sharedCounts(
  batch: Batch,
  { tables }: Dataset,
  condition: string,
  edges: readonly Day[],
): Promise<number[]> {
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  const [first, end] = [edges[0], edges.at(-1)];
  if (edges.length < 2 || first === undefined || end === undefined) return [];
  const inside = every([condition, `start >= ${integer(first)}`, `start < ${integer(end)}`]);
  const spread = every([condition, 'inexact = 1', `start < ${integer(end)}`, `finish >= ${integer(first)}`]);
  const [begun, inexact] = await Promise.all([
    batch.rows(grouped(tables.activities, inside, { a: binOfColumn('start', edges) })),
    batch.rows(grouped(tables.activities, spread, { a: 'start', b: 'finish' })),
  ]);
  for (const { a, x } of begun) counts[a] = (counts[a] ?? 0) + x;
  for (const { a, b, x } of inexact) addShares(counts, edges, { first: a, last: b, count: x });
  return counts;
}
