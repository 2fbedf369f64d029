import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import type { DaySpan } from '../../lib/day';
import { withLines } from '../../lib/spoken-text';
import { Words } from '../../ui/Words';
import { useOpenDataset } from '../open-dataset';
import { barPath, barPlaces } from './bar-shapes';
import type { RecordPeriod } from './record-periods';
import { xWithin } from './strip-scale';

interface Props {
  periods: readonly RecordPeriod[];
  bounds: DaySpan;
  /** The number of activities that begin in each period. Undefined until the engine has counted them. */
  counts: readonly number[] | undefined;
}

const WIDTH = 264;
const HEIGHT = 28;

const MAX_ROWS = 60;

/** Shows each period with its note, its number of activities and its bars, all on one scale. */
export function PeriodRows({ periods, bounds, counts }: Props) {
  const open = useOpenDataset();
  const tools = useText();
  const { t, exact, spoken } = tools;
  const { edges } = open.scale;
  const scale = { bounds, folds: [], width: WIDTH };
  const { bars, gap } = barPlaces(scale, edges);
  const measures = { gap, base: HEIGHT, each: HEIGHT / Math.max(1, ...open.density.total) };
  const barsIn = ({ earliest, latest }: DaySpan) =>
    barPath(
      bars.filter(({ first, end }) => (edges[first] ?? 0) <= latest && (edges[end] ?? 0) > earliest),
      measures,
      bin => open.density.total[bin] ?? 0,
    );
  const hidden = periods.length - MAX_ROWS;
  return (
    <>
      <ul>
        {periods.slice(0, MAX_ROWS).map((period, i) => {
          const count = counts?.[i];
          const left = xWithin(scale, period.earliest);
          return (
            <li
              key={`${period.earliest} ${period.isSilent}`}
              className="grid grid-cols-[minmax(0,1fr)_3rem] items-end gap-x-3 border-t border-rule py-2 sm:grid-cols-[minmax(0,1fr)_2.5rem_16.5rem]"
            >
              <p>{windowText(tools, period.earliest, period.latest)}</p>
              <p className="text-end font-semibold">
                {count === undefined ? '' : count === 0 ? '–' : exact(count)}
                {count !== undefined && <span className="sr-only"> {t('about.activities', { n: count })}</span>}
              </p>
              <svg
                aria-hidden="true"
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                className="h-7 w-66 max-w-full text-mark max-sm:col-span-2 max-sm:mt-1"
              >
                {period.isSilent && (
                  <foreignObject
                    x={left}
                    y="0"
                    width={Math.max(2, xWithin(scale, period.latest + 1) - left)}
                    height={HEIGHT}
                  >
                    <div className="hatched size-full" />
                  </foreignObject>
                )}
                <path d={barsIn(period)} fill="currentColor" />
              </svg>
              <p className="col-span-full max-w-prose pt-1 whitespace-pre-line text-ink-2">
                {period.note === undefined ? (
                  t(period.isSilent ? 'about.silent' : 'about.covered')
                ) : (
                  <Words of={withLines(spoken(period.note))} />
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && <p className="border-t border-rule pt-2">{t('about.morePeriods', { n: hidden })}</p>}
      {periods.length > 1 && <p className="border-t border-rule pt-2 text-ink-2">{t('about.sources.caution')}</p>}
    </>
  );
}
