import { isExact, parseEdtf } from '../lib/edtf';
import { wordsOf } from '../lib/fold';
import { own } from '../lib/own';
import type { BinScale } from '../model/answer';
import { type Activity, type Dataset, type Facet, NONE, type Text } from '../model/dataset';
import { textIn } from '../model/text';
import { addBit, type Bitset, emptyBitset, fullBitset, subtract } from './bitset';
import { extentOf, scaleOf } from './density';

/** The dataset as the engine searches it: one position an activity, in date order. */
export interface Index {
  dataset: Dataset;
  size: number;
  earliest: Int32Array;
  latest: Int32Array;
  inexact: Bitset;
  /** Facet id → value id, or `_none`, → the activities that have it; a value holds those of the values below it. */
  facets: ReadonlyMap<string, ReadonlyMap<string, Bitset>>;
  scale: BinScale;
  /** Position in title order of the position in date order. */
  titleOrder: () => Uint32Array;
  /** The folded words of each searched field of an activity. */
  words: (position: number) => readonly (readonly string[])[];
  /** Id or former id → position. */
  positions: ReadonlyMap<string, number>;
}

export function buildIndex(dataset: Dataset): Index {
  const { activities } = dataset;
  const size = activities.length;
  const earliest = Int32Array.from(activities, activity => activity.earliest);
  const latest = Int32Array.from(activities, activity => activity.latest);
  const inexact = emptyBitset(size);
  const positions = new Map<string, number>();
  activities.forEach((activity, position) => {
    for (const former of activity.formerIds ?? []) positions.set(former, position);
    const date = parseEdtf(activity.date);
    if (date.kind === 'problem' || !isExact(date)) addBit(inexact, position);
  });
  activities.forEach((activity, position) => {
    positions.set(activity.id, position);
  });
  const labels = new Map(dataset.facets.map(facet => [facet.id, labelWords(facet)]));
  return {
    dataset,
    size,
    earliest,
    latest,
    inexact,
    facets: new Map(dataset.facets.map(facet => [facet.id, facetBits(facet, activities)])),
    scale: scaleOf(extentOf(earliest, latest), dataset.coverage),
    titleOrder: once(() => orderByTitle(dataset)),
    words: memo(size, position => searchedWords(activities[position], labels)),
    positions,
  };
}

function facetBits(facet: Facet, activities: readonly Activity[]): Map<string, Bitset> {
  const size = activities.length;
  const bits = new Map(facet.values.map(value => [value.id, emptyBitset(size)]));
  const none = fullBitset(size);
  const broader = new Map(facet.values.map(value => [value.id, value.broader]));
  const above = new Map(facet.values.map(value => [value.id, withAncestors(broader, value.id)]));
  activities.forEach((activity, position) => {
    for (const tag of own(activity.tags, facet.id) ?? []) {
      for (const id of above.get(tag) ?? []) {
        const set = bits.get(id);
        if (set) addBit(set, position);
      }
    }
  });
  for (const set of bits.values()) subtract(none, set);
  return bits.set(NONE, none);
}

function withAncestors(broader: ReadonlyMap<string, string | undefined>, id: string): Set<string> {
  const path = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !path.has(at); at = broader.get(at)) path.add(at);
  return path;
}

/** Every language of a text is searched, so that a link finds the same in every language. */
function languagesOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

function labelWords(facet: Facet): Map<string, string[][]> {
  return new Map(
    facet.values.map(value => [
      value.id,
      [value.label, ...(value.aliases ?? [])].flatMap(languagesOf).map(label => wordsOf(label)),
    ]),
  );
}

function searchedWords(activity: Activity | undefined, labels: ReadonlyMap<string, Map<string, string[][]>>) {
  if (!activity) return [];
  const ownFields = [activity.title, activity.summary, activity.place?.name]
    .flatMap(languagesOf)
    .map(text => wordsOf(text));
  const tagged = Object.entries(activity.tags).flatMap(([facet, values]) =>
    values.flatMap(value => labels.get(facet)?.get(value) ?? []),
  );
  return [...ownFields, ...tagged];
}

function orderByTitle({ activities, language }: Dataset): Uint32Array {
  const collator = new Intl.Collator(language, { numeric: true });
  const titles = activities.map(activity => textIn(activity.title, [language]).text);
  return Uint32Array.from(activities.keys()).sort(
    (a, b) => collator.compare(titles[a] ?? '', titles[b] ?? '') || a - b,
  );
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function memo<T>(size: number, make: (position: number) => T): (position: number) => T {
  const made = new Array<T | undefined>(size);
  return position => {
    const value = made[position] ?? make(position);
    made[position] = value;
    return value;
  };
}
