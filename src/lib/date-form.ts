import { type DaySpan, OPEN_END, OPEN_START } from './day';
import { type EdtfPoint, parseEdtf } from './edtf';

/**
 * How a date is known, beside its first and last possible day. `day`: one day, drawn as a dot. `days`: all days from one to
 * another, a bar. `period`: a month, a year or the like, a bar with soft ends. `between`: some time within a span, a hollow
 * circle on a faint span. Open sides, which have no known day, fade out.
 */
export interface DateForm {
  kind: 'day' | 'days' | 'period' | 'between';
  isDoubtful: boolean;
  openStart: boolean;
  openEnd: boolean;
}

/** The form of an EDTF date of these days. A text that is not a date has the form of its days. */
export function dateForm(date: string, { earliest, latest }: DaySpan): DateForm {
  const parsed = parseEdtf(date);
  const points = parsed.kind === 'problem' ? [] : pointsOf(parsed);
  return {
    kind: kindOf(parsed.kind, points, earliest === latest),
    isDoubtful: points.some(point => point.uncertain || point.approximate),
    openStart: earliest === OPEN_START,
    openEnd: latest === OPEN_END,
  };
}

/** The days on which a date is drawn: open sides reach to the bounds. */
export function drawnDays({ earliest, latest }: DaySpan, bounds: DaySpan): DaySpan {
  return {
    earliest: earliest === OPEN_START ? Math.min(bounds.earliest, latest) : earliest,
    latest: latest === OPEN_END ? Math.max(bounds.latest, earliest) : latest,
  };
}

function pointsOf(date: Exclude<ReturnType<typeof parseEdtf>, { kind: 'problem' }>): EdtfPoint[] {
  const ends = date.kind === 'point' ? [date.point] : [date.start, date.end];
  return ends.filter(end => typeof end === 'object');
}

function kindOf(parsed: string, points: readonly EdtfPoint[], isOneDay: boolean): DateForm['kind'] {
  if (parsed === 'oneOf' || points.some(point => point.precision === 'unspecified')) return 'between';
  if (points.some(point => point.precision !== 'day')) return 'period';
  return isOneDay ? 'day' : 'days';
}
