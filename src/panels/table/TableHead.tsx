import { useText } from '../../i18n/use-text';
import { DATE_COLUMN, PLACE_COLUMN, TITLE_COLUMN } from '../../model/columns';
import type { DatasetHead } from '../../model/dataset';
import type { View } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';
import { Icon } from '../../ui/icons';
import { CELL, HEADER, ROW } from './roles';
import type { TableColumn } from './table-columns';

interface Props {
  head: DatasetHead;
  columns: readonly TableColumn[];
  view: Pick<View, 'sort' | 'columnSort'>;
  /** The index of the column with the Tab stop; -1 if the Tab stop is in a row below. */
  current: number;
}

/** The header row. Each header has a button that sorts by its column. */
export function TableHead({ head, columns, view, current }: Props) {
  const { go } = useNavigation();
  const tools = useText();
  return (
    <tr {...ROW} aria-rowindex={1} className="grid grid-cols-(--tracks) items-center print:table-row">
      {columns.map((column, i) => {
        const order = orderOf(column, view);
        return (
          <th
            key={column.id}
            {...HEADER}
            scope="col"
            aria-sort={order.is}
            // Browsers repeat the head on every printed page but leave out its buttons, so CSS prints this text
            // instead.
            data-printed={columnLabel(tools, head, column.id)}
            className={`${CELL} text-start font-semibold pointer-coarse:py-0 print:before:content-[attr(data-printed)] ${column.kind === 'title' ? 'print:w-1/4' : ''}`}
          >
            <button
              type="button"
              tabIndex={i === current ? 0 : -1}
              className={`-mx-1 inline-flex items-center print:hidden gap-0.5 rounded-sm px-1 text-start hover:bg-faint focus-visible:outline-2 pointer-coarse:min-h-11 ${order.is ? 'text-ink' : ''}`}
              onClick={() => go(order.next)}
            >
              {columnLabel(tools, head, column.id)}
              <Icon
                name={order.is === 'descending' ? 'down' : 'up'}
                className={order.is ? 'text-accent' : 'text-edge'}
              />
            </button>
          </th>
        );
      })}
    </tr>
  );
}

export function columnLabel(
  { t, words }: Pick<ReturnType<typeof useText>, 't' | 'words'>,
  head: DatasetHead,
  id: string,
): string {
  if (id === DATE_COLUMN) return t('table.date');
  if (id === TITLE_COLUMN) return t('table.title');
  if (id === PLACE_COLUMN) return t('table.place');
  const named = [...head.facets, ...(head.fields ?? [])].find(candidate => candidate.id === id);
  return named ? words(named.label) : id;
}

interface Order {
  is: 'ascending' | 'descending' | undefined;
  next: Partial<View>;
}

/** Returns the column's order, and what its button changes. Links can't express titles in descending order. */
function orderOf({ kind, id }: TableColumn, { sort, columnSort }: Pick<View, 'sort' | 'columnSort'>): Order {
  if (kind === 'title') {
    return { is: !columnSort && sort === 'title' ? 'ascending' : undefined, next: { sort: 'title', columnSort: null } };
  }
  if (kind === 'date') {
    const is = columnSort || sort === 'title' ? undefined : sort === 'date' ? 'ascending' : 'descending';
    return { is, next: { sort: is === 'ascending' ? '-date' : 'date', columnSort: null } };
  }
  const own = columnSort?.column === id ? columnSort : null;
  return {
    is: own ? (own.isDescending ? 'descending' : 'ascending') : undefined,
    next: { columnSort: { column: id, isDescending: own?.isDescending === false } },
  };
}
