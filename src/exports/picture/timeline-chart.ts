import { colouringOf, coloursOf } from '../../model/colour';
import type { TimeAxis } from '../../model/time-axis';
import type { AnswerToWrite } from '../answer-form';
import { type Chart, drawChart } from './chart';
import { drawLegend } from './legend';
import type { Look } from './looks';
import type { PictureFacts } from './picture-facts';
import { pictureFeed } from './picture-feed';

/** The space for a chart in pixels: its left edge, its width, and the part of this width for the names of lanes. */
interface Room {
  left: number;
  width: number;
  names: number;
}

/** Draws the chart of a timeline, in the colours of its view, and the legend of what the chart shows. */
export function timelineChart(
  { about, head, tools }: Pick<AnswerToWrite, 'about' | 'head' | 'tools'>,
  { facts, axis }: { facts: PictureFacts; axis: TimeAxis },
  { left, width, names }: Room,
  look: Look,
): { chart: Chart; legend: { svg: string; height: number } } {
  const colouring = colouringOf(facts.view.colour, { head, counts: facts.counts });
  const feed = pictureFeed(facts, { axis, colouring }, head, tools);
  const tags = new Map(facts.replies.marks.marks.map(row => [row.id, row.tags]));
  const colours = (activity: string) =>
    colouring ? coloursOf(colouring, tags.get(activity) ?? {}).map(i => look.picked[i] ?? look.rest) : [];
  const own = colouring ? { ...look, mark: look.rest } : look;
  const start = feed.lanes.some(({ label }) => label !== '') ? names : 0;
  const frame = { left, axis: left + start, width: width - start };
  const chart = drawChart(feed, frame, own, tools, {
    total: about.count,
    undated: facts.replies.counts.undated,
    colours,
  });
  const hasGaps = feed.gaps.length + feed.folds.length > 0;
  return { chart, legend: drawLegend(chart.drawn, { hasGaps, colouring, width }, own, tools) };
}
