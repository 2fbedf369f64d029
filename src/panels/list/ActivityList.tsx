import { memo, useRef, useState } from 'react';
import { windowText, yearText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import { type DaySpan, dateOf, isOpen } from '../../lib/day';
import { lazyModule } from '../../lib/lazy-module';
import type { DatasetHead } from '../../model/dataset';
import type { View } from '../../model/view';
import type { RowsReply } from '../../model/wants';
import { LazyPart } from '../../ui/LazyPart';
import { ListItem } from './ListItem';
import { StepButton } from './StepButton';
import { useRowDensity } from './use-row-density';

const longListCode = lazyModule(() => import('./LongList'));

interface Props {
  reply: RowsReply;
  head: DatasetHead;
  view: View;
  gaps: readonly DaySpan[];
  /** The same for as long as the rows are of the same selection in the same order. */
  rowsKey: string;
  /** Rows from another one on are wanted. */
  onStart: (start: number) => void;
}

/**
 * The primary content: every activity of the selection, in order, under its year. Of a long one only the rows about those in
 * view are in the page.
 */
export const ActivityList = memo(function ActivityList(props: Props) {
  const { reply, head, view, gaps, rowsKey, onStart } = props;
  const tools = useText();
  const { t } = tools;
  const { rows, start: rowStart, total, years } = reply;
  const room = useRef<HTMLDivElement>(null);
  const { isCompact } = useRowDensity();
  const isWhole = rows.length >= total;
  // What a long one needs stays, so that a shorter one can begin at its top.
  const [hasBeenLong, setBeenLong] = useState(!isWhole);
  if (!isWhole && !hasBeenLong) setBeenLong(true);
  const byYear = view.sort !== 'title';
  const yearCounts = new Map(years.map(({ year, count }) => [year, count]));
  const yearOf = (earliest: number) => (isOpen(earliest) ? null : dateOf(earliest).year);
  return (
    <>
      <div ref={room} className={`scroll-mt-16 ${isWhole ? '' : '[overflow-anchor:none]'}`}>
        <div className="print:hidden" />
        {rowStart > 0 && <StepButton room={room} to="first" left={rowStart} />}
        <ol tabIndex={isWhole ? undefined : -1} aria-label={t('list.label')} className="flow-root">
          {rows.map((row, i) => {
            const year = yearOf(row.earliest);
            const before = rows[i - 1];
            const isFirst = byYear && (!before || yearOf(before.earliest) !== year);
            const silence = byYear && before ? gapBetween(gaps, before.earliest, row.earliest) : undefined;
            return (
              <li
                key={row.id}
                // A list that is not all there says where each of its items stands in the whole.
                aria-setsize={isWhole ? undefined : total}
                aria-posinset={isWhole ? undefined : rowStart + i + 1}
                // The rows of a long one are measured, so none of them is left out but while nothing of them moves, or they only stand in.
                className={`[contain-intrinsic-size:auto_2rem] ${isWhole ? '[content-visibility:auto]' : 'in-[[aria-busy=true],[data-brief]]:[content-visibility:auto]'}`}
              >
                {silence && (
                  <p className="my-4 flex items-center gap-2 text-ink-2">
                    {t('gap.label', { period: windowText(tools, silence.earliest, silence.latest) })}
                    <span className="hatched h-8 grow" />
                  </p>
                )}
                {isFirst && (
                  <h2 className="mt-6 flex items-baseline gap-3 border-b border-edge pb-1 first:mt-4">
                    <span className="font-serif text-xl font-semibold">{yearText(tools, year, row.earliest)}</span>
                    <span className="font-normal text-ink-2">{t('activities', { n: yearCounts.get(year) ?? 0 })}</span>
                  </h2>
                )}
                <ListItem
                  row={row}
                  head={head}
                  underYear={byYear}
                  isOpened={view.activity === row.id}
                  search={view.q}
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

/** The silence of the sources that lies between two neighbours, if one does. */
function gapBetween(gaps: readonly DaySpan[], a: number, b: number): DaySpan | undefined {
  const [first, second] = a < b ? [a, b] : [b, a];
  return gaps.find(gap => gap.earliest > first && gap.latest < second);
}
