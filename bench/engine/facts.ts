import { hasBit } from '../../src/engine/local/bitset';
import { barsOf, binOf, extentOf, stopsOf } from '../../src/engine/local/scale';
import { chunksOf } from '../../src/formats/input/byte-source';
import type { Columns } from '../../src/formats/packed/columns';
import { readPacked } from '../../src/formats/packed/read';
import { isOpen } from '../../src/lib/day';

/**
 * The tags of all activities in one facet, as libraries get them: with ancestor values, and with a value for untagged
 * activities.
 */
export interface FacetFacts {
  id: string;
  /** Includes the value for untagged activities, which is the last. */
  valueCount: number;
  offsets: Uint32Array;
  values: Uint16Array;
}

/** The dataset that all contestants get, in the same order. */
export interface Facts {
  columns: Columns;
  /** The number of values per facet, including the one for untagged activities. */
  valueCounts: readonly number[];
  /** Computes, once, the data that only the compared libraries need. */
  forPeers(): PeerFacts;
}

export interface PeerFacts {
  columns: Columns;
  /** The bins of the histogram. */
  edges: readonly number[];
  /** The bin in which each activity begins. */
  bin: Uint16Array;
  /** Activities that are spread over several bins, with their share of each. */
  shares: ReadonlyMap<number, readonly { bin: number; share: number }[]>;
  facets: readonly FacetFacts[];
}

/** Reads only the columns of a packed dataset, without its texts. */
export async function fetchColumns(address: string): Promise<Columns> {
  const { body } = await fetch(address);
  if (!body) throw new Error(`nothing at ${address}`);
  for await (const part of readPacked(chunksOf(body))) if (part.kind === 'columns') return part.columns;
  throw new Error(`no columns in ${address}`);
}

export function factsOf(columns: Columns): Facts {
  let made: PeerFacts | null = null;
  return {
    columns,
    valueCounts: columns.head.facets.map(({ values }) => values.length + 1),
    forPeers() {
      made ??= peerFacts(columns);
      return made;
    },
  };
}

function peerFacts(columns: Columns): PeerFacts {
  const { size, earliest, latest, head } = columns;
  const { edges } = barsOf(stopsOf(extentOf(earliest, latest), head.coverage), size);
  const bin = Uint16Array.from(earliest, day => binOf(edges, day));
  const shares = new Map<number, { bin: number; share: number }[]>();
  for (let position = 0; position < size; position += 1) {
    const spread = spreadOf(columns, position, edges);
    if (spread) shares.set(position, spread);
  }
  return { columns, edges, bin, shares, facets: head.facets.map(({ id }) => facetFacts(columns, id)) };
}

/** Returns the bins over which an inexact date is spread, in proportion to its days in each; none if the date has no start. */
function spreadOf({ earliest, latest, inexact }: Columns, position: number, edges: readonly number[]) {
  const [first, last] = [earliest[position]!, latest[position]!];
  if (isOpen(first)) return [];
  if (!hasBit(inexact, position) || isOpen(last)) return null;
  const [firstBin, lastBin] = [binOf(edges, first), binOf(edges, last)];
  if (firstBin === lastBin) return null;
  return Array.from({ length: lastBin - firstBin + 1 }, (_, i) => {
    const bin = firstBin + i;
    const end = bin === edges.length - 2 ? last + 1 : Math.min(last + 1, edges[bin + 1]!);
    return { bin, share: (end - Math.max(first, edges[bin]!)) / (last - first + 1) };
  });
}

function facetFacts({ head, size, tags }: Columns, id: string): FacetFacts {
  const facet = head.facets.find(candidate => candidate.id === id)!;
  const indexes = new Map(facet.values.map((value, i) => [value.id, i]));
  const above = facet.values.map(({ broader }) => (broader === undefined ? -1 : indexes.get(broader)!));
  const none = facet.values.length;
  const own = tags.get(id)!;
  const offsets = new Uint32Array(size + 1);
  let values = new Uint16Array(size * 2);
  let end = 0;
  const seen = new Set<number>();
  for (let position = 0; position < size; position += 1) {
    seen.clear();
    for (let i = own.offsets[position]!; i < own.offsets[position + 1]!; i += 1) {
      for (let value = own.values[i]!; value >= 0; value = above[value]!) seen.add(value);
    }
    if (seen.size === 0) seen.add(none);
    if (end + seen.size > values.length) {
      const larger = new Uint16Array(values.length * 2 + seen.size);
      larger.set(values);
      values = larger;
    }
    for (const value of seen) {
      values[end] = value;
      end += 1;
    }
    offsets[position + 1] = end;
  }
  return { id, valueCount: none + 1, offsets, values: values.slice(0, end) };
}
