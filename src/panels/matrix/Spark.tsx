import type { Day } from '../../lib/day';
import { axisPosition } from '../../model/folding';
import type { TimeAxis } from '../../model/time-axis';

/*
 * The width of a bar and the distance from bar to bar, in pixels. With `crispEdges`, browsers draw such a bar 2 pixels
 * wide and the space between bars 1 pixel wide. In narrow cells the picture is scaled to two thirds. Bars are then
 * still 2 pixels wide, but without space between them.
 */
const BAR = 2.3;
const PITCH = 3;
const HEIGHT = 24;
const LEAST = 3;

const NO_GAPS = { gaps: [], folds: [] };

interface Props {
  bins: readonly number[];
  /** The count that a bar of full height represents. */
  max: number;
  baseline: string;
}

/** Draws small bars over time. They are hidden from assistive technology, because text gives the same counts. */
export function Spark({ bins, max, baseline }: Props) {
  const bars = bins.map((count, i) => {
    if (count === 0) return '';
    const height = Math.max(LEAST, (count / max) * HEIGHT);
    return `M${i * PITCH} ${HEIGHT}v${-height}h${BAR}v${height}z`;
  });
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${bins.length * PITCH} ${HEIGHT + 1}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      width={bins.length * PITCH}
      className="h-5 min-w-0 max-w-12 @min-[5.75rem]:max-w-18"
    >
      <path d={baseline} className="stroke-edge" vectorEffect="non-scaling-stroke" />
      <path d={bars.join('')} className="fill-ink-2" />
    </svg>
  );
}

/** Returns the SVG path of the line under the bars. The line is broken at gaps in coverage, whether folded or not. */
export function baselineOf(edges: readonly Day[], axis: Pick<TimeAxis, 'gaps' | 'folds'> | null): string {
  const { gaps, folds } = axis ?? NO_GAPS;
  const [first = 0, last = 0] = [edges[0], edges.at(-1)];
  const width = (edges.length - 1) * PITCH;
  const start = axisPosition(folds, first);
  const length = Math.max(1, axisPosition(folds, last) - start);
  const x = (day: Day) =>
    Math.round(((axisPosition(folds, Math.min(Math.max(day, first), last)) - start) / length) * width);
  const starts = [first, ...gaps.map(gap => gap.latest + 1)];
  const ends = [...gaps.map(gap => gap.earliest), last];
  let resume = 0;
  return starts
    .map((day, i) => {
      const [from, to] = [Math.max(x(day), resume), x(ends[i] ?? last)];
      // The break at a gap is at least `PITCH` wide, so that even a very short gap is visible.
      if (to > from) resume = to + PITCH;
      return [from, to] as const;
    })
    .filter(([from, to]) => to > from)
    .map(([from, to]) => `M${from} ${HEIGHT + 0.5}H${to}`)
    .join('');
}
