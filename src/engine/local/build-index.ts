import type { Day, DaySpan } from '../../lib/day';
import { samplingRank } from '../../lib/sampling';
import type { BinScale } from '../../model/answer';
import type { Records } from '../../model/records';
import { addBit, emptyBitset } from './bitset';
import { type DateRuns, dateRunsOf } from './date-runs';
import { type DayIndex, dayIndex, type YearStart, yearStarts } from './days';
import { type FacetSets, facetSets } from './facet-sets';
import { createKernel, type Kernel } from './kernel';
import type { SetId } from './kernel-store';
import { createOrders, type Orders } from './orders';
import { barsOf, extentOf, stopsOf } from './scale';
import { createTextSearch, type TextSearch } from './text-search';

export interface Index {
  records: Records;
  size: number;
  kernel: Kernel;
  facets: ReadonlyMap<string, FacetSets>;
  inexact: SetId;
  /** Null if all activities have dates. */
  undated: SetId | null;
  /**
   * Nested samples of the activities. Each sample has about half as many as the one before. All questions use the same
   * samples, so zooming in only adds marks.
   */
  levels: readonly SetId[];
  days: DayIndex;
  extent: DaySpan | null;
  stops: readonly Day[];
  scale: BinScale;
  dateRuns: Omit<DateRuns, 'scattered'> & { scattered: SetId };
  years: readonly YearStart[];
  orders: Orders;
  text: TextSearch;
  scratch: Scratch;
}

export interface Scratch {
  /** For each facet id, the activities that match the choices in this facet. */
  facets: ReadonlyMap<string, SetId>;
  text: SetId;
  window: SetId;
  around: SetId;
  selection: SetId;
  anyTime: SetId;
  base: SetId;
  /** The selection of side A, while side B of a comparison is computed in `selection`. */
  other: SetId;
  shown: SetId;
  work: SetId;
}

export function buildIndex(records: Records, makeKernel: (size: number) => Kernel = createKernel): Index {
  const { head, size, earliest, latest } = records;
  const kernel = makeKernel(size);
  const facets = new Map(head.facets.map(facet => [facet.id, facetSets(facet, records, kernel)]));
  const inexact = kernel.allocate();
  kernel.words(inexact).set(records.inexact);
  const extent = extentOf(earliest, latest);
  const stops = stopsOf(extent, head.coverage);
  const scale = barsOf(stops, size);
  const days = dayIndex(earliest, latest);
  const dateRuns = dateRunsOf(records, scale.edges, days.positionsOf(scale.edges));
  const undated = days.dated < size ? kernel.allocate() : null;
  if (undated !== null) kernel.fill(undated, days.dated, size);
  return {
    records,
    size,
    kernel,
    facets,
    inexact,
    undated,
    levels: levelSets(kernel),
    days,
    extent,
    stops: stops.edges,
    scale,
    dateRuns: { ...dateRuns, scattered: kernel.storeReadOnly([dateRuns.scattered]) },
    years: yearStarts(earliest, days),
    orders: createOrders(records),
    text: createTextSearch(records),
    scratch: {
      facets: new Map(head.facets.map(facet => [facet.id, kernel.allocate()])),
      text: kernel.allocate(),
      window: kernel.allocate(),
      around: kernel.allocate(),
      selection: kernel.allocate(),
      anyTime: kernel.allocate(),
      base: kernel.allocate(),
      other: kernel.allocate(),
      shown: kernel.allocate(),
      work: kernel.allocate(),
    },
  };
}

function levelSets(kernel: Kernel): SetId[] {
  const { size } = kernel;
  const count = size > 1 ? Math.floor(Math.log2(size)) : 0;
  const levels = Array.from({ length: count }, () => emptyBitset(size));
  for (let position = 0; position < size; position += 1) {
    const depth = Math.min(count, samplingRank(position));
    for (let level = 0; level < depth; level += 1) {
      const set = levels[level];
      if (set) addBit(set, position);
    }
  }
  const first = kernel.storeReadOnly(levels);
  return levels.map((_, level) => first + level);
}
