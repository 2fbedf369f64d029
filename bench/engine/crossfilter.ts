import crossfilter from 'crossfilter2';
import { type Contestant, WANTED } from './contestant';
import type { PeerFacts } from './facts';
import type { Question } from './questions';

/**
 * crossfilter2 over the positions of the activities: a list dimension per facet, and a date dimension for the window. A group
 * ignores the filter of its own dimension, like the engine's counts. The histogram is a reduction that ignores the window.
 */
export function buildCrossfilter({ columns, edges, bin, shares, facets }: PeerFacts): Contestant {
  const { earliest, latest, size } = columns;
  const places = crossfilter(Array.from({ length: size }, (_, place) => place));
  const dimensions = facets.map(({ offsets, values }) =>
    places.dimension(place => Array.from(values.subarray(offsets[place], offsets[place + 1])), true),
  );
  const groups = dimensions.map(dimension => dimension.group());
  const time = places.dimension(place => place);
  const everything = places.groupAll();
  const spread = (bins: Float64Array, place: number, sign: 1 | -1) => {
    const parts = shares.get(place);
    if (parts) for (const { bin: at, share } of parts) bins[at]! += sign * share;
    else bins[bin[place]!]! += sign;
    return bins;
  };
  const histogram = time.groupAll().reduce<Float64Array>(
    (bins, place) => spread(bins, place, 1),
    (bins, place) => spread(bins, place, -1),
    () => new Float64Array(edges.length - 1),
  );
  const asked = { choices: facets.map(() => ''), window: '' };

  /** Updates only the filters that changed. */
  function filter({ choices, window }: Question): void {
    dimensions.forEach((dimension, facet) => {
      const chosen = choices[facet] ?? [];
      if (asked.choices[facet] === `${chosen}`) return;
      asked.choices[facet] = `${chosen}`;
      if (chosen.length === 0) dimension.filterAll();
      else if (chosen.length === 1) dimension.filterExact(chosen[0]!);
      else dimension.filterFunction(value => chosen.includes(value));
    });
    const key = window ? `${window.earliest} ${window.latest}` : '';
    if (asked.window === key) return;
    asked.window = key;
    if (window) time.filterFunction(place => earliest[place]! <= window.latest && latest[place]! >= window.earliest);
    else time.filterAll();
  }

  return {
    answer(question) {
      filter(question);
      return {
        total: everything.value(),
        counts: groups.map((group, facet) => {
          const counts = new Array<number>(facets[facet]!.valueCount).fill(0);
          for (const { key, value } of group.all()) counts[key] = value;
          return counts;
        }),
        bins: Array.from(histogram.value()),
        ids: time.bottom(WANTED),
      };
    },
  };
}
