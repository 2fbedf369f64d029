import type { Density } from '../../model/answer';
import { MOST_COLOURS } from '../../model/colour';
import type { ColourWant } from '../../model/wants';
import type { Index } from './build-index';
import { densityOf } from './density';
import type { SetId } from './kernel-store';

export function colourCounts(index: Index, want: ColourWant): number[] {
  const { kernel, scratch } = index;
  return setsOf(index, want).map(set => (set === null ? 0 : kernel.countCommon(scratch.selection, set)));
}

/**
 * Returns the density over time of each colour, in the order of the coloured values. An activity with two colours
 * counts half for each. So the density of a colour is the mean of two densities: that of all activities with the
 * colour, and that of the activities with only this colour. Overwrites the scratch sets `work` and `base`.
 */
export function colourDensity(index: Index, want: ColourWant): Density[] {
  const sets = setsOf(index, want);
  return sets.map((own, colour) => {
    markColour(index, own, sets.slice(0, colour));
    const whole = densityOf(index, index.scratch.work);
    const others = sets.filter((_, i) => i !== colour);
    for (const other of others) if (other !== null) index.kernel.subtract(index.scratch.work, other);
    return mean(whole, densityOf(index, index.scratch.work));
  });
}

/** Returns the sets of the coloured values. Null for a value that the facet lacks. */
function setsOf(index: Index, { facet, values }: ColourWant): (SetId | null)[] {
  const byValue = index.facets.get(facet)?.byValue;
  return values.slice(0, MOST_COLOURS).map(value => byValue?.get(value) ?? null);
}

/**
 * Sets `work` to the activities that are drawn in one colour. `own` is the set of the colour's value. An activity is
 * drawn in the colours of its first two coloured values. `first` and `second` are the sets of the values before, if
 * any. So activities in both of these sets are left out.
 */
function markColour({ kernel, scratch }: Index, own: SetId | null, [first, second]: readonly (SetId | null)[]): void {
  const { anyTime, work, base } = scratch;
  kernel.copy(work, anyTime);
  if (own === null) kernel.clear(work);
  else kernel.intersect(work, own);
  if (typeof first !== 'number' || typeof second !== 'number') return;
  kernel.copy(base, work);
  kernel.intersect(base, first);
  kernel.intersect(base, second);
  kernel.subtract(work, base);
}

function mean(one: Density, other: Density): Density {
  const half = (a: readonly number[], b: readonly number[]) => a.map((amount, i) => (amount + (b[i] ?? 0)) / 2);
  return { total: half(one.total, other.total), vague: half(one.vague, other.vague) };
}
