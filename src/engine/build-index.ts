import type { BinScale } from '../model/answer';
import type { Records } from '../model/records';
import { addBit, emptyBitset } from './bitset';
import { type DayIndex, dayIndex, type YearStart, yearStarts } from './days';
import { type FacetSets, facetSets } from './facet-sets';
import { createKernel, type Kernel } from './kernel';
import type { SetId } from './kernel-store';
import { createOrders, type Orders } from './orders';
import { extentOf, scaleOf } from './scale';
import { createTextSearch, type TextSearch } from './text-search';
import { vagueDays } from './vague-days';

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
  /** Those whose day may lie in several bins of the scale. */
  vague: SetId;
  scale: BinScale;
  /** The first position of each bin, but that the outer ones take in what begins outside of them; at last the size. */
  borders: Uint32Array;
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
  work: SetId;
}

const MOST_LEVELS = 16;
const FEWEST_IN_LEVEL = 64;

/** Sets, columns and an order of the records, in a kernel of the page's choice if not of one's own. */
export function buildIndex(records: Records, makeKernel: (size: number) => Kernel = createKernel): Index {
  const { head, size, earliest, latest } = records;
  const kernel = makeKernel(size);
  const facets = new Map(head.facets.map(facet => [facet.id, facetSets(facet, records, kernel)]));
  const inexact = kernel.allocate();
  kernel.words(inexact).set(records.inexact);
  const scale = scaleOf(extentOf(earliest, latest), head.coverage);
  const days = dayIndex(earliest, latest);
  return {
    records,
    size,
    kernel,
    facets,
    inexact,
    levels: levelSets(kernel),
    days,
    vague: kernel.keep([vagueDays(records, scale)]),
    scale,
    borders: days.bordersOf(scale.edges),
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
      work: kernel.allocate(),
    },
  };
}

function levelSets(kernel: Kernel): SetId[] {
  const count = Math.min(MOST_LEVELS, Math.max(0, Math.floor(Math.log2(Math.max(1, kernel.size) / FEWEST_IN_LEVEL))));
  const levels = Array.from({ length: count }, () => emptyBitset(kernel.size));
  for (let position = 0; position < kernel.size && count > 0; position += 1) {
    const depth = Math.min(count, Math.clz32(scatter(position)));
    for (let level = 0; level < depth; level += 1) {
      const set = levels[level];
      if (set) addBit(set, position);
    }
  }
  const first = kernel.keep(levels);
  return levels.map((_, level) => first + level);
}

/** A number that looks as if it had nothing to do with the position, and is always the same for it. */
function scatter(position: number): number {
  let hash = Math.imul(position ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
