import type { ActivityRow } from '../../model/answer';
import type { Filters } from '../../model/selection';
import type { LanesWant, MarksWant } from '../../model/wants';
import { MARGIN_FACTOR } from '../local/marks';
import type { Batch } from './batch';
import { levelsOf } from './branches';
import { conditionOf, windowCondition } from './conditions';
import { type Dataset, rateOf } from './dataset';
import { grouped, ZERO } from './grouped';
import { isInLane, type Lane, laneCondition, lanesOf } from './lanes';
import { ALL, every, not } from './logic';
import { list, rowOfActivity } from './rows';
import { integer } from './sql';

type Ranks = ReadonlyMap<number, number>;

/** Returns the number of nested samples of a dataset. Sample i has the activities with a sampling rank above i. */
function sampleCount(size: number): number {
  return size > 1 ? Math.floor(Math.log2(size)) : 0;
}

function countAbove(ranks: Ranks, level: number): number {
  let sum = 0;
  for (const [rank, count] of ranks) if (rank > level) sum += count;
  return sum;
}

/** Returns the index of the largest sample with at most `max` activities, or `samples` if all have more. */
function levelFor(ranks: Ranks, samples: number, max: number): number {
  let level = 0;
  while (level < samples && countAbove(ranks, level) > max) level += 1;
  return level;
}

/** Returns the SQL condition for a sample. Sample -1 has all activities, samples from `samples` on have none. */
function inSample(level: number, samples: number): string {
  if (level < 0) return ALL;
  return level < samples ? `level > ${integer(level)}` : '0';
}

/**
 * Returns the activities to draw as marks, by the same rule as the local engine. If the window has more activities than
 * the limit, takes the largest sample with at most half the limit. Adds one activity for each lane without a mark, and
 * a sample of the activities in the margin beside the window.
 */
export async function marksOf(
  batch: Batch,
  dataset: Dataset,
  filters: Filters,
  { limit, margin, lanes }: MarksWant,
): Promise<ActivityRow[]> {
  const { stored } = dataset;
  const samples = sampleCount(stored.total);
  const max = Math.ceil(limit * MARGIN_FACTOR);
  if (max === 0) return [];
  const dated = `n < ${integer(stored.dated)}`;
  const inWindow = conditionOf(dataset, filters);
  const beside = every([conditionOf(dataset, filters, { window: true }), marginCondition(dataset, filters, margin)]);
  const hasWindow = filters.from !== null || filters.to !== null;
  const [selected, around] = await Promise.all([
    levelsOf(batch, dataset, inWindow),
    hasWindow ? levelsOf(batch, dataset, beside) : null,
  ]);
  const isSampled = (selected.total - selected.undated) * rateOf(dataset) > limit;
  const level = isSampled ? levelFor(selected.ranks, samples, Math.ceil(limit / 2)) : -1;
  const marked = level < 0 ? selected.total - selected.undated : countAbove(selected.ranks, level);
  const marginRanks: Ranks = around?.ranks ?? new Map();
  const marginLevel = (wanted: number) =>
    countAbove(marginRanks, level) > wanted ? levelFor(marginRanks, samples, wanted) : level;
  const widest = marginLevel(max - marked);
  const byDate = (condition: string) =>
    list(batch, dataset, every([condition, dated]), { order: 'date', limit: max, x: 'level' });
  const [shown, beyond, candidates] = await Promise.all([
    level < samples ? byDate(every([inWindow, inSample(level, samples)])) : [],
    around && widest < samples ? byDate(every([beside, inSample(widest, samples)])) : [],
    isSampled ? firstOfLanes(batch, dataset, every([inWindow, dated]), { lanes, samples }) : [],
  ]);
  const positions = new Set(shown.map(({ b }) => b));
  const texts = await batch.activities([
    ...positions,
    ...beyond.map(({ b }) => b),
    ...candidates.flatMap(position => position ?? []),
  ]);
  if (isSampled) {
    lanesOf(dataset, lanes).forEach((lane, i) => {
      const candidate = candidates[i] ?? null;
      if (candidate === null || positions.size >= max) return;
      const isMarked = [...positions].some(position => {
        const activity = texts.get(position);
        return activity && isInLane(activity, lane);
      });
      if (!isMarked) positions.add(candidate);
    });
  }
  const last = marginLevel(max - positions.size);
  for (const { b, x } of beyond) if (last < samples && x > last) positions.add(b);
  return [...positions]
    .sort((a, b) => a - b)
    .slice(0, max)
    .flatMap(position => {
      const activity = texts.get(position);
      return activity ? [rowOfActivity(activity)] : [];
    });
}

function marginCondition(dataset: Dataset, { from, to }: Filters, margin: number): string {
  const wide = { from: from === null ? null : from - margin, to: to === null ? null : to + margin };
  return every([windowCondition(dataset, wide), not(windowCondition(dataset, { from, to }))]);
}

const TOP_RANK = 255;
const POSITIONS = 2 ** 32;

/**
 * Returns, for each lane, the position of the activity with the highest sampling rank. Null for an empty lane. Groups
 * all activities in one scan: by value, and for each open lane by an additional number. This number leaves out the
 * activities of the lanes below the open lane.
 */
async function firstOfLanes(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { lanes: want, samples }: { lanes: LanesWant | null; samples: number },
): Promise<(number | null)[]> {
  const lanes = lanesOf(dataset, want);
  const first = `min((${TOP_RANK} - toInt64(least(level, ${integer(samples)}))) * ${POSITIONS} + n)`;
  const facet = lanes[0]?.facet ?? null;
  const afterValues = (facet?.facet.values.length ?? 0) + 1;
  const numbersOf = (lane: Lane, i: number) => (lane.without.length > 0 ? [afterValues + i] : lane.values);
  const open = lanes.flatMap((lane, i) => {
    const number = `toUInt32(${integer(afterValues + i)} + ${ZERO})`;
    return lane.without.length > 0 ? [`arrayResize([${number}], toInt64(${laneCondition(lane)}))`] : [];
  });
  const values = facet && (open.length > 0 ? `arrayConcat(v${facet.f}, ${open.join(', ')})` : `v${facet.f}`);
  const a = values === null ? ZERO : `arrayJoin(${values})`;
  const rows = await batch.rows(grouped(dataset.tables.activities, condition, { a, x: first }));
  return lanes.map((lane, i) => {
    const numbers = new Set(facet ? numbersOf(lane, i) : [0]);
    let least = Number.POSITIVE_INFINITY;
    for (const { a: number, x: key } of rows) if (key > 0 && key < least && numbers.has(number)) least = key;
    return Number.isFinite(least) ? least % POSITIONS : null;
  });
}
