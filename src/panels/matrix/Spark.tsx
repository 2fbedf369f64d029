import type { Day } from '../../lib/day';
import { axisPosition } from '../../model/folding';
import type { TimeAxis } from '../../model/time-axis';

/*
 * In pixels where there is room: bars of two, one apart. Where there is less it is all drawn at two thirds, and the bars,
 * still two pixels wide, touch each other.
 */
const BAR = 2.3;
const PITCH = 3;
const HEIGHT = 24;
const LEAST = 3;

const NO_SILENCE = { gaps: [], folds: [] };

interface Props {
  bins: readonly number[];
  /** The number that makes a bar of full height. */
  max: number;
  baseline: string;
}

/** A timeline in a few pixels; its numbers are told in other ways. */
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

/** The line under the bars, broken where the sources are silent and where that silence is folded away. */
export function baselineOf(edges: readonly Day[], axis: Pick<TimeAxis, 'gaps' | 'folds'> | null): string {
  const { gaps, folds } = axis ?? NO_SILENCE;
  const [first = 0, last = 0] = [edges[0], edges.at(-1)];
  const width = (edges.length - 1) * PITCH;
  const start = axisPosition(folds, first);
  const length = Math.max(1, axisPosition(folds, last) - start);
  const x = (day: Day) =>
    Math.round(((axisPosition(folds, Math.min(Math.max(day, first), last)) - start) / length) * width);
  const starts = [first, ...gaps.map(gap => gap.latest + 1)];
  const ends = [...gaps.map(gap => gap.earliest), last];
  let behind = 0;
  return starts
    .map((day, i) => {
      const [from, to] = [Math.max(x(day), behind), x(ends[i] ?? last)];
      // A gap that takes no width still shows as a break.
      if (to > from) behind = to + PITCH;
      return [from, to] as const;
    })
    .filter(([from, to]) => to > from)
    .map(([from, to]) => `M${from} ${HEIGHT + 0.5}H${to}`)
    .join('');
}
