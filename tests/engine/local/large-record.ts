import type { DatasetDocument } from '../../fixtures/dataset-document';
import type { Query } from '../../fixtures/query';

/*
 * A hundred thousand activities whose fields follow from their number, so that an oracle can compute them: one of ten
 * thousand days, one of fifty regions in a tree or none, up to two of twelve themes (both skewed as in real data), and
 * whether the text is about border or police.
 */
export const SIZE = 100_000;
export const REGIONS = 50;
const THEMES = 12;

const dayOf = (i: number) => (i * 7919) % 10_000;
const wordOf = (i: number) => (i % 2 === 0 ? 'border' : 'police');

/** The first value half of the time, the second a quarter of the time, and so on; the remainder is spread over all. */
function skewed(seed: number, count: number): number {
  const hash = Math.imul(seed ^ 0x5bd1e995, 0x27d4eb2d) >>> 3;
  const place = Math.clz32(hash << 3);
  return place < 6 ? place : (hash >>> 5) % count;
}

const regionOf = (i: number): number | null => (i % 9 === 4 ? null : skewed(i, REGIONS));

function themesOf(i: number): number[] {
  const themes = [skewed(i * 3 + 1, THEMES), skewed(i * 5 + 2, THEMES)];
  return i % 5 === 0 ? [] : [...new Set(themes)];
}

/** A region and its ancestors. */
export function aboveOf(region: number): number[] {
  return region === 0 ? [0] : [region, ...aboveOf(Math.floor((region - 1) / 7))];
}

export function largeDocument(): DatasetDocument {
  const regions = [...Array(REGIONS).keys()].map(i => ({
    id: `r${i}`,
    label: `Region ${i}`,
    ...(i > 0 && { broader: `r${Math.floor((i - 1) / 7)}` }),
  }));
  const themes = [...Array(THEMES).keys()].map(i => ({ id: `t${i}`, label: `Theme ${i}` }));
  const activities = [...Array(SIZE).keys()].map(i => {
    const region = regionOf(i);
    return {
      id: `a${i}`,
      date: new Date(dayOf(i) * 86_400_000).toISOString().slice(0, 10),
      title: `${wordOf(i)} meeting ${i}`,
      tags: { region: region === null ? [] : [`r${region}`], theme: themesOf(i).map(theme => `t${theme}`) },
    };
  });
  return {
    format: 'chronofacet-dataset/1',
    id: 'large',
    title: 'Large',
    facets: [
      { id: 'region', label: 'Region', values: regions },
      { id: 'theme', label: 'Theme', values: themes },
    ],
    activities,
  };
}

/** The ids of all values for which an activity counts in a facet. */
function valuesOf(i: number, facet: string): string[] {
  const region = regionOf(i);
  const values =
    facet === 'theme'
      ? themesOf(i).map(theme => `t${theme}`)
      : region === null
        ? []
        : aboveOf(region).map(above => `r${above}`);
  return values.length === 0 ? ['_none'] : values;
}

function passesFacet(i: number, facet: string, { facets }: Query): boolean {
  const { include, exclude, mode } = facets[facet] ?? { include: [], exclude: [], mode: 'any' };
  const values = valuesOf(i, facet);
  if (exclude.some(value => values.includes(value))) return false;
  if (include.length === 0) return true;
  return mode === 'all'
    ? include.every(value => values.includes(value))
    : include.some(value => values.includes(value));
}

/** Parses a text of one word, which may be negated. */
function passesText(i: number, { text }: Query): boolean {
  const isNot = text.startsWith('-');
  return wordOf(i).startsWith(isNot ? text.slice(1) : text) !== isNot || text === '';
}

function isInWindow(i: number, { from, to }: Query): boolean {
  return (from === null || dayOf(i) >= from) && (to === null || dayOf(i) <= to);
}

const IDS: Readonly<Record<string, readonly string[]>> = {
  region: [...depthFirst(0)].map(i => `r${i}`),
  theme: [...Array(THEMES).keys()].map(i => `t${i}`),
};

/** The values of a facet in tree order: parents before children. */
function* depthFirst(region: number): Generator<number> {
  if (region >= REGIONS) return;
  yield region;
  for (let i = 1; i <= 7; i += 1) yield* depthFirst(region * 7 + i);
}

export function largeOracle() {
  const inOrder = [...Array(SIZE).keys()].sort((a, b) => dayOf(a) - dayOf(b) || (`a${a}` < `a${b}` ? -1 : 1));
  const select = (query: Query, left?: string) =>
    inOrder.filter(
      i =>
        isInWindow(i, query) &&
        passesText(i, query) &&
        ['region', 'theme'].every(facet => facet === left || passesFacet(i, facet, query)),
    );
  const countIn = (selection: readonly number[], facet: string) => {
    const counts = new Map<string, number>();
    for (const i of selection) for (const id of valuesOf(i, facet)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return { facet, counts: (IDS[facet] ?? []).map(id => counts.get(id) ?? 0), none: counts.get('_none') ?? 0 };
  };
  return {
    /** The numbers of the selected activities, by day and then by id. */
    selection: (query: Query) => select(query),
    countIn,
    counts(query: Query, facet: string) {
      const { mode = 'any', include = [] } = query.facets[facet] ?? {};
      const kept = mode === 'all' ? include : [];
      return countIn(
        select(query, facet).filter(i => kept.every(value => valuesOf(i, facet).includes(value))),
        facet,
      );
    },
  };
}
