import type { DaySpan } from '../../lib/day';
import { lazyModule } from '../../lib/lazy-module';
import { LazyPart } from '../../ui/LazyPart';
import { useColouring } from '../colouring';
import { useOpenDataset } from '../open-dataset';
import type { PanelProps } from '../panel';
import { ActivityList } from './ActivityList';
import { DensityButton } from './DensityButton';
import { SortSelect } from './SortSelect';

const choiceModule = lazyModule(() => import('../ColourChoice'));

const NO_GAPS: readonly DaySpan[] = [];

/** The list panel. As the stand-in for another panel it has no `children` and no toolbar. */
export function ListPanel({ view, replies, axis, paging, children }: PanelProps) {
  const { head } = useOpenDataset();
  const colouring = useColouring();
  const { rows } = replies;
  if (!rows) return null;
  return (
    <>
      {children && (
        <div className="no-print flex items-center justify-between gap-4 pt-3 max-md:hidden">
          {children}
          <div className="flex items-center gap-2">
            <SortSelect sort={view.sort} />
            <DensityButton />
          </div>
        </div>
      )}
      {children && colouring && (
        <LazyPart code={choiceModule} fallback={<div className="h-9" />}>
          {({ ColourChoice }) => (
            <div className="pt-2">
              <ColourChoice view={view} counts={replies.colourCounts} />
            </div>
          )}
        </LazyPart>
      )}
      <ActivityList
        reply={rows}
        head={head}
        sort={view.sort}
        search={view.q}
        opened={view.activity}
        gaps={axis?.gaps ?? NO_GAPS}
        rowsKey={paging.rowsKey}
        onStart={paging.showFrom}
      />
    </>
  );
}
