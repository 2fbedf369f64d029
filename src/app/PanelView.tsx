import { useDeferredValue, useMemo } from 'react';
import { useText } from '../i18n/use-text';
import { lazyModule } from '../lib/lazy-module';
import type { ActivityRow, Answer, OpenDataset } from '../model/answer';
import type { Panel, View } from '../model/view';
import { ActivityList } from '../panels/list/ActivityList';
import { DensityButton } from '../panels/list/DensityButton';
import { SortSelect } from '../panels/list/SortSelect';
import { WindowFields } from '../panels/window/WindowFields';
import { Delayed } from '../ui/Delayed';
import { LazyPart } from '../ui/LazyPart';
import { timelineModule } from './timeline-module';
import { usePaintMeasure } from './use-paint-measure';
import type { Whole } from './use-rows';
import type { Shown } from './use-shown';

const tableModule = lazyModule(() => import('../panels/table/ActivityTable'));
const matrixModule = lazyModule(() => import('../panels/matrix/Matrix'));
const mapModule = lazyModule(() => import('../panels/map/CountryMap'));

interface Props {
  panel: Panel;
  open: OpenDataset;
  view: View;
  /** The view without the draft of a gesture. */
  settled: View;
  answer: Answer;
  /** The last answer that has rows and the matrix too. */
  whole: Whole;
  opened: ActivityRow | null;
  shown: Shown;
}

/** The panel that the view names. The list stands in the timeline's place until the timeline's code is here. */
export function PanelView({ panel, open, view, settled, answer, whole, opened, shown }: Props) {
  const { t } = useText();
  const { bounds, gaps, folds } = shown;
  const { head } = open;
  const { answer: rows, rowsKey } = useDeferredValue(whole);
  usePaintMeasure(useDeferredValue(answer));
  const isBusy = shown.isHeld && panel !== 'timeline' && panel !== 'map';
  const hasAnyTime = answer.total > 0 || answer.density.total.some(amount => amount > 0);
  // What waits is given the very same things as before, and is not rendered.
  const seen = isBusy ? settled : view;
  const windowFields = useMemo(() => <WindowFields window={seen} bounds={bounds} />, [seen, bounds]);
  const links = {};
  const shared = { head, answer: rows, view: seen, ...links };
  const loading = <p className="py-10 text-ink-2">{t(`${panel}.loading`)}</p>;
  const activities = <ActivityList {...shared} gaps={gaps} rowsKey={rowsKey} onStart={shown.rows.showFrom} />;
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
      {panel === 'timeline' && bounds && hasAnyTime && (
        <LazyPart
          code={timelineModule}
          meanwhile={
            <>
              {loading}
              <Delayed>
                <div data-brief="">{activities}</div>
              </Delayed>
            </>
          }
          instead={activities}
        >
          {({ Timeline }) => (
            <Timeline
              open={open}
              answer={answer}
              opened={opened}
              view={view}
              lanes={shown.lanes}
              bounds={bounds}
              gaps={shown.gapsLeft}
              folds={folds}
              canFold={gaps.length > 0}
              {...links}
            >
              {windowFields}
            </Timeline>
          )}
        </LazyPart>
      )}
      {panel === 'table' && (
        <LazyPart code={tableModule} meanwhile={loading}>
          {({ ActivityTable }) => (
            <ActivityTable {...shared} onMore={shown.rows.showMore}>
              {windowFields}
            </ActivityTable>
          )}
        </LazyPart>
      )}
      {panel === 'matrix' && (
        <LazyPart code={matrixModule} meanwhile={loading}>
          {({ Matrix }) => (
            <Matrix
              {...shared}
              facets={shown.crossed}
              more={shown.more}
              gaps={gaps}
              folds={folds}
              onMore={shown.showMoreLines}
            >
              {windowFields}
            </Matrix>
          )}
        </LazyPart>
      )}
      {panel === 'map' && (
        <LazyPart code={mapModule} meanwhile={loading}>
          {({ CountryMap }) => (
            <CountryMap head={head} answer={answer} rows={rows.rows} recordCounts={open.counts} view={view} {...links}>
              {windowFields}
            </CountryMap>
          )}
        </LazyPart>
      )}
    </div>
  );
}
