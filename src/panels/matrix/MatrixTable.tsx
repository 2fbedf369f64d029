import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import type { Matrix } from '../../model/answer';
import type { Facet } from '../../model/dataset';
import type { MatrixFacets } from '../../model/matrix-facets';
import { narrowedTo } from '../../model/narrowing';
import type { TimeAxis } from '../../model/time-axis';
import { choiceOf, type View, withChoice } from '../../model/view';
import { doublingSteps, shadeFromDarkest, stepOf } from '../../ui/shade-scale';
import { lineName } from './line-name';
import { orderedLines } from './lines';
import { MatrixCell } from './MatrixCell';
import { MatrixFrame } from './MatrixFrame';
import { MatrixHead } from './MatrixHead';
import { MatrixRowHead } from './MatrixRowHead';
import { mostIn, mostInLines } from './most';
import { baselineOf } from './Spark';

interface Props {
  matrix: Matrix;
  facets: MatrixFacets;
  view: View;
  axis: TimeAxis | null;
  onToggle: (value: string) => void;
}

/** The table of counts. The numbers alone say everything that the shades show. */
export function MatrixTable({ matrix, facets: { rows, columns }, view, axis, onToggle }: Props) {
  const tools = useText();
  const { t, words, compare } = tools;
  const byName = (facet: Facet) => (a: string, b: string) =>
    compare(valueLabel(tools, facet, a, true), valueLabel(tools, facet, b, true));
  const rowLines = orderedLines(rows, matrix.rows, view.laneSort, byName(rows));
  const columnLines = orderedLines(columns, matrix.columns, view.laneSort, byName(columns));
  const choicesOf = (facet: Facet, value: string): View['facets'] | null => {
    const choice = narrowedTo(facet, choiceOf(view, facet.id), value);
    return choice && withChoice(view, facet.id, choice);
  };
  const patchOf = (facet: Facet) => (value: string) => {
    const facets = choicesOf(facet, value);
    return facets && { facets };
  };
  const columnChoices = columnLines.map(({ value }) => narrowedTo(columns, choiceOf(view, columns.id), value));
  const cells = mostIn(matrix);
  const steps = doublingSteps(cells.count);
  const baseline = baselineOf(matrix.edges, axis);
  const hasBelow = rowLines.some(line => line.isParent);
  return (
    <MatrixFrame
      caption={t('matrix.caption', { rows: words(rows.label), columns: words(columns.label) })}
      columnCount={columnLines.length}
      head={(active, isScrolling) => (
        <MatrixHead
          all={matrix.all}
          facets={{ rows, columns }}
          lines={columnLines}
          active={active}
          isScrolling={isScrolling}
          spark={{ baseline, max: mostInLines(matrix.columns.lines) }}
          patchOf={patchOf(columns)}
          onToggle={onToggle}
        />
      )}
    >
      <tbody>
        {rowLines.map(row => {
          const facets = choicesOf(rows, row.value);
          return (
            <tr key={row.value} className="group/row">
              <MatrixRowHead
                facet={rows}
                line={row}
                hasGutter={hasBelow}
                baseline={baseline}
                mostInBin={mostInLines(matrix.rows.lines)}
                patch={facets && { facets }}
                onToggle={() => onToggle(row.value)}
              />
              {columnLines.map((column, c) => {
                const tally = matrix.cells[row.index]?.[column.index] ?? null;
                const choice = columnChoices[c];
                const both = facets && choice ? withChoice({ ...view, facets }, columns.id, choice) : null;
                return (
                  <MatrixCell
                    key={column.value}
                    tally={tally}
                    shade={tally ? shadeFromDarkest(steps, stepOf(steps, tally.count)) : 0}
                    mostInBin={cells.bin}
                    baseline={baseline}
                    name={t('matrix.pair', {
                      row: lineName(tools, rows, row.value, false),
                      column: lineName(tools, columns, column.value, true),
                    })}
                    patch={both && { facets: both, panel: 'list' }}
                  />
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </MatrixFrame>
  );
}
