import { lazy, type ReactNode, Suspense, useDeferredValue, useMemo } from 'react';
import { headline } from '../i18n/headline';
import { useText } from '../i18n/use-text';
import type { DaySpan } from '../lib/day';
import type { Answer, OpenDataset, OpenedActivity } from '../model/answer';
import { constraintsOfView } from '../model/constraints';
import type { Facet } from '../model/dataset';
import { type Folds, gapsLeft } from '../model/folding';
import type { MatrixFacets } from '../model/matrix-facets';
import type { OnChange, View } from '../model/view';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { Chips } from '../views/chips/Chips';
import { CompareBar } from '../views/compare/CompareBar';
import { DensityStrip } from '../views/density/DensityStrip';
import { ActivityDetails } from '../views/details/ActivityDetails';
import { ActivityList } from '../views/list/ActivityList';
import { DensityButton } from '../views/list/DensityButton';
import { SortSelect } from '../views/list/SortSelect';
import type { MoreLines } from '../views/matrix/axis-query';
import { PanelSwitch } from '../views/panels/PanelSwitch';
import { ResultStatus } from '../views/status/ResultStatus';
import { WindowFields } from '../views/window/WindowFields';
import { type Choices, compareLink } from './compared';
import { Empty } from './Empty';
import { Notices } from './Notices';
import { panelOf, panelPatch, panelsFor } from './panel-of';
import { Timeline } from './timeline-code';
import type { Clearing } from './use-clearing';

const ActivityTable = lazy(() =>
  import('../views/table/ActivityTable').then(({ ActivityTable }) => ({ default: ActivityTable })),
);
const Matrix = lazy(() => import('../views/matrix/Matrix').then(({ Matrix }) => ({ default: Matrix })));
const CountryMap = lazy(() => import('../views/map/CountryMap').then(({ CountryMap }) => ({ default: CountryMap })));

interface Props {
  open: OpenDataset;
  view: View;
  answer: Answer;
  opened: OpenedActivity | null;
  sentence: string;
  lanes: Facet | null;
  /** The facets of the matrix, and how often more of their lines were asked for. */
  crossed: MatrixFacets | null;
  more: MoreLines;
  bounds: DaySpan | null;
  /** The choices that the view is compared with. */
  other: Choices | null;
  gaps: readonly DaySpan[];
  folds: Folds;
  screen: 'narrow' | 'middle' | 'wide';
  notices: readonly string[];
  hrefOf: (patch: Partial<View>) => string;
  onChange: OnChange;
  onMoreLines: (more: MoreLines) => void;
  clearing: Clearing;
  onMore: () => void;
  /** Shows the panel of the facets, where it is hidden. */
  filtersButton: ReactNode;
  onFilters: () => void;
}

