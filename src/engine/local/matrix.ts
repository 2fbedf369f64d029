import type { Day } from '../../lib/day';
import type { AxisQuery, FacetCount, Matrix, MatrixAxis, MatrixQuery, Tally } from '../../model/answer';
import { type Facet, type FacetValue, NONE } from '../../model/dataset';
import { countOf, facetTree } from '../../model/facet-tree';
import type { Index } from './build-index';
import { countIn } from './counting';
import type { SetId } from './kernel-store';

/** The rows or columns of a matrix. `hiddenCount` is the number of values that are left out. */
interface Headings {
  headings: { value: string; set: SetId; isParent: boolean }[];
  hiddenCount: number;
}

export function matrixOf(index: Index, want: MatrixQuery): Matrix {
  const { kernel, scratch } = index;
  const { edges } = want;
  const tally = tallying(index, edges);
  const rows = headingsOf(index, want.rows);
  const columns = headingsOf(index, want.columns);
  const axis = ({ facet }: AxisQuery, { headings, hiddenCount }: Headings): MatrixAxis => ({
    facet,
    lines: headings.map(({ value, set, isParent }) => ({ value, isParent, ...tally(scratch.selection, set) })),
    hiddenCount,
  });
  return {
    rows: axis(want.rows, rows),
    columns: axis(want.columns, columns),
    edges,
    all: tally(scratch.selection, scratch.selection),
    cells: rows.headings.map(row => {
      kernel.copy(scratch.base, scratch.selection);
      kernel.intersect(scratch.base, row.set);
      return columns.headings.map(column => {
        const cell = tally(scratch.base, column.set);
        return cell.count > 0 ? cell : null;
      });
    }),
  };
}

/**
 * Returns a function that counts the activities in two sets, in total and in each bin between `edges`. The outer bins
 * include activities before or after all bins. Activities without a date are in no bin.
 */
function tallying({ kernel, days, size }: Index, edges: readonly Day[]): (a: SetId, b: SetId) => Tally {
  const last = edges.length - 1;
  if (last < 1) return (a, b) => ({ count: kernel.countCommon(a, b), bins: [] });
  // The last range contains the activities without a date.
  const borders = Uint32Array.of(...days.bordersOf(edges), size);
  return (a, b) => {
    const counts = new Uint32Array(last + 1);
    kernel.countRanges(a, b, borders, counts);
    const count = counts.reduce((sum, inBin) => sum + inBin, 0);
    return { count, bins: Array.from(counts.subarray(0, last)) };
  };
}

function headingsOf(index: Index, query: AxisQuery): Headings {
  const facet = index.records.head.facets.find(candidate => candidate.id === query.facet);
  const sets = index.facets.get(query.facet);
  if (!facet || !sets) return { headings: [], hiddenCount: 0 };
  const { values, hiddenCount } = shownValues(facet, countIn(index, query.facet, index.scratch.selection), query);
  const headings = values.map(({ value, number, isParent }) => ({ value, set: sets.first + number, isParent }));
  return { headings, hiddenCount };
}

/** `number` is the index of a value in the facet. `_none` has the number after the last value. */
interface ShownValues {
  values: { value: string; number: number; isParent: boolean }[];
  hiddenCount: number;
}

/**
 * Returns the values to show on an axis, in the facet's order, and the number of values left out. Shows the `limit` top
 * values with the most activities, and as many children of each opened value.
 */
export function shownValues(
  facet: Facet,
  { counts, none }: Pick<FacetCount, 'counts' | 'none'>,
  { opened, limit }: AxisQuery,
): ShownValues {
  const tree = facetTree(facet);
  const inUse = (values: readonly FacetValue[]) =>
    values.flatMap(value => {
      const count = countOf(tree, counts, value.id);
      return count > 0 ? [{ value, count }] : [];
    });
  const wanted = new Set(opened);
  const shown = new Set<string>();
  let hiddenCount = 0;
  const show = (siblings: readonly FacetValue[]) => {
    const used = inUse(siblings);
    const heaviest = used.sort((a, b) => b.count - a.count).slice(0, limit);
    hiddenCount += used.length - heaviest.length;
    for (const { value } of heaviest) {
      shown.add(value.id);
      if (wanted.has(value.id)) show(tree.childrenOf(value.id));
    }
  };
  show(tree.tops);
  const values = facet.values.flatMap(({ id: value }, number) =>
    shown.has(value) ? [{ value, number, isParent: inUse(tree.childrenOf(value)).length > 0 }] : [],
  );
  if (none > 0) values.push({ value: NONE, number: facet.values.length, isParent: false });
  return { values, hiddenCount };
}
