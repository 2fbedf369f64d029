import { Fragment, memo } from 'react';
import { machineDate } from '../../i18n/date-text';
import { placeText } from '../../i18n/place-text';
import { useDates } from '../../i18n/use-dates';
import { useText } from '../../i18n/use-text';
import { getOwn } from '../../lib/get-own';
import type { ActivityRow } from '../../model/answer';
import { hasSameRow } from '../../model/same-row';
import { onlyValue } from '../../model/view';
import { ViewLink } from '../../navigation/ViewLink';
import { Words } from '../../ui/Words';
import { FieldContent } from '../FieldContent';
import { CELL, GRID_CELL, ROW, ROW_HEADER, RULED } from './roles';
import type { TableColumn } from './table-columns';

interface Props {
  row: ActivityRow;
  /** The row's position in the full table, counted from 1, where the header is row 1. */
  index: number;
  columns: readonly TableColumn[];
  /** The index of the column with the Tab stop; -1 if the Tab stop is in another row. */
  current: number;
  isOpened: boolean;
  search: string;
}

type CellsProps = Omit<Props, 'index'>;

export function TableRow({ index, ...props }: Props) {
  return (
    <tr
      {...ROW}
      aria-rowindex={index}
      className={`${RULED} relative grid grid-cols-(--tracks) items-baseline print:table-row after:bg-faint [contain-intrinsic-size:auto_2.25rem] [content-visibility:auto] ${
        props.isOpened ? 'bg-accent-ground' : 'hover:bg-raised'
      }`}
    >
      <Cells {...props} />
    </tr>
  );
}

/** The cells of a row. Memoised separately, because the row's index changes more often than its content. */
const Cells = memo(
  function Cells(props: CellsProps) {
    const { row, columns, current, isOpened, search } = props;
    const tools = useDates();
    return columns.map((column, i) => {
      const tabIndex = i === current ? 0 : -1;
      if (column.kind === 'facet') {
        return <TagCell key={column.id} column={column} tabIndex={tabIndex} {...{ row }} />;
      }
      if (column.kind === 'title') {
        return (
          <th key={column.id} {...ROW_HEADER} scope="row" className={`${CELL} text-start`}>
            <ViewLink
              to={{ activity: row.id }}
              tabIndex={tabIndex}
              data-activity={row.id}
              aria-current={isOpened ? 'true' : undefined}
              className={`rounded-sm font-serif text-base leading-5 font-medium hover:underline focus-visible:outline-2 ${isOpened ? 'text-accent' : ''}`}
            >
              <Words of={tools.spoken(row.title)} search={search} />
            </ViewLink>
          </th>
        );
      }
      if (column.kind === 'field') {
        const value = getOwn(row.values ?? {}, column.id);
        const isLink = column.type === 'link' && value !== undefined;
        return (
          <td
            key={column.id}
            {...GRID_CELL}
            tabIndex={isLink ? undefined : tabIndex}
            className={`${CELL} text-ink-2 wrap-anywhere`}
          >
            {value !== undefined && <FieldContent type={column.type} isEmbedded {...{ value, tabIndex }} />}
          </td>
        );
      }
      return (
        <td key={column.id} {...GRID_CELL} tabIndex={tabIndex} className={`${CELL} text-ink-2`}>
          {column.kind === 'date' && <time dateTime={machineDate(row.date)}>{tools.date(row.date)}</time>}
          {column.kind === 'place' && row.place && placeText(tools, row.place)}
        </td>
      );
    });
  },
  hasSameRow<CellsProps>,
);

type TagCellProps = Pick<Props, 'row'> & {
  column: Extract<TableColumn, { kind: 'facet' }>;
  tabIndex: number;
};

/** Shows an activity's values in a facet as links. A single link takes the focus instead of the cell. */
function TagCell({ column, row, tabIndex }: TagCellProps) {
  const { words, spoken } = useText();
  const values = (getOwn(row.tags, column.id) ?? []).flatMap(id => column.values.get(id) ?? []);
  const isLone = values.length === 1;
  return (
    <td {...GRID_CELL} tabIndex={isLone ? undefined : tabIndex} className={`${CELL} text-ink-2`}>
      {values.map((value, i) => {
        const patch = onlyValue(column.id, value.id);
        return (
          <Fragment key={value.id}>
            {i > 0 && '\u00a0· '}
            <ViewLink
              to={patch}
              data-previews={`${column.id} ${value.id}`}
              tabIndex={isLone ? tabIndex : -1}
              title={value.short && words(value.label)}
              className="rounded-sm hover:text-accent hover:underline focus-visible:outline-2"
            >
              <Words of={spoken(value.short ?? value.label)} />
            </ViewLink>
          </Fragment>
        );
      })}
    </td>
  );
}
