import { type Day, type DaySpan, dateOf, dayOf } from './day';

export interface TickUnit {
  unit: 'day' | 'week' | 'month' | 'year';
  step: number;
}

/**
 * Divides time into periods of `step` years, and returns the first year of the period with this index. As in ISO 8601,
 * year 0 is 1 BC. Periods of several years begin at round years of either era: …, 200 BC, 100 BC, 1, 100, 200, ….
 */
export function roundYear(index: number, step: number): number {
  if (step === 1) return index;
  return index > 0 ? index * step : index === 0 ? 1 : index * step + 1;
}

/** Returns the index of the last period of `step` years that begins in or before `year`. */
export function roundYearIndex(year: number, step: number): number {
  return step === 1 ? year : Math.floor((year < 1 ? year - 1 : year) / step);
}

/** A unit with its length in days. The length of months and years varies, so `days` is the shortest one. */
export type LongUnit = TickUnit & { days: number };

/** In ascending order of length. */
export const TICK_UNITS: readonly LongUnit[] = [
  { unit: 'day', step: 1, days: 1 },
  { unit: 'week', step: 1, days: 7 },
  ...[1, 3, 6].map(step => ({ unit: 'month' as const, step, days: 28 * step })),
  ...[1, 10, 100, 1000, 10_000, 100_000, 1_000_000].flatMap(power =>
    [1, 2, 5].map(step => ({ unit: 'year' as const, step: step * power, days: 365 * step * power })),
  ),
];

/** Returns the first day of each unit, from the unit of `first` to the last unit that begins by `last`. */
export function ticksOf({ unit, step }: TickUnit, first: Day, last: Day): Day[] {
  const tickAt = ticksFrom(first, { unit, step });
  const ticks: Day[] = [];
  for (let i = 0; ; i += 1) {
    const tick = tickAt(i);
    if (tick > last) return ticks;
    ticks.push(tick);
  }
}

/** Returns a function from an index to the first day of a unit. Index 0 is the unit that contains `first`. */
export function ticksFrom(first: Day, { unit, step }: TickUnit): (i: number) => Day {
  const { year, month } = dateOf(first);
  switch (unit) {
    case 'day':
      return i => Math.floor(first) + i * step;
    case 'week': {
      const monday = mondayOf(Math.floor(first));
      return i => monday + i * step * 7;
    }
    case 'month': {
      const start = Math.floor((month - 1) / step) * step;
      return i => dayOf(year, 1 + start + i * step, 1);
    }
    case 'year': {
      const start = roundYearIndex(year, step);
      return i => dayOf(roundYear(start + i, step), 1, 1);
    }
  }
}

/** Day 0 was a Thursday. */
function mondayOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The last days before the years 1 and 1000, where the labels of years may gain or lose their era. */
const ERA_TURNS: readonly Day[] = [dayOf(0, 12, 31), dayOf(999, 12, 31)];

/** Returns the length, in UTF-16 units, of the longest label that the unit's ticks have within the span. */
export function longestText(unit: LongUnit, { earliest, latest }: DaySpan, textOf: (day: Day) => string): number {
  const turns = ERA_TURNS.filter(day => day > earliest && day < latest);
  const days = [earliest, ...turns, latest].flatMap(day => {
    if (unit.unit === 'year') return ticksOf(unit, day, day);
    const { year } = dateOf(day);
    return Array.from({ length: 12 }, (_, month) => dayOf(year, month + 1, 28));
  });
  return Math.max(0, ...days.map(day => textOf(day).length));
}

/** `x` is the distance from the start of the axis in pixels. */
export interface PlacedTick {
  day: Day;
  x: number;
  label: string;
}

/** Removes labels that have no room: within `width` pixels, and `apart` pixels after the previous label. */
export function withRoom<T extends PlacedTick>(
  ticks: readonly T[],
  { width, apart, widthOf }: { width: number; apart: number; widthOf: (label: string) => number },
): T[] {
  let end = 0;
  return ticks.map(tick => {
    if (tick.label === '') return tick;
    const right = tick.x + widthOf(tick.label);
    if (tick.x < end || right > width) return { ...tick, label: '' };
    end = right + apart;
    return tick;
  });
}
