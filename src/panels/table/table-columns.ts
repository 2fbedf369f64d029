import { columnIds, DATE_COLUMN, PLACE_COLUMN, TITLE_COLUMN } from '../../model/columns';
import type { DatasetHead, FacetValue, FieldType } from '../../model/dataset';

interface FacetColumn {
  kind: 'facet';
  id: string;
  /** The facet's values by id. */
  values: ReadonlyMap<string, FacetValue>;
}

export type TableColumn =
  | { kind: 'date' | 'title' | 'place'; id: string }
  | { kind: 'field'; id: string; type: FieldType }
  | FacetColumn;

/** Returns the columns in reading order. The title follows the date, or comes first if there is no date. */
export function tableColumns(head: DatasetHead, shown: readonly string[]): TableColumn[] {
  const columns = shown.map((id): TableColumn => {
    if (id === DATE_COLUMN) return { kind: 'date', id };
    if (id === PLACE_COLUMN) return { kind: 'place', id };
    const field = head.fields?.find(candidate => candidate.id === id);
    if (field) return { kind: 'field', id, type: field.type };
    const values = head.facets.find(facet => facet.id === id)?.values ?? [];
    return { kind: 'facet', id, values: new Map(values.map(value => [value.id, value])) };
  });
  columns.splice(shown.includes(DATE_COLUMN) ? 1 : 0, 0, { kind: 'title', id: TITLE_COLUMN });
  return columns;
}

/** Each kind of column's minimum width in rem (desktop, phone), and its share (`fr`) of the remaining width. */
const WIDTHS = {
  date: { desk: 9.25, phone: 6.5, part: 0.4 },
  title: { desk: 16, phone: 13, part: 3 },
  facet: { desk: 9.25, phone: 8.5, part: 1 },
  place: { desk: 8, phone: 8, part: 0.6 },
  field: { desk: 8, phone: 8, part: 0.6 },
} as const;

/** Returns the columns as CSS grid tracks, and the minimum width of the table in rem. */
export function tracksOf(columns: readonly TableColumn[], isNarrow: boolean): { tracks: string; min: number } {
  return {
    tracks: columns.map(({ kind }) => `minmax(${minWidthOf(kind, isNarrow)}rem, ${WIDTHS[kind].part}fr)`).join(' '),
    min: columns.reduce((sum, { kind }) => sum + minWidthOf(kind, isNarrow), 0),
  };
}

/** Returns the number of columns that fit into `width` rem besides date and title, at least 1. */
export function roomFor(head: DatasetHead, width: number, isNarrow: boolean): number {
  const others = tableColumns(head, columnIds(head)).slice(2);
  let left = width - minWidthOf('date', isNarrow) - minWidthOf('title', isNarrow);
  const fitting = others.findIndex(({ kind }) => {
    left -= minWidthOf(kind, isNarrow);
    return left < 0;
  });
  return fitting < 0 ? others.length : Math.max(1, fitting);
}

function minWidthOf(kind: TableColumn['kind'], isNarrow: boolean): number {
  return WIDTHS[kind][isNarrow ? 'phone' : 'desk'];
}
