import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import type { Matrix } from '../../model/answer';
import type { Facet } from '../../model/dataset';
import { Button } from '../../ui/Button';
import { ShadeLegend } from '../../ui/ShadeLegend';
import { doublingSteps, shadeFromDarkest } from '../../ui/shade-scale';
import { type MoreLines, nextLines, type Side } from './axis-query';
import { SHADES } from './MatrixCell';
import { mostIn } from './most';

interface Props {
  matrix: Matrix;
  rows: Facet;
  columns: Facet;
  more: MoreLines;
  onMore: (more: MoreLines) => void;
}

/** The buttons that show more rows or columns, and the legend of shades and bars. */
export function MatrixFoot({ matrix, rows, columns, more, onMore }: Props) {
  const tools = useText();
  const { t } = tools;
  const steps = doublingSteps(mostIn(matrix).count);
  const [first, last] = [matrix.edges[0], matrix.edges.at(-1)];
  const sides: [Side, Facet][] = [
    ['rows', rows],
    ['columns', columns],
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-2 pt-3 text-xs text-ink-2">
      {sides.map(([side, { id }]) => {
        const { hiddenCount } = matrix[side];
        const asked = more.get(id) ?? 0;
        return (
          (hiddenCount > 0 || asked > 0) && (
            <Button
              key={side}
              look="link"
              className="no-print text-sm"
              onClick={() => onMore(new Map(more).set(id, hiddenCount > 0 ? asked + 1 : 0))}
            >
              {hiddenCount > 0
                ? t(`matrix.more.${side}`, { n: nextLines(side, hiddenCount) })
                : t(`matrix.fewer.${side}`)}
            </Button>
          )
        );
      })}
      <ShadeLegend
        label={t('matrix.shades')}
        caption={t('matrix.shades')}
        steps={steps}
        lookOf={step => `size-4 forced-colors:border ${SHADES[shadeFromDarkest(steps, step)]}`}
      />
      {first !== undefined && last !== undefined && (
        <p className="ms-auto">{t('matrix.bars', { period: windowText(tools, first, last - 1) })}</p>
      )}
    </div>
  );
}
