import {
  type CSSProperties,
  memo,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useText } from '../../i18n/use-text';
import { shownColumns } from '../../model/columns';
import type { DatasetHead } from '../../model/dataset';
import type { View } from '../../model/view';
import type { RowsReply } from '../../model/wants';
import { MoreRows } from '../../ui/MoreRows';
import { useMedia } from '../../ui/use-media';
import { useWidth } from '../../ui/use-width';
import { useOpenDataset } from '../open-dataset';
import type { PanelProps } from '../panel';
import { ColumnMenu } from './ColumnMenu';
import { GROUP, RULED } from './roles';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';
import { roomFor, tableColumns, tracksOf } from './table-columns';
import { useGrid } from './use-grid';

const GRID = { role: 'grid' };

interface Props {
  head: DatasetHead;
  reply: RowsReply;
  view: View;
  onMore: () => void;
  children: ReactNode;
}

/** Shows the selection as a table. Readers choose the columns, and arrow keys move between cells. */
export function ActivityTable({ view, replies, paging, children }: PanelProps) {
  const { head } = useOpenDataset();
  const { rows } = replies;
  return (
    rows && (
      <TableOfRows head={head} reply={rows} view={view} onMore={paging.showMoreRows}>
        {children}
      </TableOfRows>
    )
  );
}

const TableOfRows = memo(function TableOfRows({ reply, head, view, onMore, children }: Props) {
  const { t } = useText();
  const { rows, total } = reply;
  const helpId = useId();
  const isNarrow = useMedia('(max-width: 47.99rem)');
  const [frame, measured] = useWidth<HTMLDivElement>();
  // Deferred, because React would otherwise render all rows in one task as soon as the width is measured.
  const width = useDeferredValue(measured);
  const room = roomFor(head, width / REM, isNarrow);
  const columns = useMemo(() => tableColumns(head, shownColumns(head, view.columns, room)), [head, view.columns, room]);
  const { tracks, min } = tracksOf(columns, isNarrow);
  const scrolls = width > 0 && width < min * REM;
  const { ref, at, onFocus, onKeyDown } = useGrid(rows.length + 1, columns.length);
  useKeptInSight(ref, scrolls);
  const style: CSSProperties & { '--tracks': string } = { '--tracks': tracks, minWidth: `${min}rem` };
  return (
    <>
      <div className="no-print flex min-h-10 items-center justify-between gap-4 pt-3 pb-1">
        <div className="max-md:hidden">{children}</div>
        <ColumnMenu head={head} chosen={view.columns} room={room} />
      </div>
      <p id={helpId} className="sr-only">
        {t('table.help')}
      </p>
      <div ref={frame} className="-mx-2 print:mx-0">
        {width > 0 && rows.length > 0 && (
          <section
            {...(scrolls && { tabIndex: 0, 'aria-label': t('table.sideways') })}
            className={
              scrolls ? 'max-h-[calc(100dvh-7.5rem)] overflow-auto print:max-h-none print:overflow-visible' : ''
            }
          >
            <table
              ref={ref}
              {...GRID}
              aria-rowcount={total + 1}
              aria-describedby={helpId}
              className="block print:table print:w-full print:min-w-0! print:table-fixed print:text-xs"
              style={style}
              onFocus={onFocus}
              onKeyDown={onKeyDown}
            >
              <caption className="sr-only">{t('list.label')}</caption>
              <thead
                {...GROUP}
                className={`${RULED} z-10 block bg-paper after:bg-edge print:table-header-group ${scrolls ? 'sticky top-0' : 'sticky top-14'}`}
              >
                <TableHead head={head} columns={columns} view={view} current={at.row === 0 ? at.column : -1} />
              </thead>
              <tbody {...GROUP} className="block print:table-row-group">
                {rows.map((row, i) => (
                  <TableRow
                    key={row.id}
                    row={row}
                    index={i + 2}
                    columns={columns}
                    current={at.row === i + 1 ? at.column : -1}
                    isOpened={view.activity === row.id}
                    search={view.q}
                  />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
      <MoreRows shown={rows.length} total={total} onMore={onMore} />
    </>
  );
});

const REM = 16;
/** Scrolls the opened activity into view when the table starts or stops scrolling in its own frame. */
function useKeptInSight(table: RefObject<HTMLTableElement | null>, scrolls: boolean): void {
  const before = useRef(scrolls);
  useLayoutEffect(() => {
    if (before.current === scrolls) return;
    before.current = scrolls;
    table.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }, [table, scrolls]);
}
