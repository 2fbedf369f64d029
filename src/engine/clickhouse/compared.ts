import type { Filters } from '../../model/selection';
import type { ComparedReply, DifferencesReply, DifferencesWant, SidesReply, SidesWant } from '../../model/wants';
import type { Batch } from './batch';
import { countOf, countValues, sharedCounts } from './branches';
import { conditionOf } from './conditions';
import { countsOf } from './counts';
import type { Dataset } from './dataset';
import { ALL, every, not } from './logic';
import { list, rowsAt } from './rows';

/** Counts the activities that the second side of a comparison selects, and the activities that both sides select. */
export async function comparedOf(
  batch: Batch,
  dataset: Dataset,
  selection: Filters,
  compare: Filters,
): Promise<ComparedReply> {
  const shared = every([conditionOf(dataset, selection), conditionOf(dataset, compare)]);
  const [{ textLoss: _, ...counts }, both] = await Promise.all([
    countsOf(batch, dataset, compare),
    countOf(batch, dataset, shared),
  ]);
  return { ...counts, both };
}

type Sides = readonly [Filters, Filters];

export async function differencesOf(
  batch: Batch,
  dataset: Dataset,
  sides: Sides,
  { bars }: DifferencesWant,
): Promise<DifferencesReply> {
  const [a, b] = [conditionOf(dataset, sides[0]), conditionOf(dataset, sides[1])];
  const shared = every([a, b]);
  const facets = [...dataset.facets].map(async ([id, facet]) => {
    const [ofA, ofB, both] = await Promise.all(
      [a, b, shared].map(condition => countValues(batch, dataset, facet, condition)),
    );
    const none = { facet: id, counts: [], none: 0 };
    return { facet: id, a: ofA ?? none, b: ofB ?? none, both: both ?? none };
  });
  const [barsA, barsB, counted] = await Promise.all([
    sharedCounts(batch, dataset, a, bars.a),
    sharedCounts(batch, dataset, b, bars.b),
    Promise.all(facets),
  ]);
  return { facets: counted, bars: { a: barsA, b: barsB } };
}

/** Returns the first activities of each side: all, those of both sides, or those of this side only. */
export async function sidesOf(
  batch: Batch,
  dataset: Dataset,
  sides: Sides,
  { part, order, limit }: SidesWant,
): Promise<SidesReply> {
  const side = async (own: Filters, other: Filters) => {
    const others = conditionOf(dataset, other);
    const rest = part === 'all' ? ALL : part === 'both' ? others : not(others);
    const condition = every([conditionOf(dataset, own), rest]);
    const [total, listed] = await Promise.all([
      countOf(batch, dataset, condition),
      list(batch, dataset, condition, { order, limit }),
    ]);
    return {
      total,
      rows: await rowsAt(
        batch,
        listed.map(({ b }) => b),
      ),
    };
  };
  const [a, b] = await Promise.all([side(sides[0], sides[1]), side(sides[1], sides[0])]);
  return { a, b, isPartial: false, textLoss: null };
}
