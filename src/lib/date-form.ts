import { type DaySpan, OPEN_END, OPEN_START } from './day';
import { type EdtfPoint, parseEdtf } from './edtf';
import { isUndated } from './undated';

/**
 * How a date is drawn. `day`: one day, drawn as a dot. `days`: all days from one day to another, drawn as a bar.
 * `period`: a month, a year or another period, drawn as a bar with soft ends. `between`: some time within a span, drawn
 * as a hollow circle on a faint span. `none`: no date, not drawn. A side without a known day (`openStart`, `openEnd`)
 * fades out.
 */
export interface DateForm {
  kind: 'day' | 'days' | 'period' | 'between' | 'none';
  isDoubtful: boolean;
  openStart: boolean;
  openEnd: boolean;
}

/** Returns how to draw a date with its first and last possible day. For an invalid text, the days alone decide. */
export function dateForm(date: string, { earliest, latest }: DaySpan): DateForm {
  if (isUndated({ earliest })) return { kind: 'none', isDoubtful: false, openStart: false, openEnd: false };
  const parsed = parseEdtf(date);
  const points = parsed.kind === 'problem' ? [] : pointsOf(parsed);
  return {
    kind: kindOf(parsed.kind, points, earliest === latest),
    isDoubtful: points.some(point => point.uncertain || point.approximate),
    openStart: earliest === OPEN_START,
    openEnd: latest === OPEN_END,
  };
}

/** Returns the first and last day on which a date is drawn. An open side of the date ends at the bounds. */
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
