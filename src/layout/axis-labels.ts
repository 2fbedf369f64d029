import { type DayFields, formatDay } from '../i18n/calendar-format';
import { type LongUnit, longestText, type PlacedTick, TICK_UNITS, ticksOf, withRoom } from '../lib/axis-ticks';
import type { Day, DaySpan } from '../lib/day';
import type { Folds } from '../model/folding';

export interface DrawnAxis {
  /** The first and last instant, in days with fractions. */
  start: number;
  end: number;
  width: number;
  xOf: (day: Day) => number;
  /** The mean width of a letter in the lower and the upper row, in pixels. */
  letter: { minor: number; major: number };
}

/** The ticks of the lower and the upper row. A tick with an empty label has only a line. */
export interface AxisLabels {
  minor: readonly PlacedTick[];
  major: readonly PlacedTick[];
}

/** How the ticks of a unit are labelled. `above` says the same for the upper row; null if the upper row is empty. */
interface Naming {
  unit: LongUnit;
  fields: DayFields;
  above: { unit: LongUnit['unit']; step: 1; fields: DayFields } | null;
}

const ABOVE_DAYS = { unit: 'month', step: 1, fields: { month: 'long', year: 'numeric' } } as const;
const ABOVE_MONTHS = { unit: 'year', step: 1, fields: { year: 'numeric' } } as const;

/** All ways to label ticks, from the finest unit to the coarsest. For days, labels with weekdays come first. */
const NAMINGS: readonly Naming[] = TICK_UNITS.flatMap(namingsOf);

function namingsOf(unit: LongUnit): Naming[] {
  const naming = (fields: DayFields, above: Naming['above']): Naming => ({ unit, fields, above });
  switch (unit.unit) {
    case 'day':
      return [naming({ weekday: 'short', day: 'numeric' }, ABOVE_DAYS), naming({ day: 'numeric' }, ABOVE_DAYS)];
    case 'week':
      return [naming({ day: 'numeric' }, ABOVE_DAYS)];
    case 'month':
      return [naming({ month: 'short' }, ABOVE_MONTHS)];
    case 'year':
      return [naming({ year: 'numeric' }, null)];
  }
}

interface FoldedAxis extends DrawnAxis {
  folds: Folds;
}

const PAD = 4;
const APART = 6;

/**
 * Returns the labels of both rows. The lower row has the finest unit whose labels have room, from days to millions of
 * years.
 */
export function axisLabels(language: string, axis: FoldedAxis): AxisLabels {
  const { start, end, width, letter } = axis;
  const hidden = axis.folds.reduce((days, fold) => days + overlap(fold, start, end), 0);
  const pixelsPerDay = width / Math.max(1, end - start - hidden);
  const hasRoom = (naming: Naming) => {
    const pixels = naming.unit.days * pixelsPerDay;
    if (pixels < 2 * letter.minor) return false;
    return pixels >= lettersOf(language, naming, { earliest: start, latest: end }) * letter.minor + PAD + APART;
  };
  const naming = NAMINGS.find(hasRoom) ?? NAMINGS.at(-1);
  if (!naming) return { minor: [], major: [] };
  const minor = placed(axis, ticksOf(naming.unit, start, end), day => formatDay(language, naming.fields, day));
  return {
    minor: withRoom(minor, { width, apart: APART, widthOf: label => label.length * letter.minor + PAD }),
    major: naming.above ? namesAbove(language, axis, naming.above) : [],
  };
}

const lettersWithoutYear = new Map<string, number>();

/** Returns the length of the longest label in letters. It is cached for labels that are the same every year. */
function lettersOf(language: string, { unit, fields }: Naming, seen: DaySpan): number {
  const measure = () => longestText(unit, seen, day => formatDay(language, fields, day));
  if (fields.year !== undefined) return measure();
  const key = `${language} ${Object.keys(fields).join()}`;
  const letters = lettersWithoutYear.get(key) ?? measure();
  lettersWithoutYear.set(key, letters);
  return letters;
}

/**
 * Returns the labels of the upper row, which are months or years. The month or year in which the axis begins is
 * labelled at the start of the axis. A month or year that continues after a fold is labelled again at the end of the
 * fold.
 */
function namesAbove(language: string, axis: FoldedAxis, { fields, ...unit }: NonNullable<Naming['above']>) {
  const { start, end, width, folds, letter } = axis;
  const [first = start, ...later] = ticksOf(unit, start, end);
  const textOf = (day: Day) => formatDay(language, fields, day);
  const ticks = placed(
    axis,
    [...later, ...folds.map(({ latest }) => latest + 1)].sort((a, b) => a - b),
    textOf,
  );
  const seen = ticks.filter(({ x }) => x >= 0 && x <= width);
  const widthOf = (label: string) => label.length * letter.major + PAD;
  const atStart = { day: first, x: Math.max(0, axis.xOf(first)), label: textOf(first) };
  const next = seen[0];
  if (next && widthOf(atStart.label) + APART > next.x) return withRoom(seen, { width, apart: APART, widthOf });
  return withRoom([atStart, ...seen], { width, apart: APART, widthOf });
}

function placed({ folds, xOf }: FoldedAxis, days: readonly Day[], textOf: (day: Day) => string): PlacedTick[] {
  return days
    .filter(day => !folds.some(fold => day >= fold.earliest && day <= fold.latest))
    .map(day => ({ day, x: xOf(day), label: textOf(day) }));
}

function overlap({ earliest, latest }: DaySpan, start: number, end: number): number {
  return Math.max(0, Math.min(end, latest + 1) - Math.max(start, earliest));
}
