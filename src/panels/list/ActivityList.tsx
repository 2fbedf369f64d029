import { memo, useRef, useState } from 'react';
import { windowText, yearText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import type { DaySpan } from '../../lib/day';
import { lazyModule } from '../../lib/lazy-module';
import { startYear } from '../../lib/undated';
import type { DatasetHead } from '../../model/dataset';
import type { Sort } from '../../model/view';
import type { RowsReply } from '../../model/wants';
import { LazyPart } from '../../ui/LazyPart';
import { ListItem } from './ListItem';
import { StepButton } from './StepButton';
import { useRowDensity } from './use-row-density';

const longListCode = lazyModule(() => import('./LongList'));

interface Props {
  reply: RowsReply;
  head: DatasetHead;
  sort: Sort;
  search: string;
  opened: string | null;
  gaps: readonly DaySpan[];
  /** Changes when the selection or the order of the rows changes. */
  rowsKey: string;
  /** Asks for the rows from `start` on. */
  onStart: (start: number) => void;
}

/** Lists activities, under headings for the years unless sorted by title. Of a long list, renders only nearby rows. */
export const ActivityList = memo(function ActivityList(props: Props) {
  const { reply, head, sort, search, opened, gaps, rowsKey, onStart } = props;
  const tools = useText();
  const { t } = tools;
  const { rows, start: rowStart, total, years } = reply;
  const room = useRef<HTMLDivElement>(null);
  const { isCompact } = useRowDensity();
  const isWhole = rows.length >= total;
  // `LongList` stays mounted when a shorter list follows, because `LongList` also scrolls the page to the start of the
  // new list.
  const [hasBeenLong, setBeenLong] = useState(!isWhole);
  if (!isWhole && !hasBeenLong) setBeenLong(true);
  const byYear = sort !== 'title';
  const yearCounts = new Map(years.map(({ year, count }) => [year, count]));
  return (
    <>
      <div ref={room} className={`scroll-mt-16 ${isWhole ? '' : '[overflow-anchor:none]'}`}>
        <div className="print:hidden" />
        {rowStart > 0 && <StepButton room={room} to="first" left={rowStart} />}
        <ol tabIndex={isWhole ? undefined : -1} aria-label={t('list.label')} className="flow-root">
          {rows.map((row, i) => {
            const year = startYear(row.earliest);
            const before = rows[i - 1];
            const isFirst = byYear && (!before || startYear(before.earliest) !== year);
            const gap =
              byYear && before && year !== 'undated' ? gapBetween(gaps, before.earliest, row.earliest) : undefined;
            return (
              <li
                key={row.id}
                // If only some rows are rendered, screen readers need each row's position in the full list.
                aria-setsize={isWhole ? undefined : total}
                aria-posinset={isWhole ? undefined : rowStart + i + 1}
                // `content-visibility` would falsify the row heights that a long list measures. A long list therefore
                // uses `content-visibility` only in two cases: while waiting for replies (`aria-busy`), and in place of
                // a panel that is still loading (`data-brief`).
                className={`[contain-intrinsic-size:auto_2rem] ${isWhole ? '[content-visibility:auto]' : 'in-[[aria-busy=true],[data-brief]]:[content-visibility:auto]'}`}
              >
                {gap && (
                  <p className="my-4 flex items-center gap-2 text-ink-2">
                    {t('gap.label', { period: windowText(tools, gap.earliest, gap.latest) })}
                    <span className="hatched h-8 grow" />
                  </p>
                )}
                {isFirst && (
                  <h2 className="mt-6 flex items-baseline gap-3 border-b border-edge pb-1 first:mt-4">
                    <span className="font-serif text-xl font-semibold">{yearText(tools, row.earliest)}</span>
                    <span className="font-normal text-ink-2">{t('activities', { n: yearCounts.get(year) ?? 0 })}</span>
                  </h2>
                )}
                <ListItem
                  row={row}
                  head={head}
                  underYear={byYear}
                  isOpened={opened === row.id}
                  search={search}
                  isCompact={isCompact}
                />
              </li>
            );
          })}
        </ol>
        {rowStart + rows.length < total && <StepButton room={room} to="last" left={total - rowStart - rows.length} />}
        <div className="print:hidden" />
      </div>
      {hasBeenLong && (
        <LazyPart code={longListCode}>
          {({ LongList }) => <LongList {...{ room, rowsKey, onStart, total }} start={rowStart} count={rows.length} />}
        </LazyPart>
      )}
    </>
  );
});

/** Returns the gap in the dataset's coverage between two neighbouring rows. Undefined if there is none. */
function gapBetween(gaps: readonly DaySpan[], a: number, b: number): DaySpan | undefined {
  const [first, second] = a < b ? [a, b] : [b, a];
  return gaps.find(gap => gap.earliest > first && gap.latest < second);
}
