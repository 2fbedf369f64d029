import type { AxisQuery, FacetCount, Matrix, MatrixAxis, MatrixQuery, Tally } from '../../model/answer';
import { shownValues } from '../local/matrix';
import type { Batch } from './batch';
import { binOfColumn } from './bins';
import { countValues } from './branches';
import type { Dataset, StoredFacet } from './dataset';
import { grouped, ZERO } from './grouped';
import { integer, integers } from './sql';

/** A number greater than the number of values of every facet. */
const LINES = 1_000_000;

export async function matrixOf(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { rows, columns, edges }: MatrixQuery,
): Promise<Matrix> {
  const { stored, tables } = dataset;
  const [rowAxis, columnAxis] = await Promise.all(
    [rows, columns].map(query => axisOf(batch, dataset, condition, query)),
  );
  const binCount = Math.max(0, edges.length - 1);
  // Activities without a date are counted in an additional bin after the last bin.
  const bin = binCount === 0 ? ZERO : `if(n < ${integer(stored.dated)}, ${binOfColumn('start', edges)}, ${binCount})`;
  const line = `${ZERO} + toInt64(${valuesOf(rowAxis, 'Back')}) * ${LINES} + ${valuesOf(columnAxis, 'Front')}`;
  const tallies = new Map<number, { count: number; bins: number[] }>();
  for (const { a, b, x } of await batch.rows(grouped(tables.activities, condition, { a: line, b: bin }))) {
    const tally = tallies.get(a) ?? { count: 0, bins: new Array<number>(binCount).fill(0) };
    tally.count += x;
    if (b < binCount) tally.bins[b] = (tally.bins[b] ?? 0) + x;
    tallies.set(a, tally);
  }
  const tallyOf = (row: number, column: number): Tally =>
    tallies.get(row * LINES + column) ?? { count: 0, bins: new Array<number>(binCount).fill(0) };
  const [allRows, allColumns] = [everyLine(rowAxis), everyLine(columnAxis)];
  const axis = (query: AxisQuery, { values, hiddenCount }: Axis, at: (number: number) => Tally): MatrixAxis => ({
    facet: query.facet,
    lines: values.map(({ value, number, isParent }) => ({ value, isParent, ...at(number) })),
    hiddenCount,
  });
  const noAxis: Axis = { facet: null, values: [], hiddenCount: 0 };
  return {
    rows: axis(rows, rowAxis ?? noAxis, number => tallyOf(number, allColumns)),
    columns: axis(columns, columnAxis ?? noAxis, number => tallyOf(allRows, number)),
    edges,
    all: tallyOf(allRows, allColumns),
    cells: (rowAxis?.values ?? []).map(row =>
      (columnAxis?.values ?? []).map(column => {
        const cell = tallyOf(row.number, column.number);
        return cell.count > 0 ? cell : null;
      }),
    ),
  };
}

interface Axis extends ReturnType<typeof shownValues> {
  facet: StoredFacet | null;
}

async function axisOf(batch: Batch, dataset: Dataset, condition: string, query: AxisQuery): Promise<Axis> {
  const facet = dataset.facets.get(query.facet);
  if (!facet) return { facet: null, values: [], hiddenCount: 0 };
  const counts: FacetCount = await countValues(batch, dataset, facet, condition);
  return { facet, ...shownValues(facet.facet, counts, query) };
}

/** Returns the number of the line that counts all values of an axis. No value has this number. */
function everyLine(axis: Axis | undefined): number {
  return (axis?.facet?.facet.values.length ?? 0) + 1;
}

/**
 * Returns an SQL expression that makes a row for each shown value of an activity, and one more row for all values. One
 * axis adds this row at the front and the other axis at the back, because ClickHouse would merge equal expressions.
 */
function valuesOf(axis: Axis | undefined, side: 'Front' | 'Back'): string {
  const all = `toUInt32(${integer(everyLine(axis))})`;
  if (!axis?.facet) return all;
  // The list begins with a number that no value has, because the list must not be empty.
  const shown = `[${integers([LINES - 1, ...axis.values.map(({ number }) => number)])}]`;
  return `arrayJoin(arrayPush${side}(arrayFilter(value -> has(${shown}, value), v${axis.facet.f}), ${all}))`;
}
