import { memo, useEffect, useMemo } from 'react';
import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import { lazyModule } from '../../lib/lazy-module';
import type { Density } from '../../model/answer';
import type { TimeAxis } from '../../model/time-axis';
import type { View } from '../../model/view';
import { shownWindow } from '../../model/window';
import { LazyPart } from '../../ui/LazyPart';
import { useWidth } from '../../ui/use-width';
import { useOpenDataset } from '../open-dataset';
import { Bars } from './Bars';
import { type StripScale, xOf } from './strip-scale';

interface Props {
  axis: TimeAxis;
  selection: Density;
  /** The density of the selection's activities of each colour. Empty if nothing is coloured. */
  colours: readonly Density[];
  isFiltered: boolean;
  from: View['from'];
  to: View['to'];
}

const STRIP_HEIGHT = 44;

/** These parts load later, because they need the strip's width, which is known only after the first layout. */
const brushCode = lazyModule(() => import('./BrushLayer'));
const headModule = lazyModule(() => import('./StripHead'));
const axisModule = lazyModule(() => import('./StripAxis'));
const NO_AXIS = <div className="h-5" />;

/** Draws bars over time: the whole dataset in a pale colour, the selection in front. The brush is the window. */
export const DensityStrip = memo(function DensityStrip(props: Props) {
  const { axis, selection, colours, isFiltered, from: first, to: last } = props;
  const { bounds, folds } = axis;
  const open = useOpenDataset();
  const window = { from: first, to: last };
  const tools = useText();
  const { t } = tools;
  const [ref, width] = useWidth<HTMLDivElement>('later');
  const scale: StripScale = useMemo(() => ({ bounds, folds, width }), [bounds, folds, width]);
  const { earliest, latest } = shownWindow(window, bounds);
  const brush = { start: earliest, end: latest + 1 };
  const hasWindow = first !== null || last !== null;
  useEffect(brushCode.begin, []);
  const max = Math.max(...open.density.total);
  const hasNotes = open.head.coverage.some(({ note }) => note !== undefined);
  const noHead = <div className={hasNotes ? 'h-9 md:h-13' : 'md:h-5'} />;
  return (
    <section aria-label={t('strip.label')} className="relative select-none no-print">
      <LazyPart code={headModule} fallback={noHead} alternative={noHead}>
        {({ StripHead }) => <StripHead {...{ axis, scale, selection, window }} isWhole={!isFiltered} />}
      </LazyPart>
      <div ref={ref} dir="ltr" className="relative isolate" style={{ height: STRIP_HEIGHT }}>
        {width > 0 && (
          <>
            {axis.gapsLeft.map(gap => {
              const left = xOf(scale, gap.earliest);
              const size = xOf(scale, gap.latest + 1) - left;
              const period = windowText(tools, gap.earliest, gap.latest);
              return (
                <div
                  key={gap.earliest}
                  className="hatched absolute bottom-0 grid h-9 place-items-center overflow-hidden text-xs text-ink-2"
                  style={{ insetInlineStart: left, width: size }}
                >
                  <span dir="auto" className={size > 90 ? 'bg-paper px-2 whitespace-nowrap' : 'sr-only'}>
                    {size > 240 ? t('gap.label', { period }) : t('gap.short')}
                  </span>
                </div>
              );
            })}
            <Bars
              scale={scale}
              max={max}
              selection={selection}
              colours={colours}
              isFiltered={isFiltered}
              window={hasWindow ? brush : null}
            />
            {folds.map(fold => (
              <span
                key={fold.earliest}
                className="fold-break absolute inset-y-0"
                style={{ insetInlineStart: xOf(scale, fold.earliest) }}
              >
                <span className="sr-only">
                  {t('fold.label', { period: windowText(tools, fold.earliest, fold.latest) })}
                </span>
              </span>
            ))}
            <LazyPart code={brushCode}>
              {({ BrushLayer }) => <BrushLayer {...{ scale, brush, hasWindow, isFiltered }} stops={open.stops} />}
            </LazyPart>
          </>
        )}
      </div>
      <LazyPart code={axisModule} fallback={NO_AXIS} alternative={NO_AXIS}>
        {({ StripAxis }) => <StripAxis scale={scale} />}
      </LazyPart>
    </section>
  );
});
