import type { Day } from '../lib/day';
import type { AxisQuery, Matrix, MatrixAxis, Query, Tally } from '../model/answer';
import { type FacetValue, NONE } from '../model/dataset';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';
import { countIn } from './facets';
import type { SetId } from './kernel-store';

/** A line before its bins are counted. */
interface Heading {
  value: string;
  set: SetId;
  count: number;
  isParent: boolean;
}

/** Counts the selection by the values of two facets. Only pairs of lines that are wanted are looked at. */
export function matrixOf(index: Index, query: Query): Matrix | null {
  if (query.matrix === null) return null;
  const { kernel, scratch } = index;
  const { edges } = query.matrix;
  const borders = bordersOf(index, edges);
  const tally = (set: SetId, count: number): Tally => ({
    count,
    bins: Array.from(countRanges(kernel, set, borders)),
  });
  const rows = headingsOf(index, query.matrix.rows);
  const columns = headingsOf(index, query.matrix.columns);
  const cells: (Tally | null)[][] = [];
  const rowLines = rows.headings.map(({ set, count, ...line }) => {
    kernel.copy(scratch.base, scratch.selection);
    kernel.intersect(scratch.base, set);
    cells.push(
      columns.headings.map(column => {
        const common = kernel.countCommon(scratch.base, column.set);
        if (common === 0) return null;
        kernel.copy(scratch.work, scratch.base);
        kernel.intersect(scratch.work, column.set);
        return tally(scratch.work, common);
      }),
    );
    return { ...line, ...tally(scratch.base, count) };
  });
  const columnLines = columns.headings.map(({ set, count, ...line }) => {
    kernel.copy(scratch.work, scratch.selection);
    kernel.intersect(scratch.work, set);
    return { ...line, ...tally(scratch.work, count) };
  });
  const axis = ({ facet }: AxisQuery, lines: MatrixAxis['lines'], held: number) => ({ facet, lines, held });
  return {
    rows: axis(query.matrix.rows, rowLines, rows.held),
    columns: axis(query.matrix.columns, columnLines, columns.held),
    edges,
    all: tally(scratch.selection, kernel.count(scratch.selection)),
    cells,
  };
}

/** The values with activities of the selection that are wanted, in the facet's order, and how many are held back. */
function headingsOf(index: Index, { facet: id, opened, limit }: AxisQuery): { headings: Heading[]; held: number } {
  const facet = index.records.head.facets.find(candidate => candidate.id === id);
  const sets = index.facets.get(id);
  if (!facet || !sets) return { headings: [], held: 0 };
  const { counts, none } = countIn(index, id, index.scratch.selection);
  const siblings = new Map<string | undefined, { value: FacetValue; place: number; count: number }[]>();
  facet.values.forEach((value, place) => {
    const count = counts[place] ?? 0;
    if (count === 0) return;
    const group = siblings.get(value.broader) ?? [];
    siblings.set(value.broader, group);
    group.push({ value, place, count });
  });
  const wanted = new Set(opened);
  const shown: { value: FacetValue; place: number; count: number }[] = [];
  let held = 0;
  const show = (above: string | undefined) => {
    const group = siblings.get(above) ?? [];
    const heaviest = [...group].sort((a, b) => b.count - a.count).slice(0, limit);
    held += group.length - heaviest.length;
    for (const line of heaviest) {
      shown.push(line);
      if (wanted.has(line.value.id)) show(line.value.id);
    }
  };
  show(undefined);
  const headings = shown
    .sort((a, b) => a.place - b.place)
    .map(({ value, place, count }) => ({
      value: value.id,
      set: sets.first + place,
      count,
      isParent: siblings.has(value.id),
    }));
  if (none > 0) headings.push({ value: NONE, set: sets.first + sets.size - 1, count: none, isParent: false });
  return { headings, held };
}

/** The positions at which the bins begin and end; the outer ones take in what begins outside of them. */
function bordersOf({ size, days }: Index, edges: readonly Day[]): Uint32Array {
  return Uint32Array.from(edges, (edge, i) => (i === 0 ? 0 : i === edges.length - 1 ? size : days.positionOf(edge)));
}
