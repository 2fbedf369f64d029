import { memo, useMemo } from 'react';
import { windowText, yearText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import { type DaySpan, dateOf, isOpen } from '../../lib/day';
import { parseSearch } from '../../lib/search-text';
import type { Answer } from '../../model/answer';
import type { DatasetHead } from '../../model/dataset';
import type { OnChange, View } from '../../model/view';
import { MoreRows } from '../../ui/MoreRows';
import { ListItem } from './ListItem';
import { useRowDensity } from './use-row-density';

interface Props {
  answer: Answer;
  head: DatasetHead;
  view: View;
  gaps: readonly DaySpan[];
  hrefOf: (patch: Partial<View>) => string;
  onChange: OnChange;
  onMore: () => void;
}

/** The primary content: every activity of the selection, in order, under its year. */
export const ActivityList = memo(function ActivityList({ answer, head, view, gaps, hrefOf, onChange, onMore }: Props) {
  const tools = useText();
  const { t } = tools;
  const { rows, total } = answer;
  const terms = useMemo(() => (view.q ? parseSearch(view.q) : undefined), [view.q]);
  const { isCompact } = useRowDensity();
  const isWhole = rows.length >= total;
  const byYear = view.sort !== 'title';
  const yearCounts = new Map(answer.years.map(({ year, count }) => [year, count]));
  const yearOf = (earliest: number) => (isOpen(earliest) ? null : dateOf(earliest).year);
  return (
    <>
      <ol aria-label={t('list.label')}>
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
              aria-posinset={isWhole ? undefined : i + 1}
              className={`[content-visibility:auto] ${
                isCompact ? '[contain-intrinsic-size:auto_1.5rem]' : '[contain-intrinsic-size:auto_2rem]'
              }`}
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
                terms={terms}
                isCompact={isCompact}
                hrefOf={hrefOf}
                onChange={onChange}
              />
            </li>
          );
        })}
      </ol>
      <MoreRows shown={rows.length} total={total} onMore={onMore} />
    </>
  );
});

/** The silence of the sources that lies between two neighbours, if one does. */
function gapBetween(gaps: readonly DaySpan[], a: number, b: number): DaySpan | undefined {
  const [first, second] = a < b ? [a, b] : [b, a];
  return gaps.find(gap => gap.earliest > first && gap.latest < second);
}
