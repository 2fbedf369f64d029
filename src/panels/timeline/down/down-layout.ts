import type { DaySpan } from '../../../lib/day';
import type { DownScale } from './down-scale';
import { pushApart } from './push-apart';

/** In pixels; large enough for a finger. */
export const ROW = 44;

/** The axis has sections of this many pixels. More than `MAX_APART` marks in a section become one pile. */
const PILE_PIXELS = 6 * ROW;
const MAX_APART = 9;

export interface DownMark extends DaySpan {
  id: string;
}

/** A label with its mark or, where single labels have no room, with a pile of marks. */
export interface DownRow extends DaySpan {
  /** Sorted by date. */
  ids: readonly string[];
  /** The number of activities. A pile whose activities are not loaded has a count but no ids. */
  count: number;
  /** The upper and lower end of the mark, and the upper edge of its label, in pixels from the top. */
  from: number;
  to: number;
  label: number;
}

/** Returns the rows with labels that do not overlap. `marks` must be sorted by their first days. */
export function layOut(marks: readonly DownMark[], scale: DownScale): DownRow[] {
  const groups: { part: number; marks: DownMark[] }[] = [];
  for (const mark of marks) {
    const part = Math.floor(clamped(mark.earliest, scale) / PILE_PIXELS);
    const last = groups.at(-1);
    if (last?.part === part) last.marks.push(mark);
    else groups.push({ part, marks: [mark] });
  }
  const piles = groups.flatMap(({ marks: group }) => (group.length > MAX_APART ? [group] : group.map(mark => [mark])));
  return placed(
    piles.map(pile => ({ ids: pile.map(({ id }) => id), count: pile.length, ...spanOf(pile) })),
    scale,
  );
}

/** Returns a row for each period with activities. Used if there are too many activities to load their marks. */
export function layOutBins(edges: readonly number[], counts: readonly number[], scale: DownScale): DownRow[] {
  const bins = counts.flatMap((count, i) => {
    const [earliest = 0, end = 0] = [edges[i], edges[i + 1]].map(edge => Math.floor(edge ?? 0));
    return count > 0 ? [{ ids: [], count, earliest, latest: Math.max(earliest, end - 1) }] : [];
  });
  return placed(bins, scale);
}

function placed(rows: readonly Omit<DownRow, 'from' | 'to' | 'label'>[], scale: DownScale): DownRow[] {
  const ends = rows.map(row => ({ from: clamped(row.earliest, scale), to: clamped(row.latest + 1, scale) }));
  const labels = pushApart(
    ends.map(({ from, to }, i) => (rows[i]?.ids.length === 1 ? from : (from + to) / 2)),
    ROW,
  );
  return rows.map((row, i) => ({ ...row, ...(ends[i] ?? { from: 0, to: 0 }), label: labels[i] ?? 0 }));
}

function spanOf(marks: readonly DownMark[]): DaySpan {
  const earliest = marks.reduce((first, mark) => Math.min(first, mark.earliest), Number.POSITIVE_INFINITY);
  return {
    earliest,
    latest:
      marks.length === 1
        ? (marks[0]?.latest ?? earliest)
        : marks.reduce((last, mark) => Math.max(last, mark.earliest), earliest),
  };
}

function clamped(day: number, { yOf, height }: DownScale): number {
  return Math.min(height, Math.max(0, yOf(day)));
}

/** The minimum height in pixels, about a phone's screen, so that the months of one year are not too close. */
const YEAR_PIXELS = 680;

/** The maximum height in pixels at the initial scale. Overlapping labels are moved and may extend further down. */
const MAX_HEIGHT = 16_000;

/** Returns the initial pixels per day, at which most labels have room. `days` excludes long gaps. */
export function restingScale(days: number, labels: number): number {
  const height = Math.max(YEAR_PIXELS, Math.min(MAX_HEIGHT, labels * ROW * 1.5));
  return height / Math.max(1, days);
}
