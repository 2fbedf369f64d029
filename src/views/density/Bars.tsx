import type { Day } from '../../lib/day';
import type { Density } from '../../model/answer';
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

/** One bar a bin: the record in the context colour, the selection before it; what has no sure day is drawn fainter. */
export function Bars({ scale, edges, most, record, selection, other, isFiltered, window }: Props) {
  const heightOf = (amount: number) => (most > 0 ? (amount / most) * (HEIGHT - TOP_SPACE) : 0);
  const bars = edges.slice(0, -1).flatMap((edge, i) => {
    const left = xOf(scale, edge);
    const size = Math.max(1, xOf(scale, edges[i + 1] ?? edge) - left - 1);
    const inWindow = window === null || (edge >= window.start && edge < window.end);
    const isAccent = window !== null ? inWindow : isFiltered;
    return [
      { key: `r${edge}`, left, size, ...split(record, i), className: 'text-context' },
      { key: `s${edge}`, left, size, ...split(selection, i), className: isAccent ? 'text-accent' : 'text-mark' },
    ];
  });
  const outline = edges
    .slice(0, -1)
    .map((edge, i) => {
      const y = HEIGHT - heightOf(other?.total[i] ?? 0);
      return `${i === 0 ? 'M' : 'L'}${xOf(scale, edge)} ${y}H${xOf(scale, edges[i + 1] ?? edge)}`;
    })
    .join('');
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={HEIGHT}
      className="absolute inset-0 overflow-visible border-b border-edge rtl:-scale-x-100"
    >
      {bars.map(({ key, left, size, sure, total, className }) =>
        total > 0 ? (
          <g key={key} className={className} fill="currentColor">
            <rect x={left} width={size} y={HEIGHT - heightOf(total)} height={heightOf(total)} opacity={0.5} />
            <rect x={left} width={size} y={HEIGHT - heightOf(sure)} height={heightOf(sure)} />
          </g>
        ) : null,
      )}
      {other && <path d={outline} fill="none" stroke="var(--ink)" strokeWidth={1.5} strokeDasharray="3 2" />}
    </svg>
  );
}

function split({ total, vague }: Density, bin: number): { total: number; sure: number } {
  const all = total[bin] ?? 0;
  return { total: all, sure: all - (vague[bin] ?? 0) };
}
