import { type DaySpan, dayOf } from '../../src/lib/day';
import { createRandom } from '../../src/lib/random';

/** The chosen values of each facet, by index, and the window. */
export interface Question {
  choices: readonly (readonly number[])[];
  window: DaySpan | null;
}

/** The maximum number of values chosen in one facet. */
const MAX_CHOSEN = 3;

/** Half of the twenty years that generated datasets cover. */
const TEN_YEARS: DaySpan = { earliest: dayOf(2010, 1, 1), latest: dayOf(2019, 12, 31) };

/** Each question adds or removes one value, within a window of ten years. */
export function toggles(valueCounts: readonly number[], count: number, isWindowed: boolean): Question[] {
  const random = createRandom(1, 'toggles');
  let choices: readonly (readonly number[])[] = valueCounts.map(() => []);
  return Array.from({ length: count }, () => {
    const facet = random.below(valueCounts.length);
    const value = random.below(valueCounts[facet]!);
    choices = choices.map((chosen, i) => (i === facet ? toggled(chosen, value) : chosen));
    return { choices, window: isWindowed ? TEN_YEARS : null };
  });
}

function toggled(chosen: readonly number[], value: number): number[] {
  if (chosen.includes(value)) return chosen.filter(other => other !== value);
  return [...chosen.slice(chosen.length < MAX_CHOSEN ? 0 : 1), value];
}

/** The number of frames before the dragged window changes direction. */
const TURN = 60;

/** A window of one year that moves ten days a frame, back and forth, with one value chosen in each of two facets. */
export function drags(valueCounts: readonly number[], count: number): Question[] {
  const choices = valueCounts.map((_, facet) => (facet < 2 ? [0] : []));
  return Array.from({ length: count }, (_, i) => {
    const earliest = TEN_YEARS.earliest + 10 * (i % (2 * TURN) < TURN ? i % TURN : TURN - (i % TURN));
    return { choices, window: { earliest, latest: earliest + 364 } };
  });
}
