import type { Day, DaySpan } from '../../../lib/day';
import { axisPosition, dayAtPosition, type Folds } from '../../../model/folding';

/** The height of a band in pixels. A band is a long gap that is drawn with this height instead of true to scale. */
export const BAND = 48;

/** `top` is in pixels from the top of the timeline. */
export interface Band extends DaySpan {
  top: number;
}

/** Converts between days and pixels from the top. All days have the same height, except those in bands. */
export interface DownScale {
  height: number;
  bands: readonly Band[];
  /** Returns the distance of the beginning of a day from the top. */
  yOf: (day: number) => number;
  dayAt: (y: number) => Day;
}

/**
 * Makes the scale of a window. A gap of `silences` becomes a band if the gap would be higher than `BAND` pixels.
 * `pixelsPerDay` must be above 0. `silences` must be in ascending order and must not overlap.
 */
export function downScale(window: DaySpan, silences: Folds, pixelsPerDay: number): DownScale {
  const cut = silences
    .map(({ earliest, latest }) => ({
      earliest: Math.max(earliest, window.earliest),
      latest: Math.min(latest, window.latest),
    }))
    .filter(({ earliest, latest }) => (latest - earliest + 1) * pixelsPerDay > BAND);
  const start = axisPosition(cut, window.earliest);
  const topOf = (day: number) => (axisPosition(cut, day) - start) * pixelsPerDay;
  const bands = cut.map((span, i) => ({ ...span, top: topOf(span.earliest) + i * BAND }));
  const shareOf = ({ earliest, latest }: DaySpan, day: number) =>
    Math.min(1, Math.max(0, (day - earliest) / (latest + 1 - earliest)));
  const yOf = (day: number) => bands.reduce((y, band) => y + shareOf(band, day) * BAND, topOf(day));
  return {
    bands,
    yOf,
    height: yOf(window.latest + 1),
    dayAt: y => {
      const band = bands.find(({ top }) => y >= top && y < top + BAND);
      if (band) return Math.floor(band.earliest + ((y - band.top) / BAND) * (band.latest + 1 - band.earliest));
      const above = bands.filter(({ top }) => top + BAND <= y).length;
      return Math.floor(dayAtPosition(cut, start + (y - above * BAND) / pixelsPerDay));
    },
  };
}
