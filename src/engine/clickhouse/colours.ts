import type { Density } from '../../model/answer';
import { MOST_COLOURS } from '../../model/colour';
import type { ColourWant } from '../../model/wants';
import type { Batch } from './batch';
import { countValues, densitiesOf } from './branches';
import { hasAny } from './conditions';
import type { Dataset } from './dataset';
import { ZERO } from './grouped';

export async function colourCountsOf(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { facet: id, values }: ColourWant,
): Promise<number[]> {
  const facet = dataset.facets.get(id);
  const coloured = values.slice(0, MOST_COLOURS);
  if (!facet) return coloured.map(() => 0);
  const { counts, none } = await countValues(batch, dataset, facet, condition);
  const all = [...counts, none];
  return coloured.map(value => all[facet.numberOf(value) ?? -1] ?? 0);
}

/**
 * Returns the distribution over time of the activities of each colour. The SQL groups activities by their set of
 * colours, as a number with one bit for each colour. An activity with several colours counts half for each of its first
 * two colours.
 */
export async function colourDensitiesOf(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { facet: id, values }: ColourWant,
): Promise<Density[]> {
  const facet = dataset.facets.get(id);
  const coloured = values.slice(0, MOST_COLOURS);
  const bits = coloured.map((value, colour) => {
    const number = facet?.numberOf(value);
    return facet && number !== undefined ? `toInt64(${hasAny(facet, [number])}) * ${2 ** colour}` : ZERO;
  });
  const group = [ZERO, ...bits].join(' + ');
  const densities = await densitiesOf(batch, dataset, condition, { group, groups: 2 ** coloured.length });
  return coloured.map((_, colour) => {
    const sum: { total: number[]; vague: number[] } = {
      total: (densities[0]?.total ?? []).map(() => 0),
      vague: (densities[0]?.vague ?? []).map(() => 0),
    };
    densities.forEach((density, group) => {
      const has = coloured.flatMap((_, i) => ((group >> i) & 1 ? [i] : [])).slice(0, 2);
      if (!has.includes(colour)) return;
      for (const part of ['total', 'vague'] as const) {
        density[part].forEach((amount, bin) => {
          sum[part][bin] = (sum[part][bin] ?? 0) + amount / has.length;
        });
      }
    });
    return sum;
  });
}
