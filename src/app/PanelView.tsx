import { useDeferredValue, useMemo } from 'react';
import { useText } from '../i18n/use-text';
import type { DaySpan } from '../lib/day';
import { lazyModule } from '../lib/lazy-module';
import type { ActivityRow } from '../model/answer';
import type { Panel, View } from '../model/view';
import { ActivityList } from '../panels/list/ActivityList';
import { DensityButton } from '../panels/list/DensityButton';
import { SortSelect } from '../panels/list/SortSelect';
import { useOpenDataset } from '../panels/open-dataset';
import { WindowFields } from '../panels/window/WindowFields';
import { Delayed } from '../ui/Delayed';
import { LazyPart } from '../ui/LazyPart';
import type { Present } from './present';
import { timelineModule } from './timeline-module';
import { usePaintMeasure } from './use-paint-measure';
import type { Shown } from './use-shown';

const tableModule = lazyModule(() => import('../panels/table/ActivityTable'));
const matrixModule = lazyModule(() => import('../panels/matrix/Matrix'));
const mapModule = lazyModule(() => import('../panels/map/CountryMap'));

const NO_GAPS: readonly DaySpan[] = [];

interface Props {
  panel: Panel;
  view: View;
  present: Present;
  opened: ActivityRow | null;
  shown: Shown;
}

/** The panel that the view names. The list stands in the timeline's place until the timeline's code is here. */
export function PanelView({ panel, view, present, opened, shown }: Props) {
  const { t } = useText();
  const open = useOpenDataset();
  const { head } = open;
  const { counts, density, marks } = present.replies;
  const { axis } = shown;
  const gaps = axis?.gaps ?? NO_GAPS;
  const bounds = axis?.bounds ?? null;
  const deferred = useDeferredValue(present.replies);
  const rowsKey = useDeferredValue(present.rowsKey);
  const { rows, matrix = null } = deferred;
  usePaintMeasure(deferred);
  const isBusy = shown.isHeld && panel !== 'timeline' && panel !== 'map';
  const hasAnyTime = counts.total > 0 || density.selection.total.some(amount => amount > 0);
  // What waits is given the very same things as before, and is not rendered.
  const seen = isBusy ? shown.still : view;
  const windowFields = useMemo(() => <WindowFields window={seen} bounds={bounds} />, [seen, bounds]);
  const shared = { head, view: seen };
  const loading = <p className="py-10 text-ink-2">{t(`${panel}.loading`)}</p>;
  const activities = rows && (
    <ActivityList {...shared} reply={rows} gaps={gaps} rowsKey={rowsKey} onStart={shown.rows.showFrom} />
  );
  return (
    <div aria-busy={isBusy}>
      {panel === 'list' && (
        <>
          <div className="no-print flex items-center justify-between gap-4 pt-3 max-md:hidden">
            {windowFields}
            <div className="flex items-center gap-2">
              <SortSelect sort={seen.sort} />
              <DensityButton />
            </div>
          </div>
          {activities}
        </>
      )}
      {panel === 'timeline' && axis && hasAnyTime && marks && (
        <LazyPart
          code={timelineModule}
          fallback={
            <>
              {loading}
              <Delayed>
                <div data-brief="">{activities}</div>
              </Delayed>
            </>
          }
          alternative={activities}
        >
          {({ Timeline }) => (
            <Timeline
              replies={{ ...present.replies, marks }}
              opened={opened}
              view={view}
              lanes={shown.lanes}
              axis={axis}
            >
              {windowFields}
            </Timeline>
          )}
        </LazyPart>
      )}
      {panel === 'table' && rows && (
        <LazyPart code={tableModule} fallback={loading}>
          {({ ActivityTable }) => (
            <ActivityTable {...shared} reply={rows} onMore={shown.rows.showMore}>
              {windowFields}
            </ActivityTable>
          )}
        </LazyPart>
      )}
      {panel === 'matrix' && (
        <LazyPart code={matrixModule} fallback={loading}>
          {({ Matrix }) => (
            <Matrix
              {...shared}
              matrix={matrix}
              facets={shown.crossed}
              more={shown.more}
              axis={axis}
              onMore={shown.showMoreLines}
            >
              {windowFields}
            </Matrix>
          )}
        </LazyPart>
      )}
      {panel === 'map' && rows && (
        <LazyPart code={mapModule} fallback={loading}>
          {({ CountryMap }) => (
            <CountryMap head={head} counts={counts} rows={rows.rows} recordCounts={open.counts} view={view}>
              {windowFields}
            </CountryMap>
          )}
        </LazyPart>
      )}
    </div>
  );
}
