import { type DaySpan, dayOf } from '../../src/lib/day';
import { createRandom } from '../../src/lib/random';

/** What is asked: the chosen values of each facet, by their places, and the window. */
export interface Question {
  choices: readonly (readonly number[])[];
  window: DaySpan | null;
}

/** More than this are not chosen at once in a facet. */
const MAX_CHOSEN = 3;

/** Half of the twenty years that the generator's records cover. */
const TEN_YEARS: DaySpan = { earliest: dayOf(2010, 1, 1), latest: dayOf(2019, 12, 31) };

/** One value more or one less from question to question, under a window of ten years. */
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

/** How many frames the window of a drag goes one way. */
const TURN = 60;

/** A window of a year that goes to and fro by ten days a frame, with a value chosen in each of two facets. */
export function drags(valueCounts: readonly number[], count: number): Question[] {
  const choices = valueCounts.map((_, facet) => (facet < 2 ? [0] : []));
  return Array.from({ length: count }, (_, i) => {
    const earliest = TEN_YEARS.earliest + 10 * (i % (2 * TURN) < TURN ? i % TURN : TURN - (i % TURN));
    return { choices, window: { earliest, latest: earliest + 364 } };
  });
}
