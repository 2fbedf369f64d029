import { xmlElement } from '../../lib/xml';
import type { AnswerToWrite } from '../answer-form';
import { LEGEND_LINE } from './legend';
import { lookOf, SANS } from './looks';
import type { PictureFacts } from './picture-facts';
import { definitions } from './shapes';
import { timelineChart } from './timeline-chart';

/** Widths in pixels. Paper is narrower, so printing scales down. `EDGE` is for marks beyond the axis. */
const WIDTH = 720;
const EDGE = 8;
const NAMES = 168;

/** The axis, each lane, and the legend as SVG images, so that printed pages can break between two lanes. */
export interface PrintedTimeline {
  axis: string;
  lanes: readonly string[];
  legend: string;
  /** What the chart leaves out. Missing labels are not mentioned, because the list below has all titles. */
  notes: readonly string[];
}

/** Draws the timeline of a view for white paper. Returns null if no activity has a known day. */
export function printedTimeline(
  answer: Pick<AnswerToWrite, 'about' | 'head' | 'tools'>,
  facts: PictureFacts,
): PrintedTimeline | null {
  const { axis } = facts;
  if (!axis) return null;
  const look = { ...lookOf('light'), paper: '#ffffff' };
  const { chart, legend } = timelineChart(
    answer,
    { facts, axis },
    { left: 0, width: WIDTH - EDGE, names: NAMES },
    look,
  );
  const { ground, folds, lanes } = chart;
  return {
    axis: strip(0, chart.axis.height, [definitions(look), ground, chart.axis.svg, folds]),
    lanes: lanes.map(({ svg, top, height }) => strip(top, height, [ground, svg, folds])),
    legend: strip(-LEGEND_LINE / 2, legend.height, [legend.svg]),
    notes: chart.notes.filter(note => note !== chart.unnamed),
  };
}

function strip(top: number, height: number, content: readonly string[]): string {
  return xmlElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 ${top} ${WIDTH} ${height}`,
      'font-family': SANS,
      'font-size': 12,
    },
    content.join(''),
  );
}
