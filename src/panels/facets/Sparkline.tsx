import type { DaySpan } from '../../lib/day';
import type { View } from '../../model/view';
import { SPARK_HEIGHT, windowShare } from './sparkline';

interface SparklineProps {
  path: string;
  parts: number;
  paint: string;
  /** Whether the sparkline is always shown, or only while the pointer or the focus is in the facet. */
  isShown: boolean;
}

/** Draws the number of a value's activities over time. The box has no height, so that it adds no line if it wraps. */
export function Sparkline({ path, parts, paint, isShown }: SparklineProps) {
  return (
    <span
      className={`h-0 w-12 shrink-0 ps-2 ${isShown ? '' : 'invisible group-focus-within/facet:visible group-hover/facet:visible'}`}
    >
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${Math.max(1, parts)} ${SPARK_HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-1 h-3.5 w-10 border-b border-rule"
      >
        <path d={path} fill={`url(#${paint})`} />
      </svg>
    </span>
  );
}

interface PaintProps {
  id: string;
  window: Pick<View, 'from' | 'to'>;
  bounds: DaySpan;
  parts: number;
}

/** Defines the gradient of all sparklines, faint outside of the window. A new window renders no sparkline again. */
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
