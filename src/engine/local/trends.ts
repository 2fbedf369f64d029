import type { Day } from '../../lib/day';
import type { FacetTrend } from '../../model/answer';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';

/** The maximum number of parts of a sparkline. Each part is two pixels wide. */
const MAX_PARTS = 20;

/**
 * Returns the number of parts into which a sparkline divides the time from the first to the last stop. A part has at
 * least one day.
 */
export function trendParts({ stops }: Pick<Index, 'stops'>): number {
  const [first, end] = [stops[0], stops.at(-1)];
  return first === undefined || end === undefined ? 0 : Math.min(MAX_PARTS, end - first);
}

/**
 * For each value of a facet, counts the activities that begin in each part of the time from the first to the last stop.
 * The lengths of the parts differ by at most a day. Activities without a known first day are counted in the first part.
 */
export function trendOf(index: Index, facet: string): FacetTrend {
  const { kernel, days, facets, scratch } = index;
  const parts = trendParts(index);
  const sets = facets.get(facet);
  const counts: number[] = [];
  if (!sets || parts === 0) return { facet, counts };
  const borders = days.bordersOf(trendEdges(index.stops, parts));
  kernel.fill(scratch.work);
  for (let i = 0; i < sets.size; i += 1) {
    counts.push(...countRanges(kernel, scratch.work, borders, sets.first + i));
  }
  return { facet, counts };
}

export function trendEdges(stops: readonly Day[], parts: number): Day[] {
  const first = stops[0] ?? 0;
  const length = (stops.at(-1) ?? first) - first;
  return Array.from({ length: parts + 1 }, (_, i) => first + Math.round((i * length) / parts));
}
