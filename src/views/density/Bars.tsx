import { useMemo } from 'react';
import type { Day } from '../../lib/day';
import type { Density } from '../../model/answer';
import { type Bar, barPath, barsOf } from './bar-shapes';
import type { StripScale } from './strip-scale';

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
  const { bars, gap } = useMemo(() => barsOf(scale, edges), [scale, edges]);
  const ofRecord = useMemo(() => pathsOf(bars, gap, record, most), [bars, gap, record, most]);
  const isAccent = ({ first }: Bar) => {
    const day = edges[first] ?? 0;
    return window === null ? isFiltered : day >= window.start && day < window.end;
  };
  const layers = [
    { className: 'text-context', ...ofRecord },
    {
      className: 'text-mark',
      ...pathsOf(
        bars.filter(bar => !isAccent(bar)),
        gap,
        selection,
        most,
      ),
    },
    { className: 'text-accent', ...pathsOf(bars.filter(isAccent), gap, selection, most) },
  ];
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={HEIGHT}
      className="absolute inset-0 overflow-visible border-b border-edge rtl:-scale-x-100"
    >
      {layers.map(({ className, total, sure }) => (
        <g key={className} className={className} fill="currentColor">
          <path d={total} opacity={0.5} />
          <path d={sure} />
        </g>
      ))}
      {other && (
        <path
          d={pathsOf(bars, 0, other, most).total}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.5}
          strokeDasharray="3 2"
        />
      )}
    </svg>
  );
}

function pathsOf(bars: readonly Bar[], gap: number, { total, vague }: Density, most: number) {
  const path = (amountIn: (bin: number) => number) =>
    barPath(bars, { gap, base: HEIGHT, each: (HEIGHT - TOP_SPACE) / most }, amountIn);
  return {
    total: path(bin => total[bin] ?? 0),
    sure: path(bin => (total[bin] ?? 0) - (vague[bin] ?? 0)),
  };
}
