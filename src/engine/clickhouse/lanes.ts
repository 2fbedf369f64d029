import { getOwn } from '../../lib/get-own';
import type { LaneCounts, LaneDensity } from '../../model/answer';
import { type Activity, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import { laneValues } from '../../model/lanes';
import type { Filters } from '../../model/selection';
import type { LaneBins, LanesWant } from '../../model/wants';
import { laneEdges } from '../local/marks';
import type { Batch } from './batch';
import { binOfColumn } from './bins';
import { countOf, countValues } from './branches';
import { conditionOf, hasAny, isFiltered } from './conditions';
import type { Dataset, StoredFacet } from './dataset';
import { grouped } from './grouped';
import { ALL, every, NOTHING, not } from './logic';
import { integer } from './sql';

/** A lane has the activities with one of `values` and none of `without`, which have lanes of their own. */
export interface Lane {
  /** The id of the lane. Null if there is only one lane, with all activities. */
  lane: string | null;
  facet: StoredFacet | null;
  values: readonly number[];
  without: readonly number[];
  isOthers: boolean;
}

const ONE_LANE: readonly Lane[] = [{ lane: null, facet: null, values: [], without: [], isOthers: false }];

/** Returns the wanted lanes. If the want is null or its facet is unknown, returns one lane with all activities. */
export function lanesOf({ facets, counts }: Dataset, want: LanesWant | null): readonly Lane[] {
  const facet = facets.get(want?.facet ?? '');
  if (!want || !facet) return ONE_LANE;
  const numbers = (values: readonly string[]) => values.flatMap(value => facet.numberOf(value) ?? []);
  const weights = counts[facet.f]?.counts ?? [];
  const lanes = laneValues(facet.facet, { open: want.open, weights }).map((lane): Lane => {
    const [values, isOthers] = lane.kind === 'others' ? [numbers(lane.values), true] : [numbers([lane.id]), false];
    const without = lane.kind === 'value' && lane.isOpen ? numbers(lane.below) : [];
    return { lane: lane.id, facet, values, without, isOthers };
  });
  return [...lanes, { lane: NONE, facet, values: numbers([NONE]), without: [], isOthers: false }];
}

export function laneCondition({ facet, values, without }: Lane): string {
  if (!facet) return ALL;
  return every([hasAny(facet, values), without.length > 0 ? not(hasAny(facet, without)) : ALL]);
}

/** Returns the number of a lane's value if the lane has all activities of this one value. Otherwise returns null. */
export function valueOfLane({ values, without, isOthers }: Lane): number | null {
  return isOthers || without.length > 0 ? null : (values[0] ?? null);
}

export function isInLane(activity: Activity, { facet, values, without }: Lane): boolean {
  if (!facet) return true;
  const own = new Set<number>();
  const { above } = facetTree(facet.facet);
  for (const tag of getOwn(activity.tags, facet.facet.id) ?? []) {
    for (let at = facet.numberOf(tag) ?? -1; at >= 0; at = above[at] ?? -1) own.add(at);
  }
  if (own.size === 0) own.add(facet.facet.values.length);
  return values.some(value => own.has(value)) && !without.some(value => own.has(value));
}

/** Counts the activities of each lane. Returns null if the facet is unknown. */
export async function laneCounts(
  batch: Batch,
  dataset: Dataset,
  filters: Filters,
  want: LanesWant,
): Promise<LaneCounts | null> {
  const facet = dataset.facets.get(want.facet);
  if (!facet) return null;
  const conditions = {
    inWindow: conditionOf(dataset, filters),
    anyTime: conditionOf(dataset, filters, { window: true }),
    recorded: conditionOf(dataset, filters, { filters: true }),
  };
  const count = (condition: string) => countValues(batch, dataset, facet, condition);
  const others = lanesOf(dataset, want).filter(({ isOthers }) => isOthers);
  const [inWindow, anyTime, recorded, ...counted] = await Promise.all([
    count(conditions.inWindow),
    count(conditions.anyTime),
    isFiltered(dataset, filters) ? count(conditions.recorded) : null,
    ...others.map(async lane => {
      const within = (condition: string) => countOf(batch, dataset, every([condition, laneCondition(lane)]));
      const [inWindow, anyTime, recorded] = await Promise.all([
        within(conditions.inWindow),
        within(conditions.anyTime),
        within(conditions.recorded),
      ]);
      return { lane: lane.lane ?? '', inWindow, anyTime, recorded };
    }),
  ]);
  return { inWindow, anyTime, recorded, others: counted };
}

/** Counts the activities that meet a condition for each lane and for each bin in which they begin. */
export async function laneDensity(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { lanes: want, bins }: { lanes: LanesWant | null; bins: LaneBins },
): Promise<LaneDensity> {
  const edges = laneEdges(bins);
  const lanes = lanesOf(dataset, want);
  const counts = lanes.map(() => new Array<number>(edges.length - 1).fill(0));
  const [first = 0, end = 0] = [edges[0], edges.at(-1)];
  const inside = every([condition, `start >= ${integer(first)}`, `start < ${integer(end)}`]);
  const bin = binOfColumn('start', edges);
  const table = dataset.tables.activities;
  const add = (lane: number, at: number, amount: number) => {
    const list = counts[lane];
    if (list) list[at] = (list[at] ?? 0) + amount;
  };
  const lanesOfValue = new Map<number, number[]>();
  const special: number[] = [];
  lanes.forEach((lane, i) => {
    const value = valueOfLane(lane);
    if (value === null) special.push(i);
    else lanesOfValue.set(value, [...(lanesOfValue.get(value) ?? []), i]);
  });
  const facet = lanes[0]?.facet;
  const byValue = async () => {
    if (!facet || lanesOfValue.size === 0) return;
    const values = wantedValues(facet, [...lanesOfValue.keys()]);
    for (const { a, b, x } of await batch.rows(
      grouped(table, inside, { a: bin, b: values, hasSmallB: values.startsWith('arrayJoin(v') }),
    )) {
      for (const lane of lanesOfValue.get(b) ?? []) add(lane, a, x);
    }
  };
  const byLane = async (i: number) => {
    const lane = lanes[i];
    const where = lane ? every([inside, laneCondition(lane)]) : NOTHING;
    for (const { a, x } of await batch.rows(grouped(table, where, { a: bin }))) add(i, a, x);
  };
  await Promise.all([byValue(), ...special.map(byLane)]);
  return { edges, lanes: lanes.map(({ lane }, i) => ({ lane, counts: counts[i] ?? [] })) };
}

/** If a facet has more values, only the wanted values are grouped. */
const MAX_GROUPED = 200;

/** Returns an SQL expression that makes a row of each value, or for large facets of each wanted value. */
function wantedValues({ f, facet }: StoredFacet, numbers: readonly number[]): string {
  if (facet.values.length <= MAX_GROUPED) return `arrayJoin(v${f})`;
  return `arrayJoin(arrayFilter(value -> has([${numbers.map(integer).join(',')}], value), v${f}))`;
}
