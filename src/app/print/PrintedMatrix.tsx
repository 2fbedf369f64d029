import { useText } from '../../i18n/use-text';
import type { Matrix } from '../../model/answer';
import type { DatasetHead, Facet } from '../../model/dataset';
import { lineName } from '../../panels/matrix/line-name';
import { orderedLines } from '../../panels/matrix/lines';
import { SHADES } from '../../panels/matrix/MatrixCell';
import { mostIn } from '../../panels/matrix/most';
import { doublingSteps, shadeFromDarkest, stepOf } from '../../ui/shade-scale';

interface Props {
  head: DatasetHead;
  matrix: Matrix;
}

/** The matrix on paper: a table with numbers and shades. Browsers repeat the table's head on each page. */
export function PrintedMatrix({ head, matrix }: Props) {
  const [rows, columns] = [matrix.rows, matrix.columns].map(axis => head.facets.find(({ id }) => id === axis.facet));
  return rows && columns && matrix.all.count > 0 ? <Table {...{ matrix, rows, columns }} /> : null;
}

function Table({ matrix, rows, columns }: { matrix: Matrix; rows: Facet; columns: Facet }) {
  const tools = useText();
  const { t, words, number, compare } = tools;
  const linesOf = (facet: Facet, side: 'rows' | 'columns') =>
    orderedLines(facet, matrix[side], 'given', compare).map(line => ({
      ...line,
      name: lineName(tools, facet, line.value, side === 'columns'),
    }));
  const [rowLines, columnLines] = [linesOf(rows, 'rows'), linesOf(columns, 'columns')];
  const steps = doublingSteps(mostIn(matrix).count);
  const hidden = (['rows', 'columns'] as const).filter(side => matrix[side].hiddenCount > 0);
  return (
    <section className="printed-matrix">
      <table>
        <caption className="printed-small">
          {t('matrix.caption', { rows: words(rows.label), columns: words(columns.label) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words(rows.label)}</th>
            <th scope="col">{t('matrix.total')}</th>
            {columnLines.map(({ value, name }) => (
              <th key={value} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowLines.map(row => (
            <tr key={row.value}>
              <th scope="row" data-depth={row.depth}>
                {row.name}
              </th>
              <td>{number(row.count)}</td>
              {columnLines.map(column => {
                const count = matrix.cells[row.index]?.[column.index]?.count ?? 0;
                const shade = shadeFromDarkest(steps, stepOf(steps, count));
                return (
                  <td key={column.value} className={count > 0 ? SHADES[shade] : undefined}>
                    {count > 0 ? number(count) : '·'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden.map(side => (
        <p key={side} className="printed-small">
          {t(`print.more.${side}`, { n: matrix[side].hiddenCount })}
        </p>
      ))}
    </section>
  );
}