/** Sentence, chips and strip stay put; under them the panel, and beside it the opened activity where there is room. */
export function Results(props: Props) {
  const { open, view, answer, opened, sentence, bounds, gaps, folds, screen, hrefOf, onChange, clearing } = props;
  const tools = useText();
  const { t } = tools;
  const isNarrow = screen === 'narrow';
  const panel = panelOf(view, isNarrow);
  const applied = constraintsOfView(view).length;
  const filtered = Object.keys(view.facets).length > 0 || view.q !== '';
  const rows = useDeferredValue(answer);
  const hasAnyTime = answer.density.total.some(amount => amount > 0);
  const shownGaps = useMemo(() => gapsLeft(gaps, folds), [gaps, folds]);
  const windowFields = <WindowFields window={view} bounds={bounds} onChange={onChange} />;
  const activities = (
    <ActivityList
      answer={rows}
      head={open.head}
      view={view}
      gaps={gaps}
      hrefOf={hrefOf}
      onChange={onChange}
      onMore={props.onMore}
    />
  );
  return (
    <main className="min-w-0 grow">
      <div className="px-5 pt-4 md:px-6">
        <Notices sentences={props.notices} open={open} />
        <h1
          id="results"
          tabIndex={-1}
          className="font-serif text-[1.5rem] leading-8 font-medium tracking-[-0.008em] text-balance proportional md:text-2xl"
        >
          {sentence}
        </h1>
        <div className="mt-2 flex min-h-7 max-md:mb-4 items-center gap-2">
          {isNarrow && !view.embed && (
            <Button look="outline" className="shrink-0" onClick={props.onFilters}>
              <Icon name="filter" />
              {t('filters.applied', { n: applied })}
            </Button>
          )}
          {props.filtersButton}
          {!view.embed && (
            <Chips
              head={open.head}
              view={view}
              onChange={onChange}
              onClear={clearing.clear}
              onUndo={clearing.undo}
              undoRef={clearing.undoRef}
            />
          )}
          {view.embed && (
            <a href={hrefOf({ embed: false })} target="_blank" rel="noreferrer" className="link">
              {t('embed.open')}
            </a>
          )}
          {filtered && !props.other && !view.embed && (
            <Button look="link" className="shrink-0" onClick={() => onChange({ compare: compareLink(view) })}>
              {t('compare.start')}
            </Button>
          )}
          <ResultStatus answer={answer} recordTotal={open.total} head={open.head} view={view} />
        </div>
        {props.other && answer.compared && (
          <CompareBar
            sentences={[
              sentence,
              headline(
                tools,
                open.head,
                { ...view, ...props.other },
                { total: answer.compared.total, extent: open.extent },
              ),
            ]}
            total={answer.total}
            compared={answer.compared}
            onSwap={() => onChange({ ...props.other, compare: compareLink(view) })}
            onStop={() => onChange({ compare: null })}
          />
        )}
        {bounds && (
          <DensityStrip
            open={open}
            bounds={bounds}
            gaps={shownGaps}
            folds={folds}
            selection={answer.density}
            other={answer.compared?.density ?? null}
            isFiltered={filtered}
            window={view}
            onChange={onChange}
          />
        )}
      </div>
      {isNarrow && (
        <div className="no-print mt-2 border-b border-rule px-2">
          <PanelSwitch
            panels={panelsFor(isNarrow)}
            current={panel}
            onSwitch={next => onChange(panelPatch(next, isNarrow))}
          />
        </div>
      )}
      <div className={`flex ${isNarrow ? '' : 'mt-3 border-t border-rule'}`}>
        <div className="min-w-0 grow px-5 pb-16 md:px-6">
          {answer.total === 0 && (
            <Empty answer={answer} head={open.head} view={view} onChange={onChange} onClear={clearing.clear} />
          )}
          <Suspense
            fallback={
              <>
                <p className="py-10 text-ink-2">{t(`${panel}.loading`)}</p>
                {panel === 'timeline' && <div className="shown-late">{activities}</div>}
              </>
            }
          >
            {panel === 'list' && (
              <>
                <div className="no-print flex items-center justify-between gap-4 pt-3 max-md:hidden">
                  {windowFields}
                  <div className="flex items-center gap-2">
                    <SortSelect sort={view.sort} onChange={onChange} />
                    <DensityButton />
                  </div>
                </div>
                {activities}
              </>
            )}
            {panel === 'timeline' && bounds && hasAnyTime && (
              <Timeline
                open={open}
                answer={answer}
                opened={opened?.activity ?? null}
                view={view}
                lanes={props.lanes}
                bounds={bounds}
                gaps={shownGaps}
                folds={folds}
                canFold={gaps.length > 0}
                hrefOf={hrefOf}
                onChange={onChange}
              >
                {windowFields}
              </Timeline>
            )}
            {panel === 'table' && (
              <ActivityTable
                answer={rows}
                head={open.head}
                view={view}
                hrefOf={hrefOf}
                onChange={onChange}
                onMore={props.onMore}
              >
                {windowFields}
              </ActivityTable>
            )}
            {panel === 'matrix' && (
              <Matrix
                head={open.head}
                answer={answer}
                view={view}
                facets={props.crossed}
                more={props.more}
                gaps={gaps}
                folds={props.folds}
                hrefOf={hrefOf}
                onChange={onChange}
                onMore={props.onMoreLines}
              >
                {windowFields}
              </Matrix>
            )}
            {panel === 'map' && (
              <CountryMap
                head={open.head}
                answer={answer}
                recordCounts={open.counts}
                view={view}
                hrefOf={hrefOf}
                onChange={onChange}
              >
                {windowFields}
              </CountryMap>
            )}
          </Suspense>
        </div>
        {opened && (
          <ActivityDetails
            opened={opened}
            head={open.head}
            q={view.q}
            isBeside={screen === 'wide'}
            hrefOf={hrefOf}
            onChange={onChange}
          />
        )}
      </div>
    </main>
  );
}
