import { type Day, type DaySpan, dateOf, dayOf, daysInMonth } from '../../lib/day';
import { axisPosition } from '../../model/folding';
import { type Axis, axisPositions, clamp, spanAt } from '../../model/window-moves';

/**
 * The free time on each side of the marks is the longest of three: this share of the time between the marks, this share
 * of the whole axis, and this number of days.
 */
const AIR_OF_MARKS = 0.12;
const AIR_OF_AXIS = 0.015;
const AIR_DAYS = 7;
/** The fitted window takes at most this share of the whole axis. More would gain the reader too little. */
const MOST_OF_AXIS = 0.6;
/** A fitted axis of at least this many days begins and ends with whole months. */
const MONTHS_FROM = 90;

/** Returns the days of all marks with some free time around. Null without marks, or if zooming gains too little. */
export function fittedWindow(marks: readonly DaySpan[], axis: Axis): DaySpan | null {
  const [first, last] = axisPositions(axis.bounds, axis);
  const within = marks.filter(mark => mark.latest >= axis.bounds.earliest && mark.earliest <= axis.bounds.latest);
  if (within.length === 0) return null;
  const start = Math.min(...within.map(mark => axisPosition(axis.folds, mark.earliest)));
  const end = Math.max(...within.map(mark => axisPosition(axis.folds, mark.latest + 1)));
  const air = Math.ceil(Math.max((end - start) * AIR_OF_MARKS, (last - first) * AIR_OF_AXIS, AIR_DAYS));
  const from = clamp(start - air, first, last);
  const airy = spanAt(from, clamp(end + air, first, last) - from, axis);
  const whole = end - start + 2 * air < MONTHS_FROM ? airy : wholeMonths(airy);
  const fitted = {
    earliest: Math.max(whole.earliest, axis.bounds.earliest),
    latest: Math.min(whole.latest, axis.bounds.latest),
  };
  const [fittedStart, fittedEnd] = axisPositions(fitted, axis);
  if (fittedEnd - fittedStart > (last - first) * MOST_OF_AXIS) return null;
  // An end within a fold is moved out of the fold, just as in zooming.
  return spanAt(fittedStart, fittedEnd - fittedStart, axis);
}

function wholeMonths({ earliest, latest }: DaySpan): DaySpan {
  const { year, month } = dateOf(earliest);
  return { earliest: dayOf(year, month, 1), latest: endOfMonth(latest) };
}

function endOfMonth(day: Day): Day {
  const { year, month } = dateOf(day);
  return dayOf(year, month, daysInMonth(year, month));
}
