import { memo, useMemo } from 'react';
import { useText } from '../../i18n/use-text';
import type { DaySpan } from '../../lib/day';
import type { Sort } from '../../model/view';
import type { RowsReply } from '../../model/wants';
import { ViewLink } from '../../navigation/ViewLink';
import { useOpenDataset } from '../open-dataset';
import { ActivityList } from './ActivityList';
import { isDetailed } from './below-wants';
import { DetailedItem } from './DetailedItem';
import { SortSelect } from './SortSelect';

interface Props {
  reply: RowsReply;
  gaps: readonly DaySpan[];
  sort: Sort;
  search: string;
  opened: string | null;
  isEmbedded: boolean;
}

/** Lists activities below another panel, with summaries if they are few, and with a link to the rest. */
export const ListBelow = memo(function ListBelow({ reply, gaps, sort, search, opened, isEmbedded }: Props) {
  const { head } = useOpenDataset();
  const { t } = useText();
  const { rows, total } = reply;
  const shown = useMemo(() => ({ ...reply, total: reply.rows.length }), [reply]);
  if (rows.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="list-below">
      <div className="flex flex-wrap items-end justify-between gap-x-4 border-b border-edge pb-1">
        <h2 id="list-below" className="font-serif text-xl font-semibold">
          {t('list.below', { n: total })}
        </h2>
        <div className="no-print flex items-center gap-4">
          <SortSelect sort={sort} />
        </div>
      </div>
      {isDetailed(total) ? (
        <ol aria-label={t('list.label')}>
          {rows.map(row => (
            <li key={row.id}>
              <DetailedItem {...{ row, head, search, isEmbedded }} isOpened={opened === row.id} />
            </li>
          ))}
        </ol>
      ) : (
        <ActivityList
          reply={shown}
          head={head}
          sort={sort}
          search={search}
          opened={opened}
          gaps={gaps}
          rowsKey=""
          onStart={stayWhole}
        />
      )}
      {rows.length < total && (
        <p className="mt-4">
          <ViewLink to={{ panel: 'list' }} className="link">
            {t('list.all', { n: total })}
          </ViewLink>
        </p>
      )}
    </section>
  );
});

/** Ignores requests for other rows, because the list below a panel has all its rows from the start. */
function stayWhole(): void {}
