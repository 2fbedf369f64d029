import { useMemo } from 'react';
import type { Day } from '../../lib/day';
import type { Density } from '../../model/answer';
import { barPath, barPlaces } from './bar-shapes';
import { type StripScale, xOf } from './strip-scale';

interface Props {
  scale: StripScale;
  edges: readonly Day[];
  most: number;
  record: Density;
  selection: Density;
  other: Density | null;
  isFiltered: boolean;
  window: { start: Day; end: Day } | null;
}

const HEIGHT = 44;
const TOP_SPACE = 4;

/** The record in the context colour, the selection before it; what has no sure day is drawn fainter. */
export function Bars({ scale, edges, most, record, selection, other, isFiltered, window }: Props) {
  const paths = useMemo(() => {
    const { bars, gap } = barPlaces(scale, edges);
    const each = most > 0 ? (HEIGHT - TOP_SPACE) / most : 0;
    const path = ({ total, vague }: Density, part: 'total' | 'sure') =>
      barPath(bars, { gap, base: HEIGHT, each }, bin => (total[bin] ?? 0) - (part === 'sure' ? (vague[bin] ?? 0) : 0));
    const both = (density: Density) => (
      <>
        <path d={path(density, 'total')} opacity={0.5} />
        <path d={path(density, 'sure')} />
      </>
    );
    const outlined = other && barPath(bars, { gap: 0, base: HEIGHT, each }, bin => other.total[bin] ?? 0);
    return { record: both(record), selection: both(selection), outlined };
  }, [scale, edges, most, record, selection, other]);
  const { width } = scale;
  const [start, end] = window ? [xOf(scale, window.start), xOf(scale, window.end)] : isFiltered ? [0, width] : [0, 0];
  const parts = [
    { key: 'before', from: 0, to: start, className: 'text-mark' },
    { key: 'inside', from: start, to: end, className: 'text-accent' },
    { key: 'after', from: end, to: width, className: 'text-mark' },
  ];
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={HEIGHT}
      fill="currentColor"
      className="absolute inset-0 overflow-visible border-b border-edge rtl:-scale-x-100"
    >
      <g className="text-context">{paths.record}</g>
      {parts.map(({ key, from, to, className }) =>
        to > from ? (
          // An SVG inside of another shows what lies within its own sides only.
          <svg
            key={key}
            aria-hidden="true"
            className={className}
            x={from}
            width={to - from}
            height={HEIGHT}
            viewBox={`${from} 0 ${to - from} ${HEIGHT}`}
          >
            {paths.selection}
          </svg>
        ) : null,
      )}
      {paths.outlined && (
        <path d={paths.outlined} fill="none" stroke="var(--ink)" strokeWidth={1.5} strokeDasharray="3 2" />
      )}
    </svg>
  );
}
