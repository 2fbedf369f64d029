import type { BinScale } from '../model/answer';
import { type Facet, NONE } from '../model/dataset';
import type { Records } from '../model/records';
import { addBit } from './bitset';
import { type DayIndex, dayIndex } from './days';
import { createKernel, type Kernel } from './kernel';
import type { SetId } from './kernel-store';
import { once } from './memo';
import { extentOf, scaleOf } from './scale';
import { createTextSearch, type TextSearch } from './text-search';
import { orderByTitle } from './title-order';
import { type VagueDays, vagueDays } from './vague-days';

/** A facet's sets, one a value in the facet's order (values below included) and one for none, one behind the other. */
export interface FacetSets {
  first: SetId;
  /** How many sets: the values and `_none`. */
  size: number;
  byValue: ReadonlyMap<string, SetId>;
}

/** The records as the engine searches them: one position an activity, in date order. */
export interface Index {
  records: Records;
  size: number;
  kernel: Kernel;
  facets: ReadonlyMap<string, FacetSets>;
  inexact: SetId;
  /** Each holds about half of the one before, always the same ones: what becomes detail first. */
  levels: readonly SetId[];
  days: DayIndex;
  vague: VagueDays;
  scale: BinScale;
  /** Positions in title order. */
  titleOrder: () => Uint32Array;
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
  return {
    records,
    size,
    kernel,
    facets,
    inexact,
    levels: levelSets(kernel),
    days: dayIndex(earliest, latest),
    vague: vagueDays(records, scale),
    scale,
    titleOrder: once(() => orderByTitle(records)),
    text: createTextSearch(records),
    scratch: {
      facets: new Map(head.facets.map(facet => [facet.id, kernel.allocate()])),
      text: kernel.allocate(),
      window: kernel.allocate(),
      around: kernel.allocate(),
      selection: kernel.allocate(),
      anyTime: kernel.allocate(),
      base: kernel.allocate(),
      work: kernel.allocate(),
    },
  };
}

function facetSets(facet: Facet, { size, tags }: Records, kernel: Kernel): FacetSets {
  const { values } = facet;
  const first = kernel.allocate(values.length + 1);
  const indexes = new Map(values.map((value, i) => [value.id, i]));
  const above = values.map(value => (value.broader === undefined ? -1 : (indexes.get(value.broader) ?? -1)));
  const words = values.map((_, i) => kernel.words(first + i));
  const none = first + values.length;
  const noneWords = kernel.words(none);
  kernel.fill(none);
  const column = tags.get(facet.id);
  for (let position = 0; column && position < size; position += 1) {
    const end = column.offsets[position + 1] ?? 0;
    for (let i = column.offsets[position] ?? 0; i < end; i += 1) {
      for (let value = column.values[i] ?? -1; value >= 0; value = above[value] ?? -1) {
        const set = words[value];
        if (set) addBit(set, position);
      }
      noneWords[position >>> 5] = (noneWords[position >>> 5] ?? 0) & ~(1 << (position & 31));
    }
  }
  const byValue = new Map(values.map((value, i) => [value.id, first + i]));
  return { first, size: values.length + 1, byValue: byValue.set(NONE, none) };
}

function levelSets(kernel: Kernel): SetId[] {
  const count = Math.min(MOST_LEVELS, Math.max(0, Math.floor(Math.log2(Math.max(1, kernel.size) / FEWEST_IN_LEVEL))));
  const levels = Array.from({ length: count }, () => kernel.allocate());
  const words = levels.map(level => kernel.words(level));
  for (let position = 0; position < kernel.size && count > 0; position += 1) {
    const depth = Math.min(count, Math.clz32(scatter(position)));
    for (let level = 0; level < depth; level += 1) {
      const set = words[level];
      if (set) addBit(set, position);
    }
  }
  return levels;
}

/** A number that looks as if it had nothing to do with the position, and is always the same for it. */
function scatter(position: number): number {
  let hash = Math.imul(position ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
