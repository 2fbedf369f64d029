import type { DateForm } from '../lib/date-form';
import { colourOf } from './colour-look';

/** `colours` are at most two indices. The mark is grey if there are none. Undefined if nothing is coloured. */
type Props = DateForm & { colours?: readonly number[] | undefined };

/**
 * A small icon for the precision of a date. A dot is one day, a bar several days, and a soft-edged bar a month or another
 * period. A hollow circle on a faint bar is some time between two days. A dashed circle replaces dot and bar for
 * uncertain and approximate dates. If one side is open, the circle is at the known end and an arrow points to the open
 * side.
 */
export function DateMark({ colours, ...form }: Props) {
  const [first, second = first] = colours ?? [];
  const style = colours && { color: colourOf(first) };
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      style={style}
      className="forced-mark inline-block size-4 shrink-0 text-mark"
    >
      {first === second ? (
        <Shape {...form} />
      ) : (
        // A nested SVG clips its content to its own box, so each colour shows only its half.
        [first, second].map((colour, half) => (
          <svg
            key={colour}
            aria-hidden="true"
            x={half * 8}
            width="8"
            height="16"
            viewBox={`${half * 8} 0 8 16`}
            style={{ color: colourOf(colour) }}
          >
            <Shape {...form} />
          </svg>
        ))
      )}
    </svg>
  );
}

function Shape({ kind, isDoubtful, openStart, openEnd }: DateForm) {
  const circle = openStart ? 12 : openEnd ? 4 : 8;
  return (
    <>
      {kind === 'between' && <rect x="0" y="5" width="16" height="6" rx="3" fill="currentColor" opacity="0.25" />}
      {kind === 'day' && !isDoubtful && <circle cx="8" cy="8" r="4.5" fill="currentColor" />}
      {kind === 'days' && !isDoubtful && <rect x="2" y="4" width="12" height="8" fill="currentColor" />}
      {kind === 'period' && !isDoubtful && (
        <g fill="currentColor">
          <rect x="4" y="4" width="8" height="8" />
          <rect x="1" y="4" width="3" height="8" opacity="0.4" />
          <rect x="12" y="4" width="3" height="8" opacity="0.4" />
        </g>
      )}
      {isDoubtful && kind !== 'between' && (
        <circle cx="8" cy="8" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.6" />
      )}
      {kind === 'between' && (
        <g fill="none" stroke="currentColor" strokeWidth="1.5">
          <circle cx={circle} cy="8" r="3" fill="var(--paper)" />
          {openStart && <path d="M4 5 1 8l3 3" />}
          {openEnd && <path d="m12 5 3 3-3 3" />}
        </g>
      )}
    </>
  );
}
