import type { TextTools } from '../../i18n/text-tools';
import { type Arrangement, arrange, type DrawnRange } from '../../layout/arrange';
import type { FedLane, Feed } from '../../layout/feed';
import { laneHeight } from '../../layout/row-centre';
import type { Day } from '../../lib/day';
import { xmlElement } from '../../lib/xml';
import { axisPosition } from '../../model/folding';
import { drawAxis } from './axis';
import { drawDensity } from './density';
import type { Look } from './looks';
import { type Drawn, drawMarks } from './marks';
import { linesOf, textWidth } from './text-metrics';
import { hint, line, linesAt, textAt } from './texts';

export interface Frame {
  /** The x of the left edge of the lanes' names (`left`) and of the axis (`axis`). */
  left: number;
  axis: number;
  width: number;
}

export interface Chart {
  /** The tick labels of the axis, which are above the lanes. */
  axis: { svg: string; height: number };
  lanes: readonly Strip[];
  /** `ground` is drawn behind all lanes, `folds` in front of them, both over the whole height. */
  ground: string;
  folds: string;
  height: number;
  drawn: Drawn;
  /** What the chart leaves out. `unnamed` is the note about marks without a label, or null. */
  notes: string[];
  unnamed: string | null;
}

/** A lane, drawn with the line below it, and its position in pixels. */
interface Strip {
  svg: string;
  top: number;
  height: number;
}

/** The maximum height of all lanes in pixels. If marks need more, only the histograms are drawn. */
const MAX_HEIGHT = 6000;
const MAX_LANES = 120;
/** The numbers of label rows in a lane. Each is tried in turn, until the lanes are low enough. */
const ROWS = [12, 6, 2];
const LABEL_SIZE = 12;
const LANE_LINE = 15;
const DENSITY_HEIGHT = 26;

/**
 * Draws the axis, whose top is at y = 0, and the lanes below it. `colours` returns the colours of an activity, or [] if
 * it has none.
 */
export function drawChart(
  feed: Feed,
  frame: Frame,
  look: Look,
  tools: TextTools,
  { total, undated, colours }: { total: number; undated: number; colours: (activity: string) => readonly string[] },
): Chart {
  const { t, number } = tools;
  const range = rangeOf(feed, frame.width);
  const x = (day: Day) => (axisPosition(feed.folds, day) - range.start) * (range.width / (range.end - range.start));
  const filled = feed.lanes.filter(lane => !lane.isUnmatched);
  const shown = filled.slice(0, MAX_LANES);
  const activities = new Set(feed.marks.map(({ activity }) => activity));
  const dated = total - undated;
  const isSample = activities.size < dated;
  const { arrangement, isDense } = fitted({ ...feed, lanes: shown }, range);
  const hasDensity = (isSample || isDense) && feed.density !== null;
  const axis = drawAxis(feed, { range, x, left: frame.axis }, look, tools);
  const lanes: Strip[] = [];
  const drawn: Drawn = { forms: new Map(), hasPiles: false, unnamed: 0, hasDensity };
  let y = axis.height;
  const most = Math.max(1, ...[...(feed.density?.lanes.values() ?? [])].map(counts => Math.max(0, ...counts)));
  for (const [index, lane] of shown.entries()) {
    const name = linesOf(lane.label, 13, frame.axis - frame.left - 64 - lane.depth * 12, 3);
    const rows = arrangement.lanes[index]?.rows ?? 1;
    const room = (isDense ? 8 : laneHeight(rows)) + (hasDensity ? DENSITY_HEIGHT : 0);
    const height = Math.max(room, name.length * LANE_LINE + 16);
    const parts = [drawLaneName(lane, name, y, frame, look)];
    if (hasDensity) {
      const counts = feed.density?.lanes.get(lane.id) ?? [];
      const bars = drawDensity(counts, { edges: feed.density?.edges ?? [], x, bottom: y + height - 1, most });
      if (bars !== '')
        parts.push(xmlElement('path', { d: bars, fill: look.context, transform: `translate(${frame.axis} 0)` }));
    }
    if (!isDense) {
      const own = drawMarks({ feed, lane: lane.id, arrangement, range, x, colours, drawn }, y, look, tools);
      parts.push(xmlElement('g', { transform: `translate(${frame.axis} 0)` }, own));
    }
    const foot = line(frame.left, y + height, frame.axis + frame.width, look.faint);
    lanes.push({
      svg: `${xmlElement('g', {}, `\n${parts.filter(Boolean).join('\n')}\n`)}\n${foot}`,
      top: y,
      height,
    });
    y += height;
  }
  if (shown.length === 0) y += 40;
  const notes: string[] = [];
  if (filled.length > shown.length) notes.push(t('picture.moreLanes', { n: filled.length - shown.length }));
  const empty = feed.lanes.filter(lane => lane.isUnmatched && lane.label !== '');
  if (empty.length > 0) notes.push(t('picture.emptyLanes', { lanes: empty.map(({ label }) => label).join(', ') }));
  if (isDense) notes.push(t('picture.densityOnly'));
  else if (isSample) notes.push(t('picture.sample', { shown: number(activities.size), total: number(dated) }));
  if (undated > 0) notes.push(t('timeline.undated', { n: undated }));
  const unnamed = drawn.unnamed > 0 ? t('picture.unnamed', { n: drawn.unnamed }) : null;
  if (unnamed !== null) notes.push(unnamed);
  const names = { svg: axis.front, height: axis.height };
  return { axis: names, lanes, ground: axis.behind(y), folds: axis.folds(y), height: y, drawn, notes, unnamed };
}

function rangeOf({ folds, window }: Feed, width: number): DrawnRange {
  const start = axisPosition(folds, window.earliest);
  return { start, end: Math.max(axisPosition(folds, window.latest + 1), start + 1), width };
}

/**
 * Arranges the marks with the largest number of label rows that keeps the lanes within `MAX_HEIGHT`. If no number does,
 * the chart draws histograms and no marks (`isDense`). Without histograms, the height has no limit.
 */
function fitted(feed: Feed, range: DrawnRange): { arrangement: Arrangement; isDense: boolean } {
  const widthOf = (label: string, isBold: boolean) => textWidth(label, LABEL_SIZE, isBold);
  for (const rows of ROWS) {
    const arrangement = arrange(feed, range, widthOf, feed.lanes.length === 1 ? 2 * rows : rows);
    const height = arrangement.lanes.reduce((sum, lane) => sum + laneHeight(lane.rows), 0);
    if (height <= MAX_HEIGHT || feed.density === null) return { arrangement, isDense: false };
  }
  return { arrangement: { marks: new Map(), piles: new Map(), lanes: [] }, isDense: true };
}

function drawLaneName(lane: FedLane, name: readonly string[], y: number, { left, axis }: Frame, look: Look): string {
  if (lane.label === '') return '';
  const words = linesAt(name, { x: left + lane.depth * 12, y: y + 20, size: 13, fill: look.ink }, LANE_LINE);
  const count = textAt(lane.count, { x: axis - 20, y: y + 20, fill: look.ink2, anchor: 'end' });
  return xmlElement('g', {}, `${hint(lane.title || lane.label)}\n${words}\n${count}`);
}
