import type { Density, FacetCount, LaneCounts, LaneDensity, Matrix, MatrixAxis, Tally } from '../../model/answer';
import type { Filters, Selection } from '../../model/selection';
import type { ComparedReply, Replies, SideRows, WantName, Wants } from '../../model/wants';
import { answer } from './answer';
import type { Batch } from './batch';
import { levelsOf } from './branches';
import { conditionOf } from './conditions';
import { type Dataset, rateOf } from './dataset';

/** The default of the largest number of activities in the sample of a whole dataset. */
export const SAMPLE_SIZE = 250_000;

/** The fewest activities of a sample from which replies are estimated. The total is then wrong by some 14 percent at most two times in three. */
const MIN_SAMPLED = 50;

const LOWEST_RANK = 2;

/**
 * Returns the sample of a dataset of `total` activities: the activities of the highest sampling ranks, at most `size` on
 * average. The sample has at most a quarter of the activities, because a larger one would hardly be quicker.
 */
export function sampleOf(total: number, size: number): NonNullable<Dataset['sample']> {
  const rank = Math.max(LOWEST_RANK, Math.ceil(Math.log2(total / size)));
  return { rank, rate: 2 ** rank };
}

/** The wants whose replies can be estimated. The others are about single activities or about the whole dataset. */
export function canEstimate(wants: Wants): boolean {
  return Object.keys(wants).every(name => name in SCALES);
}

/**
 * Estimates the replies to all wants from the sample of the dataset. Returns null if the sample has too few activities
 * of the selection.
 */
export async function estimate(
  batch: Batch,
  dataset: Dataset,
  selection: Selection,
  wants: Wants,
): Promise<Partial<Replies> | null> {
  const countOf = async (filters: Filters) => (await levelsOf(batch, dataset, conditionOf(dataset, filters))).total;
  const [replies, ...counts] = await Promise.all([
    answer(batch, dataset, selection, wants),
    countOf(selection),
    ...(selection.compare ? [countOf(selection.compare)] : []),
  ]);
  return Math.min(...counts) < MIN_SAMPLED ? null : scaled(replies, rateOf(dataset));
}

/** Multiplies all numbers that replies count in the sample, except `start` and `total` of rows. */
function scaled(replies: Partial<Replies>, rate: number): Partial<Replies> {
  const scale = <K extends WantName>(name: K, reply: Replies[K]) => SCALES[name]?.(reply, rate) ?? reply;
  return Object.fromEntries(Object.entries(replies).map(([name, reply]) => [name, scale(name as WantName, reply)]));
}

type Scale<T> = (reply: T, rate: number) => T;

const SCALES: { [K in WantName]?: Scale<Replies[K]> } = {
  counts: (reply, rate) => ({ ...reply, ...countsTimes(reply, rate) }),
  compared: orNull((reply, rate) => ({ ...reply, ...countsTimes(reply, rate), both: reply.both * rate })),
  differences: orNull(({ facets, bars }, rate) => ({
    facets: facets.map(({ facet, a, b, both }) => ({
      facet,
      a: facetTimes(a, rate),
      b: facetTimes(b, rate),
      both: facetTimes(both, rate),
    })),
    bars: { a: listTimes(bars.a, rate), b: listTimes(bars.b, rate) },
  })),
  sides: orNull((reply, rate) => ({ ...reply, a: sideTimes(reply.a, rate), b: sideTimes(reply.b, rate) })),
  density: ({ selection, compared }, rate) => ({
    selection: densityTimes(selection, rate),
    compared: compared && densityTimes(compared, rate),
  }),
  colourCounts: listTimes,
  colourDensity: (reply, rate) => reply.map(density => densityTimes(density, rate)),
  rows: (reply, rate) => ({ ...reply, years: reply.years.map(({ year, count }) => ({ year, count: count * rate })) }),
  marks: reply => reply,
  lanes: orNull(lanesTimes),
  laneDensity: ({ selection, compared }, rate) => ({
    selection: selection && laneDensityTimes(selection, rate),
    compared: compared && laneDensityTimes(compared, rate),
  }),
  matrix: matrixTimes,
  removals: (reply, rate) => reply.map(({ constraint, total }) => ({ constraint, total: total * rate })),
};

function orNull<T>(scale: Scale<T>): Scale<T | null> {
  return (reply, rate) => (reply === null ? null : scale(reply, rate));
}

function listTimes(counts: readonly number[], rate: number): number[] {
  return counts.map(count => count * rate);
}

function facetTimes({ facet, counts, none }: FacetCount, rate: number): FacetCount {
  return { facet, counts: listTimes(counts, rate), none: none * rate };
}

function countsTimes(counts: Omit<ComparedReply, 'both'>, rate: number): Omit<ComparedReply, 'both'> {
  return {
    total: counts.total * rate,
    inexact: counts.inexact * rate,
    undated: counts.undated * rate,
    recorded: counts.recorded * rate,
    facets: counts.facets.map(count => facetTimes(count, rate)),
  };
}

function sideTimes({ rows, total }: SideRows, rate: number): SideRows {
  return { rows, total: total * rate };
}

function densityTimes({ total, vague }: Density, rate: number): Density {
  return { total: listTimes(total, rate), vague: listTimes(vague, rate) };
}

function lanesTimes({ inWindow, anyTime, recorded, others }: LaneCounts, rate: number): LaneCounts {
  return {
    inWindow: facetTimes(inWindow, rate),
    anyTime: facetTimes(anyTime, rate),
    recorded: recorded && facetTimes(recorded, rate),
    others: others.map(other => ({
      lane: other.lane,
      inWindow: other.inWindow * rate,
      anyTime: other.anyTime * rate,
      recorded: other.recorded * rate,
    })),
  };
}

function laneDensityTimes({ edges, lanes }: LaneDensity, rate: number): LaneDensity {
  return { edges, lanes: lanes.map(({ lane, counts }) => ({ lane, counts: listTimes(counts, rate) })) };
}

function tallyTimes({ count, bins }: Tally, rate: number): Tally {
  return { count: count * rate, bins: listTimes(bins, rate) };
}

function axisTimes({ facet, lines, hiddenCount }: MatrixAxis, rate: number): MatrixAxis {
  return { facet, lines: lines.map(line => ({ ...line, ...tallyTimes(line, rate) })), hiddenCount };
}

function matrixTimes({ rows, columns, edges, all, cells }: Matrix, rate: number): Matrix {
  return {
    rows: axisTimes(rows, rate),
    columns: axisTimes(columns, rate),
    edges,
    all: tallyTimes(all, rate),
    cells: cells.map(row => row.map(cell => cell && tallyTimes(cell, rate))),
  };
}
