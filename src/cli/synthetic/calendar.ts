import { type Day, dateOf, dayOf } from '../../lib/day';
import type { Random } from '../../lib/random';

/** The precision of the start of a date. `open` means that the start is unknown. */
export type Grain = 'open' | 'year' | 'month' | 'day';

/** The numbers of activities to generate with the earliest day `day`, by precision of their dates. */
export interface DayPlan {
  day: Day;
  counts: Readonly<Record<Grain, number>>;
}

const FIRST_YEAR = 2005;
const LAST_YEAR = 2024;

const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
export const LAST_DAY = dayOf(LAST_YEAR, 12, 31);

/** The half year that the sources do not cover. Both days are included. */
const GAP = { from: dayOf(2011, 7, 1), to: dayOf(2011, 12, 31) };

export const COVERED: readonly { from: Day; to: Day }[] = [
  { from: FIRST_DAY, to: GAP.from - 1 },
  { from: GAP.to + 1, to: LAST_DAY },
];

/** Relative numbers of activities by month (from January) and by weekday (from Sunday). */
const MONTH_SHARES = [0.8, 0.9, 1.1, 1.05, 1.15, 1.2, 0.7, 0.55, 1.1, 1.2, 1.25, 0.9];
const WEEKDAY_SHARES = [0.1, 0.95, 1.1, 1.15, 1.1, 0.9, 0.15];

const OPEN_SHARE = 0.001;
const YEAR_SHARE = 0.025;
const MONTH_SHARE = 0.08;

interface Slot {
  day: Day;
  grain: Grain;
  weight: number;
}

/**
 * Spreads `count` activities over the days, and yields the days that have activities. Later years have more activities.
 * Numbers differ by season and weekday, and single days are busy. A date that is only a year or month belongs to the
 * first day of this year or month.
 */
export function* planDays(random: Random, count: number): Generator<DayPlan> {
  const slots = createSlots(random);
  const total = slots.reduce((sum, slot) => sum + slot.weight, 0);
  let weight = 0;
  let planned = 0;
  let plan: { day: Day; counts: Record<Grain, number> } | undefined;
  for (const slot of slots) {
    weight += slot.weight;
    const end = Math.round((weight / total) * count);
    if (end === planned) continue;
    if (plan?.day !== slot.day) {
      if (plan) yield plan;
      plan = { day: slot.day, counts: { open: 0, year: 0, month: 0, day: 0 } };
    }
    plan.counts[slot.grain] += end - planned;
    planned = end;
  }
  if (plan) yield plan;
}

function createSlots(random: Random): Slot[] {
  const slots: Slot[] = [];
  let all = 0;
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    const weight = dayWeight(random, day);
    all += weight;
    slots.push({ day, grain: 'day', weight });
  }
  const coarse = (grain: Grain, share: number, isFirst: (day: Day) => boolean) => {
    const firsts: Slot[] = [];
    for (const slot of slots) {
      if (isFirst(slot.day)) firsts.push({ day: slot.day, grain, weight: 0 });
      const first = firsts.at(-1);
      if (first) first.weight += slot.weight * share;
    }
    return firsts;
  };
  const years = coarse('year', YEAR_SHARE, day => dateOf(day).month === 1 && dateOf(day).day === 1);
  const months = coarse('month', MONTH_SHARE, day => dateOf(day).day === 1);
  const open: Slot = { day: Number.NEGATIVE_INFINITY, grain: 'open', weight: all * OPEN_SHARE };
  return [open, ...years, ...months, ...slots].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function dayWeight(random: Random, day: Day): number {
  const [noise, burst] = [random.unit(), random.chance(0.01) ? 5 : 1];
  if (day >= GAP.from && day <= GAP.to) return 0;
  const growth = 1 + (4 * (day - FIRST_DAY)) / (LAST_DAY - FIRST_DAY);
  const season = MONTH_SHARES[dateOf(day).month - 1] ?? 1;
  const weekday = WEEKDAY_SHARES[(((day + 4) % 7) + 7) % 7] ?? 1;
  return growth * season * weekday * (0.4 + 1.2 * noise) * burst;
}
