import { type ReactNode, useEffect } from 'react';
import { lazyModule } from '../lib/lazy-module';
import type { Answer, OpenDataset, OpenedActivity } from '../model/answer';
import { isLostActivity } from '../model/problem';
import type { View } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { DensityStrip } from '../panels/density/DensityStrip';
import { LazyPart } from '../ui/LazyPart';
import { Empty } from './Empty';
import { PanelSwitch } from './PanelSwitch';
import { PanelView } from './PanelView';
import { panelOf, panelPatch, panelsFor } from './panel-of';
import { ResultsHead } from './ResultsHead';
import type { Clearing } from './use-clearing';
import type { Whole } from './use-rows';
import type { Shown } from './use-shown';

const detailsModule = lazyModule(() => import('../panels/details/ActivityDetails'));
const noticesModule = lazyModule(() => import('./Notices'));
const leftOutModule = lazyModule(() => import('./AllLeftOut'));

interface Props {
  open: OpenDataset;
  view: View;
  /** The view without the draft of a gesture. */
  settled: View;
  answer: Answer;
  /** The view that it is the answer to: the present one, unless another answer is on its way. */
  told: View;
  isWaiting: boolean;
  /** The last answer that has rows and the matrix too. */
  whole: Whole;
  opened: OpenedActivity | null;
  sentence: string;
  shown: Shown;
  screen: 'narrow' | 'middle' | 'wide';
  notices: readonly string[];
  /** Opens the dataset anew. */
  onReopen: () => void;
  clearing: Clearing;
  /** Shows the panel of the facets, where it is hidden. */
  filtersButton: ReactNode;
  onFilters: () => void;
}

/**
 * Sentence, chips and strip stay put; under them the panel, and beside it the opened activity where there is room. The strip
 * is the picture of what the panel's boxes say: it stands over the panel, but Tab and reading come to the panel first.
 */
export function Results(props: Props) {
  const { go } = useNavigation();
  const { open, view, settled, told, answer, isWaiting, whole, opened, shown, screen, notices, clearing } = props;
  const { bounds } = shown;
  const isNarrow = screen === 'narrow';
  useEffect(detailsModule.begin, []);
  const panel = panelOf(view, isNarrow);
  const { textLoss } = answer;
  const hasFarOff = open.outliers !== null && view.from === null && view.to === null;
  const isAllLeftOut = open.total === 0 && open.problems.some(isLostActivity);
  const problems = isAllLeftOut ? open.problems.filter(({ path }) => path === '') : open.problems;
  const hasNotices = notices.length > 0 || problems.length > 0 || hasFarOff || textLoss !== null;
  return (
    <main className="flex min-w-0 grow flex-col print:block">
      <div className="px-5 pt-4 md:px-6 print:px-0">
        {hasNotices && (
          <LazyPart code={noticesModule}>
            {({ Notices }) => (
              <Notices sentences={notices} onReopen={props.onReopen} {...{ problems, open, textLoss, view }} />
            )}
          </LazyPart>
        )}
        <ResultsHead
          {...{ open, view, told, answer, isWaiting, shown, isNarrow, clearing }}
          sentence={props.sentence}
          filtersButton={props.filtersButton}
          onFilters={props.onFilters}
        />
      </div>
      {isNarrow && (
        <div className="no-print order-2 mt-2 border-b border-rule px-2">
          <PanelSwitch panels={panelsFor(isNarrow)} current={panel} onSwitch={next => go(panelPatch(next, isNarrow))} />
        </div>
      )}
      <div className={`order-2 flex grow ${isNarrow ? '' : 'mt-3 border-t border-rule'}`}>
        <div className="@container min-w-0 grow px-5 pb-16 md:px-6 print:px-0">
          {isAllLeftOut && <LazyPart code={leftOutModule}>{({ AllLeftOut }) => <AllLeftOut open={open} />}</LazyPart>}
          {answer.total === 0 && !isAllLeftOut && (
            <Empty answer={answer} head={open.head} view={view} onClear={clearing.clear} />
          )}
          <PanelView {...{ panel, open, view, settled, answer, whole, shown }} opened={opened?.activity ?? null} />
        </div>
        {opened && (
          <LazyPart code={detailsModule}>
            {({ ActivityDetails }) => (
              <ActivityDetails
                opened={opened}
                head={open.head}
                q={view.q}
                isBeside={screen === 'wide'}
                isEmbedded={view.embed}
              />
            )}
          </LazyPart>
        )}
      </div>
      {bounds && (
        <div className="order-1 px-5 md:px-6">
          <DensityStrip
            open={open}
            bounds={bounds}
            gaps={shown.gapsLeft}
            folds={shown.folds}
            selection={answer.density}
            other={answer.compared?.density ?? null}
            isFiltered={Object.keys(view.facets).length > 0 || view.q !== ''}
            from={view.from}
            to={view.to}
          />
        </div>
      )}
    </main>
  );
}
