import type { DateShape } from '../lib/date-shape';

/** The small sign of how a date is known: dot, bar, soft bar or hollow circle on a faint span. */
export function DateMark({ form, isDoubtful }: Pick<DateShape, 'form' | 'isDoubtful'>) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="inline-block size-4 shrink-0 text-mark">
      {form === 'between' && <rect x="0" y="5" width="16" height="6" rx="3" fill="currentColor" opacity="0.25" />}
      {form === 'day' && !isDoubtful && <circle cx="8" cy="8" r="4.5" fill="currentColor" />}
      {form === 'days' && !isDoubtful && <rect x="2" y="4" width="12" height="8" fill="currentColor" />}
      {form === 'period' && !isDoubtful && (
        <g fill="currentColor">
          <rect x="4" y="4" width="8" height="8" />
          <rect x="1" y="4" width="3" height="8" opacity="0.4" />
          <rect x="12" y="4" width="3" height="8" opacity="0.4" />
        </g>
      )}
      {isDoubtful && form !== 'between' && (
        <circle cx="8" cy="8" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.6" />
      )}
      {form === 'between' && <circle cx="8" cy="8" r="3" fill="var(--paper)" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  );
}
