import { useId } from 'react';
import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import type { Matrix } from '../../model/answer';
import type { Facet } from '../../model/dataset';
import { Button } from '../../ui/Button';
import { type MoreLines, nextLines, type Side } from './axis-query';
import { SHADES } from './MatrixCell';
import { mostIn } from './most';
import { shadeOfStep, shadeSteps } from './shades';

interface Props {
  matrix: Matrix;
  rows: Facet;
  columns: Facet;
  more: MoreLines;
  onMore: (more: MoreLines) => void;
}

/** Under the table: the way to the lines that are not shown, and what shades and bars mean. */
export function MatrixFoot({ matrix, rows, columns, more, onMore }: Props) {
  const tools = useText();
  const shadesId = useId();
  const { t, number } = tools;
  const steps = shadeSteps(mostIn(matrix).count);
  const [first, last] = [matrix.edges[0], matrix.edges.at(-1)];
  const sides: [Side, Facet][] = [
    ['rows', rows],
    ['columns', columns],
  ];
  const rangeOf = (step: number, i: number) => {
    const next = steps[i + 1];
    if (next === undefined) return step === 1 ? number(step) : t('matrix.orMore', { from: number(step) });
    return next - 1 === step ? number(step) : t('matrix.range', { from: number(step), to: number(next - 1) });
  };
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
      <div className="flex flex-wrap items-center gap-x-4">
        <span id={shadesId}>{t('matrix.shades')}</span>
        <ul aria-labelledby={shadesId} className="flex flex-wrap items-center gap-x-4">
          {steps.map((step, i) => (
            <li key={step} className="flex items-center gap-2">
              <span aria-hidden="true" className={`size-4 forced-colors:border ${SHADES[shadeOfStep(steps, i)]}`} />
              {rangeOf(step, i)}
            </li>
          ))}
        </ul>
      </div>
      {first !== undefined && last !== undefined && (
        <p className="ms-auto">{t('matrix.bars', { period: windowText(tools, first, last - 1) })}</p>
      )}
    </div>
  );
}
