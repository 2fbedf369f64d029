import type { Density } from '../../model/answer';

/** A layer of stacked bars: the activities of one colour, with certain dates or with uncertain ones (`isVague`). */
export interface StackedLayer {
  /** Undefined for activities without a colour. */
  colour: number | undefined;
  isVague: boolean;
  /** For each bin, the amount of this layer and of all layers below it. */
  tops: readonly number[];
}

/** Returns the layers that are not empty, from the lowest to the highest. The highest ends at the selection's total. */
export function stackedLayers(selection: Density, colours: readonly Density[]): StackedLayer[] {
  const left = (whole: readonly number[], of: 'total' | 'vague') =>
    whole.map((amount, bin) =>
      Math.max(
        0,
        colours.reduce((rest, density) => rest - (density[of][bin] ?? 0), amount),
      ),
    );
  const rest = { total: left(selection.total, 'total'), vague: left(selection.vague, 'vague') };
  const layers: StackedLayer[] = [];
  let tops: readonly number[] = selection.total.map(() => 0);
  const add = (colour: number | undefined, isVague: boolean, amountIn: (bin: number) => number) => {
    const amounts = tops.map((_, bin) => Math.max(0, amountIn(bin)));
    if (amounts.every(amount => amount < LEAST)) return;
    tops = tops.map((top, bin) => top + (amounts[bin] ?? 0));
    layers.push({ colour, isVague, tops });
  };
  [...colours, rest].forEach(({ total, vague }, i) => {
    const colour = i < colours.length ? i : undefined;
    add(colour, false, bin => (total[bin] ?? 0) - (vague[bin] ?? 0));
    add(colour, true, bin => vague[bin] ?? 0);
  });
  return layers;
}

/** Smaller amounts are rounding errors. */
const LEAST = 1e-6;
