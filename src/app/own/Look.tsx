import { useId, useMemo } from 'react';
import { machineDate, windowText, yearText } from '../../i18n/date-text';
import { useDates } from '../../i18n/use-dates';
import { type Day, type DaySpan, dateOf, dayOf } from '../../lib/day';
import { startYear } from '../../lib/undated';
import { hasValues } from '../../model/dataset';
import { WHOLE } from '../../model/selection';
import { barPath, barPlaces } from '../../panels/density/bar-shapes';
import { StripAxis } from '../../panels/density/StripAxis';
import { type Answering, useReply } from '../../queries/replies';
import { DateMark } from '../../ui/DateMark';
import { useLastWhile } from '../../ui/use-last-while';
import { useWidth } from '../../ui/use-width';
import { Words } from '../../ui/Words';

const STRIP_HEIGHT = 44;

const LISTED = 8;

/** Shows how the dataset will look with the current reading of the table. */
export function Look({ answering }: { answering: Answering }) {
  const { open } = answering;
  const { total, extent, head } = open;
  const tools = useDates();
  const { t, words, number } = tools;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="min-h-0 grow overflow-y-auto px-6 pt-5 pb-4">
      <p id={titleId} className="text-ink-2">
        {t('own.look')}
      </p>
      <p className="font-serif text-xl font-semibold">
        {extent && total > 0
          ? t('own.look.sentence', { n: total, period: windowText(tools, ...shownPeriod(extent)) })
          : t('activities', { n: total })}
      </p>
      {total > 0 && <LookStrip open={open} />}
      <ul className="mt-3 flex flex-wrap gap-2 border-b border-ink-2 pb-3 empty:hidden">
        {head.facets.filter(hasValues).map(({ id, label, values }) => (
          <li key={id} className="rounded-sm bg-accent-ground px-2 py-1">
            {words(label)} <span className="text-ink-2">{number(values.length)}</span>
          </li>
        ))}
      </ul>
      <LookRows answering={answering} />
    </section>
  );
}

/** Widens a span to whole years, as the headline does, unless the span is within one year. */
function shownPeriod({ earliest, latest }: DaySpan): [Day, Day] {
  const [first, last] = [dateOf(earliest).year, dateOf(latest).year];
  return first === last ? [earliest, latest] : [dayOf(first, 1, 1), dayOf(last, 12, 31)];
}

function LookStrip({ open: { extent, scale, density } }: Pick<Answering, 'open'>) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { edges } = scale;
  const strip = useMemo(() => (extent && width > 0 ? { bounds: extent, folds: [], width } : null), [extent, width]);
  const path = useMemo(() => {
    if (!strip) return '';
    const { bars, gap } = barPlaces(strip, edges);
    const amountIn = (bin: number) => density.total[bin] ?? 0;
    const most = Math.max(...bars.map(({ first, end, count }) => sumOf(amountIn, first, end) / count), 0);
    return barPath(bars, { gap, base: STRIP_HEIGHT, each: most > 0 ? STRIP_HEIGHT / most : 0 }, amountIn);
  }, [strip, edges, density]);
  return (
    <div ref={ref} className="mt-2">
      <svg aria-hidden="true" width="100%" height={STRIP_HEIGHT} className="border-b border-edge text-mark">
        <path d={path} fill="currentColor" />
      </svg>
      {strip && <StripAxis scale={strip} />}
    </div>
  );
}

function sumOf(amountIn: (bin: number) => number, first: number, end: number): number {
  let sum = 0;
  for (let bin = first; bin < end; bin += 1) sum += amountIn(bin);
  return sum;
}

function LookRows({ answering }: { answering: Answering }) {
  const tools = useDates();
  const reply = useReply(answering, 'rows', {
    selection: WHOLE,
    want: { order: 'date', start: 0, limit: LISTED },
    isDraft: false,
  }).data;
  const shown = useLastWhile(reply ?? null, reply !== undefined);
  return (
    <ol>
      {shown?.rows.map(({ id, date, form, title, earliest }, i) => {
        const before = shown.rows[i - 1];
        return (
          <li key={id}>
            {(!before || startYear(before.earliest) !== startYear(earliest)) && (
              <p className="mt-3 font-serif text-base font-semibold">{yearText(tools, earliest)}</p>
            )}
            <p className="grid grid-cols-[6rem_1.5rem_minmax(0,1fr)] items-baseline gap-x-2 border-b border-faint py-1">
              <time dateTime={machineDate(date)} className="text-end text-ink-2">
                {tools.date(date, 'inYear')}
              </time>
              <DateMark {...form} />
              <span className="font-serif text-base leading-5 font-medium wrap-anywhere">
                <Words of={tools.spoken(title)} />
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
