import { useText } from '../i18n/use-text';
import type { Steps } from './shade-scale';

interface Entry {
  look: string;
  label: string;
}

interface Props {
  /** `label` is the accessible name of the legend, and `caption` the shorter visible name. */
  label: string;
  caption: string;
  steps: Steps;
  lookOf: (step: number) => string;
  /** Entries before and after the entries of the steps. */
  before?: readonly Entry[];
  after?: readonly Entry[];
}

/** A legend with the range of numbers that each shade represents. */
export function ShadeLegend({ label, caption, steps, lookOf, before = [], after = [] }: Props) {
  const { t, exact } = useText();
  const rangeOf = (first: number, next: number | undefined) => {
    if (next === undefined) return first === 1 ? exact(1) : t('shade.from', { n: exact(first) });
    return next - 1 === first ? exact(first) : t('shade.range', { first: exact(first), last: exact(next - 1) });
  };
  const stepEntries = steps.map((first, i) => ({ look: lookOf(i), label: rangeOf(first, steps[i + 1]) }));
  return (
    <ul aria-label={label} className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <li aria-hidden="true">{caption}</li>
      {[...before, ...stepEntries, ...after].map(entry => (
        <li key={entry.label} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={entry.look} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
