import type { DaySpan } from '../../lib/day';
import type { View } from '../../model/view';
import { SPARK_HEIGHT, windowShare } from './sparkline';

/** Draws a value's number of activities over time. Keeps the space free while the numbers are loading. */
export function Sparkline({ path, parts, paint }: { path: string; parts: number; paint: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, parts)} ${SPARK_HEIGHT}`}
      preserveAspectRatio="none"
      className="mt-1 h-3.5 w-10 shrink-0 border-b border-rule pointer-coarse:mt-0"
    >
      <path d={path} fill={`url(#${paint})`} />
    </svg>
  );
}

interface PaintProps {
  id: string;
  window: Pick<View, 'from' | 'to'>;
  bounds: DaySpan;
  parts: number;
}

/**
 * The gradient that fills all sparklines: strong within the window, faint outside. When the window changes, only this gradient
 * is rendered again.
 */
export function SparkPaint({ id, window, bounds, parts }: PaintProps) {
  const [start, end] = windowShare(window, bounds);
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        <linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" x2={Math.max(1, parts)}>
          <stop offset={start} stopColor="var(--context)" />
          <stop offset={start} stopColor="var(--edge)" />
          <stop offset={end} stopColor="var(--edge)" />
          <stop offset={end} stopColor="var(--context)" />
        </linearGradient>
      </defs>
    </svg>
  );
}
