import { useText } from '../../i18n/use-text';
import type { DatasetHead } from '../../model/dataset';
import type { OnChange, Sort } from '../../model/view';
import { Icon } from '../../ui/icons';
import { CELL, HEADER, ROW } from './roles';
import type { TableColumn } from './table-columns';

interface Props {
  head: DatasetHead;
  columns: readonly TableColumn[];
  sort: Sort;
  /** The column that Tab leads to, -1 when it leads to a row below. */
  current: number;
  onChange: OnChange;
}

/** The names of the columns; those that the record can be put in order by are buttons. */
export function TableHead({ head, columns, sort, current, onChange }: Props) {
  const tools = useText();
  return (
    <tr {...ROW} aria-rowindex={1} className="grid grid-cols-(--tracks) items-center">
      {columns.map((column, i) => {
        const order = orderOf(column, sort);
        const label = columnLabel(tools, head, column.id);
        const tabIndex = i === current ? 0 : -1;
        return (
          <th
            key={column.id}
            {...HEADER}
            scope="col"
            aria-sort={order?.is}
            tabIndex={order ? undefined : tabIndex}
            className={`${CELL} text-start font-semibold pointer-coarse:py-0`}
          >
            {order ? (
              <button
                type="button"
                tabIndex={tabIndex}
                className={`-mx-1 inline-flex items-center gap-0.5 rounded-sm px-1 hover:bg-faint focus-visible:outline-2 pointer-coarse:min-h-11 ${order.is ? 'text-ink' : ''}`}
                onClick={() => onChange({ sort: order.next })}
              >
                {label}
                <Icon
                  name={order.is === 'descending' ? 'down' : 'up'}
                  className={order.is ? 'text-accent' : 'text-edge'}
                />
              </button>
            ) : (
              label
            )}
          </th>
        );
      })}
    </tr>
  );
}

/** What the table calls a column. */
export function columnLabel(
  { t, words }: Pick<ReturnType<typeof useText>, 't' | 'words'>,
  head: DatasetHead,
  id: string,
): string {
  if (id === '_date') return t('table.date');
  if (id === '_title') return t('table.title');
  if (id === '_place') return t('table.place');
  const facet = head.facets.find(candidate => candidate.id === id);
  return facet ? words(facet.label) : id;
}

interface Order {
  is: 'ascending' | 'descending' | undefined;
  next: Sort;
}

/** How a column's order stands, and what its button makes of it; null for one that gives no order. */
function orderOf({ kind }: TableColumn, sort: Sort): Order | null {
  if (kind === 'title') return { is: sort === 'title' ? 'ascending' : undefined, next: 'title' };
  if (kind !== 'date') return null;
  if (sort === 'date') return { is: 'ascending', next: '-date' };
  return { is: sort === '-date' ? 'descending' : undefined, next: 'date' };
}
