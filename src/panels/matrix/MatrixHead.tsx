import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import type { Tally } from '../../model/answer';
import type { MatrixFacets } from '../../model/matrix-facets';
import type { View } from '../../model/view';
import { LineLabel, LineOpener } from './LineLabel';
import { lineName } from './line-name';
import type { Line } from './lines';
import { Spark } from './Spark';
import { TotalCell } from './TotalCell';

interface Props {
  all: Tally;
  facets: MatrixFacets;
  lines: readonly Line[];
  /** The index of the column under the pointer or with the focus. Null if there is none. */
  active: number | null;
  /** True if the table scrolls in its own frame. If false, the head sticks below the page's header. */
  isScrolling: boolean;
  /** The SVG path of the line under the bars, and the count that a bar of full height represents. */
  spark: { baseline: string; max: number };
  patchOf: (value: string) => Partial<View> | null;
  onToggle: (value: string) => void;
}

/** The names of the columns, and the totals below them. */
export function MatrixHead(props: Props) {
  const { all, facets, lines, active, isScrolling, spark, patchOf, onToggle } = props;
  const { rows, columns } = facets;
  const tools = useText();
  const { t, number, words } = tools;
  const ground = 'bg-paper text-start align-bottom';
  return (
    <thead className={`sticky z-20 text-xs ${isScrolling ? 'top-0' : 'top-14'}`}>
      {lines.some(line => line.above !== null) && (
        <tr>
          <td className="sticky start-0 z-10 bg-paper" />
          <td className="bg-paper" />
          {groupsOf(lines).map(({ above, size, key }) =>
            above === null ? (
              <td key={key} colSpan={size} className="bg-paper" />
            ) : (
              <th key={key} scope="colgroup" colSpan={size} className="bg-paper px-px pb-1 text-start font-semibold">
                <span className="block border-b border-edge pb-0.5">
                  <span className="sticky start-(--first) inline-block max-w-full px-1.5 md:px-2.5">
                    {valueLabel(tools, columns, above, true)}
                  </span>
                </span>
              </th>
            ),
          )}
        </tr>
      )}
      <tr>
        <th scope="col" className={`sticky start-0 z-10 pb-2 font-normal text-ink-2 ${ground}`}>
          {words(rows.label)}
        </th>
        <th scope="col" className={`pb-2 font-normal text-ink-2 ${ground}`}>
          <span className="inline-block min-w-[3ch] text-end">{t('matrix.total')}</span>
        </th>
        {lines.map((line, i) => (
          <th
            key={line.value}
            scope="col"
            aria-label={lineName(tools, columns, line.value, true)}
            className={`ps-1.5 pb-2 font-normal md:ps-2.5 ${ground}`}
          >
            {line.isParent && (
              <LineOpener facet={columns} line={line} className="-ms-1.5" onToggle={() => onToggle(line.value)} />
            )}
            <LineLabel
              facet={columns}
              line={line}
              isTight
              patch={patchOf(line.value)}
              className={`hyphenate block leading-4 ${i === active ? 'text-accent' : ''}`}
            />
          </th>
        ))}
      </tr>
      <tr className="text-sm">
        <th
          scope="row"
          className={`sticky start-0 z-10 h-11 border-y border-edge font-semibold ${ground} align-middle!`}
        >
          {t('matrix.all')}
        </th>
        <TotalCell
          tally={all}
          mostInBin={Math.max(1, ...all.bins)}
          baseline={spark.baseline}
          className="border-y border-edge bg-paper font-semibold"
        />
        {lines.map(line => (
          <td key={line.value} className="border-y border-edge bg-paper px-2 font-semibold md:px-2.5">
            <span className="@container flex items-center gap-1.5 max-md:flex-col max-md:items-start max-md:gap-0">
              {number(line.count)}
              <Spark bins={line.bins} max={spark.max} baseline={spark.baseline} />
            </span>
          </td>
        ))}
      </tr>
    </thead>
  );
}

/** Groups neighbouring columns that have the same expanded parent. */
function groupsOf(lines: readonly Line[]): { above: string | null; size: number; key: string }[] {
  const groups: { above: string | null; size: number; key: string }[] = [];
  for (const { above, value } of lines) {
    const last = groups.at(-1);
    if (last && last.above === above) last.size += 1;
    else groups.push({ above, size: 1, key: value });
  }
  return groups;
}
