import type { ReactNode } from 'react';
import { lateCode } from '../lib/late-code';
import type { Answer, OpenDataset, OpenedActivity } from '../model/answer';
import type { OnChange, View } from '../model/view';
import { Coming } from '../ui/Coming';
import { ActivityDetails } from '../views/details/ActivityDetails';
import { PanelSwitch } from '../views/panels/PanelSwitch';
import { Empty } from './Empty';
import { PanelView } from './PanelView';
import { panelOf, panelPatch, panelsFor } from './panel-of';
import { ResultsHead } from './ResultsHead';
import type { Clearing } from './use-clearing';
import type { Whole } from './use-rows';
import type { Shown } from './use-shown';

const noticesCode = lateCode(() => import('./Notices'));

interface Props {
  open: OpenDataset;
  view: View;
  /** The view without the draft of a gesture. */
  settled: View;
  answer: Answer;
  /** Another is on its way. */
  isWaiting: boolean;
  /** The last answer that has rows and the matrix too. */
  whole: Whole;
  opened: OpenedActivity | null;
  sentence: string;
  shown: Shown;
  screen: 'narrow' | 'middle' | 'wide';
  notices: readonly string[];
  hrefOf: (patch: Partial<View>) => string;
  onChange: OnChange;
  clearing: Clearing;
  /** Shows the panel of the facets, where it is hidden. */
  filtersButton: ReactNode;
  onFilters: () => void;
}

/** Sentence, chips and strip stay put; under them the panel, and beside it the opened activity where there is room. */
export function Results(props: Props) {
  const { open, view, settled, answer, isWaiting, whole, opened, shown, screen, notices, hrefOf, onChange, clearing } =
    props;
  const isNarrow = screen === 'narrow';
  const panel = panelOf(view, isNarrow);
  const hasLosses = open.problems.some(problem => problem.loss !== 'note');
  return (
    <main className="min-w-0 grow">
      <div className="px-5 pt-4 md:px-6">
        {(notices.length > 0 || hasLosses) && (
          <Coming code={noticesCode}>
            {({ Notices }) => <Notices sentences={notices} open={open} hasLosses={hasLosses} />}
          </Coming>
        )}
        <ResultsHead
          {...{ open, view, answer, isWaiting, shown, isNarrow, hrefOf, onChange, clearing }}
          sentence={props.sentence}
          filtersButton={props.filtersButton}
          onFilters={props.onFilters}
        />
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
        <div className="@container min-w-0 grow px-5 pb-16 md:px-6">
          {answer.total === 0 && (
            <Empty answer={answer} head={open.head} view={view} onChange={onChange} onClear={clearing.clear} />
          )}
          <PanelView
            {...{ panel, open, view, settled, answer, whole, shown, hrefOf, onChange }}
            opened={opened?.activity ?? null}
          />
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
