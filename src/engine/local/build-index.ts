import type { Day, DaySpan } from '../../lib/day';
import { samplingRank } from '../../lib/sampling';
import type { BinScale } from '../../model/answer';
import type { Records } from '../../model/records';
import { addBit, emptyBitset } from './bitset';
import { type DateRuns, stretchesOf } from './date-runs';
import { type DayIndex, dayIndex, type YearStart, yearStarts } from './days';
import { type FacetSets, facetSets } from './facet-sets';
import { createKernel, type Kernel } from './kernel';
import type { SetId } from './kernel-store';
import { createOrders, type Orders } from './orders';
import { barsOf, extentOf, stopsOf } from './scale';
import { createTextSearch, type TextSearch } from './text-search';

/** The records as the engine searches them: one position an activity, in date order. */
export interface Index {
  records: Records;
  size: number;
  kernel: Kernel;
  facets: ReadonlyMap<string, FacetSets>;
  inexact: SetId;
  /** Each holds about half of the one before and nothing else, always the same ones: what becomes detail first. */
  levels: readonly SetId[];
  days: DayIndex;
  extent: DaySpan | null;
  stops: readonly Day[];
  scale: BinScale;
  stretches: Omit<DateRuns, 'alone'> & { alone: SetId };
  years: readonly YearStart[];
  orders: Orders;
  text: TextSearch;
  /** Sets that answers work in. */
  scratch: Scratch;
}

/** Sets that come and go with the questions. */
export interface Scratch {
  /** Facet id → what its choices let through. */
  facets: ReadonlyMap<string, SetId>;
  text: SetId;
  window: SetId;
  around: SetId;
  selection: SetId;
  anyTime: SetId;
  base: SetId;
  /** What another selection is compared with. */
  other: SetId;
  /** What is drawn as marks. */
  shown: SetId;
  work: SetId;
}

/** Sets, columns and an order of the records, in a kernel of the page's choice if not of one's own. */
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
  const stretches = stretchesOf(records, scale.edges, days.positionsOf(scale.edges));
  return {
    records,
    size,
    kernel,
    facets,
    inexact,
    levels: levelSets(kernel),
    days,
    extent,
    stops: stops.edges,
    scale,
    stretches: { ...stretches, alone: kernel.keep([stretches.alone]) },
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

/** As many as there are halves to take, so that the last has hardly any. */
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
  const first = kernel.keep(levels);
  return levels.map((_, level) => first + level);
}
