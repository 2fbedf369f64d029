import type { ReactNode } from 'react';
import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import type { DaySpan } from '../../lib/day';
import type { Density } from '../../model/answer';
import type { TimeAxis } from '../../model/time-axis';
import type { View } from '../../model/view';
import { windowPatch } from '../../model/window';
import { useOpenDataset } from '../open-dataset';
import { busiestBin, lastYearOf, longestGap, periodsOf } from './periods';

export interface PeriodListProps {
  axis: TimeAxis;
  selection: Density;
  window: Pick<View, 'from' | 'to'>;
  isFiltered: boolean;
  onChoose: (patch: Partial<View>) => void;
}

/** Offers windows to choose: the whole dataset, each of its years, the selection's busiest time and its longest gap. */
export function PeriodList({ axis: { bounds, gaps }, selection, window, isFiltered, onChoose }: PeriodListProps) {
  const open = useOpenDataset();
  const tools = useText();
  const { t } = tools;
  const { edges, unit, step } = open.scale;
  const unitName = t(`strip.unit.${unit}`, { step });
  const inWords = ({ earliest, latest }: DaySpan) => windowText(tools, earliest, latest);
  const lastYear = lastYearOf(open.extent, open.head.coverage);
  const busiest = busiestBin(selection, open.scale);
  const gap = longestGap(selection, edges);
  const isSilent = gap !== null && gaps.some(other => other.earliest <= gap.latest && other.latest >= gap.earliest);
  const choice = (span: DaySpan | null, content: ReactNode, look = 'w-full px-2') => {
    const patch = span ? windowPatch(span.earliest, span.latest) : { from: null, to: null };
    const isCurrent = patch.from === window.from && patch.to === window.to;
    return (
      <button
        type="button"
        aria-current={isCurrent ? 'true' : undefined}
        className={`flex min-h-7 items-baseline gap-3 rounded-sm py-1 text-start text-ink hover:bg-faint aria-current:font-semibold aria-current:text-accent pointer-coarse:min-h-11 pointer-coarse:items-center ${look}`}
        onClick={() => onChoose(span ? patch : { ...patch, wholeAxis: isFiltered })}
      >
        {content}
      </button>
    );
  };
  const row = (name: string, period: string) => (
    <>
      <span className="grow">{name}</span>
      <span className="shrink-0 font-normal text-ink-2">{period}</span>
    </>
  );
  const years = (spans: readonly DaySpan[]) => {
    const names = spans.map(inWords);
    return (
      <ul className={`grid ${columnsFor(Math.max(0, ...names.map(name => name.length)))}`}>
        {spans.map((span, i) => (
          <li key={span.earliest}>{choice(span, names[i], 'w-full px-2')}</li>
        ))}
      </ul>
    );
  };
  const periods = periodsOf(bounds);
  const isFlat = periods.every(({ parts }) => parts.length === 0);
  return (
    <div className="md:text-sm">
      {choice(null, row(t('periods.whole'), inWords(bounds)))}
      {lastYear && choice(lastYear, row(t('periods.lastYear'), inWords(lastYear)))}
      <div className="my-2 max-h-60 overflow-y-auto border-y border-rule py-1">
        {isFlat
          ? years(periods)
          : periods.map(({ parts, ...span }) => (
              <details key={span.earliest} name="periods">
                <summary className="min-h-7 px-2 py-1 hover:bg-faint pointer-coarse:min-h-11 pointer-coarse:py-3">
                  {inWords(span)}
                </summary>
                {choice(span, t('periods.all', { period: inWords(span) }), 'w-full px-6')}
                <div className="ps-4">{years(parts)}</div>
              </details>
            ))}
      </div>
      {busiest &&
        choice(
          busiest,
          t('periods.busiest', {
            unit: unitName,
            period: inWords(busiest),
            amount: Number.isInteger(busiest.amount)
              ? t('activities', { n: busiest.amount })
              : t('periods.about', { n: Math.round(busiest.amount) }),
          }),
        )}
      {gap && choice(gap, t(isSilent ? 'periods.gapSilent' : 'periods.gap', { period: inWords(gap) }))}
      {busiest && <p className="px-2 pt-1 text-xs text-ink-2">{t('periods.note', { unit: unitName })}</p>}
    </div>
  );
}

/** Returns the CSS class for grid columns that are wide enough for names of `letters` letters. */
function columnsFor(letters: number): string {
  if (letters <= 7) return 'grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))]';
  return letters <= 16 ? 'grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))]' : 'grid-cols-1';
}
