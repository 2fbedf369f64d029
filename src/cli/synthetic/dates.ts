import {
  type Day,
  type DaySpan,
  dateOf,
  dayOf,
  daysInMonth,
  isoDay,
  isoYear,
  OPEN_END,
  OPEN_START,
} from '../../lib/day';
import type { Random } from '../../lib/random';
import { type Grain, LAST_DAY } from './calendar';
import { pick } from './vocabulary';

export interface SyntheticDate extends DaySpan {
  /** The date in EDTF (Extended Date/Time Format), such as `2017-05~`. */
  date: string;
}

export function drawDate(random: Random, grain: Grain, day: Day): SyntheticDate {
  switch (grain) {
    case 'open':
      return openDate(random);
    case 'year':
      return yearDate(random, day);
    case 'month':
      return monthDate(random, day);
    case 'day':
      return dayDate(random, day);
  }
}

function openDate(random: Random): SyntheticDate {
  const latest = LAST_DAY - random.below(4000);
  const end = isoDay(latest);
  return { date: pick(random, [`../${end}`, `/${end}`, `[..${end}]`]), earliest: OPEN_START, latest };
}

function dayDate(random: Random, earliest: Day): SyntheticDate {
  const start = isoDay(earliest);
  const kind = random.unit();
  const until = (days: number) => ({ date: `${start}/${isoDay(earliest + days)}`, earliest, latest: earliest + days });
  if (kind < 0.7) return { date: start, earliest, latest: earliest };
  if (kind < 0.85) return until(1 + random.below(4));
  if (kind < 0.9) return until(5 + random.below(25));
  if (kind < 0.925) return until(30 + random.below(330));
  if (kind < 0.935) return until(360 + random.below(1500));
  if (kind < 0.955) return { date: start + pick(random, ['?', '?', '~', '~', '%']), earliest, latest: earliest };
  if (kind < 0.98) {
    const latest = earliest + 14 + random.below(700);
    return { date: `[${start}..${isoDay(latest)}]`, earliest, latest };
  }
  if (kind < 0.99) {
    const { date, latest } = until(3 + random.below(60));
    return { date: `${date}~`, earliest, latest };
  }
  if (kind < 0.995) return { date: `${start}/..`, earliest, latest: OPEN_END };
  const { text, latest } = monthAfter(earliest, 1 + random.below(8));
  return { date: `${start}/${text}`, earliest, latest };
}

function monthDate(random: Random, earliest: Day): SyntheticDate {
  const { text, latest } = monthAfter(earliest, 0);
  const later = monthAfter(earliest, 1 + random.below(9));
  const kind = random.unit();
  if (kind < 0.6) return { date: text, earliest, latest };
  if (kind < 0.8) return { date: text + pick(random, ['~', '~', '?']), earliest, latest };
  if (kind < 0.92) return { date: `${text}/${later.text}`, earliest, latest: later.latest };
  if (kind < 0.95) return { date: `[${text}..${later.text}]`, earliest, latest: later.latest };
  if (kind < 0.96) return { date: `${text}/..`, earliest, latest: OPEN_END };
  const { year, month } = dateOf(earliest);
  if (kind < 0.98 || month % 3 > 0) return { date: `${text}-XX`, earliest, latest };
  return { date: `${isoYear(year)}-${20 + month / 3}`, earliest, latest: monthAfter(earliest, 2).latest };
}

function yearDate(random: Random, earliest: Day): SyntheticDate {
  const { year } = dateOf(earliest);
  const text = isoYear(year);
  const until = (last: number) => ({ earliest, latest: dayOf(last, 12, 31) });
  const kind = random.unit();
  if (kind < 0.55) return { date: text, ...until(year) };
  if (kind < 0.85) return { date: text + pick(random, ['~', '~', '?']), ...until(year) };
  if (kind > 0.97 && year % 10 === 0) return { date: `${text.slice(0, 3)}X`, ...until(year + 9) };
  const last = year + 1 + random.below(3);
  return { date: `${text}/${isoYear(last)}`, ...until(last) };
}

function monthAfter(day: Day, months: number): { text: string; latest: Day } {
  const { year, month } = dateOf(dayOf(dateOf(day).year, dateOf(day).month + months, 1));
  const last = daysInMonth(year, month);
  const text = isoDay(dayOf(year, month, last)).slice(0, -3);
  return { text, latest: dayOf(year, month, last) };
}
