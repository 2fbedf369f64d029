import { type DaySpan, OPEN_END, OPEN_START } from './day';
import { type EdtfPoint, parseEdtf } from './edtf';

/**
 * How a date is drawn. `day`: a dot. `days`: a bar with square ends. `period`: a bar with soft ends, for a month or year
 * whose day is unknown. `between`: a faint span with a hollow circle, for one unknown day of the span. Open sides fade out
 * and have an arrow.
 */
export interface DateShape extends DaySpan {
  form: 'day' | 'days' | 'period' | 'between';
  isDoubtful: boolean;
  openStart: boolean;
  openEnd: boolean;
}

/** Returns the shape of an EDTF date, with open sides extended to `bounds`. An invalid date becomes a bar over its span. */
export function dateShape(date: string, { earliest, latest }: DaySpan, bounds: DaySpan): DateShape {
  const parsed = parseEdtf(date);
  const points = parsed.kind === 'problem' ? [] : pointsOf(parsed);
  return {
    earliest: earliest === OPEN_START ? Math.min(bounds.earliest, latest) : earliest,
    latest: latest === OPEN_END ? Math.max(bounds.latest, earliest) : latest,
    form: formOf(parsed.kind, points, earliest === latest),
    isDoubtful: points.some(point => point.uncertain || point.approximate),
    openStart: earliest === OPEN_START,
    openEnd: latest === OPEN_END,
  };
}

function pointsOf(date: Exclude<ReturnType<typeof parseEdtf>, { kind: 'problem' }>): EdtfPoint[] {
  const ends = date.kind === 'point' ? [date.point] : [date.start, date.end];
  return ends.filter(end => typeof end === 'object');
}

function formOf(kind: string, points: readonly EdtfPoint[], isOneDay: boolean): DateShape['form'] {
  if (kind === 'oneOf' || points.some(point => point.precision === 'unspecified')) return 'between';
  if (points.some(point => point.precision !== 'day')) return 'period';
  return isOneDay ? 'day' : 'days';
}
