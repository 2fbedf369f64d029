import { type ReactNode, useEffect, useMemo } from 'react';
import { lazyWithMessages } from '../i18n/later-messages';
import { useText } from '../i18n/use-text';
import { lazyModule } from '../lib/lazy-module';
import type { OpenedActivity } from '../model/answer';
import { colouringOf } from '../model/colour';
import type { View } from '../model/view';
import type { Replies } from '../model/wants';
import { useNavigation } from '../navigation/navigation';
import { ColouringContext } from '../panels/colouring';
import { DensityStrip } from '../panels/density/DensityStrip';
import { useOpenDataset } from '../panels/open-dataset';
import { LazyPart } from '../ui/LazyPart';
import { hasPanel } from './compared';
import { PanelPlace } from './PanelPlace';
import { PanelSwitch } from './PanelSwitch';
import { PanelView } from './PanelView';
import { entryFor, panelOf, panelPatch, panelsFor } from './panels';
import type { Present } from './present';
import { SideNavigation } from './SideNavigation';
import { isAllLeftOut } from './shown-problems';
import type { Shown } from './use-shown';

const detailsModule = lazyModule(() => import('../panels/details/ActivityDetails'));
const linesModule = lazyWithMessages(() => import('./ComparisonLines'));
const detailsOfBothModule = lazyWithMessages(() => import('./ComparisonDetails'));
const emptyModule = lazyWithMessages(() => import('./Empty'));
const leftOutModule = lazyWithMessages(() => import('./AllLeftOut'));

const NO_COLOURS: Replies['colourDensity'] = [];

interface Props {
  view: View;
  present: Present;
  opened: OpenedActivity | null;
  shown: Shown;
  screen: 'narrow' | 'middle' | 'wide';
  onClear: () => void;
  onFail: () => void;
  /** The notices, the sentence about the view, and its chips. */
  children: ReactNode;
}

/** Shows the results of a view, and provides the facet and values that the view colours. */
export function Results(props: Props) {
  const open = useOpenDataset();
  const { colour } = props.present.view;
  const colouring = useMemo(() => colouringOf(colour, open), [colour, open]);
  return (
    <ColouringContext value={colouring}>
      <Content {...props} />
    </ColouringContext>
  );
}

/**
 * Shows sentence, chips and density strip above the panel. On wide screens the opened activity is next to the panel. In
 * the document the panel comes before the strip, so that Tab and screen readers reach the panel's date boxes first.
 */
function Content({ view, present, opened, shown, screen, onClear, onFail, children }: Props) {
  const { go } = useNavigation();
  const open = useOpenDataset();
  const { t } = useText();
  const { counts, density, removals, colourDensity = NO_COLOURS } = present.replies;
  const { axis, comparing, settled } = shown;
  const isNarrow = screen === 'narrow';
  useEffect(detailsModule.begin, []);
  useEffect(emptyModule.begin, []);
  const panel = panelOf(view, isNarrow);
  const hasNothing = isAllLeftOut(open);
  const isCompared = comparing !== null && present.replies.compared != null;
  return (
    <main className="flex min-w-0 grow flex-col print:block">
      <div className="px-5 pt-4 md:px-6 print:px-0">{children}</div>
      {isNarrow && (
        <div className="no-print order-2 mt-2 border-b border-rule px-2">
          <PanelSwitch panels={panelsFor(isNarrow)} current={panel} onSwitch={next => go(panelPatch(next, isNarrow))} />
        </div>
      )}
      {isCompared && isNarrow && (
        <LazyPart code={linesModule}>{({ ComparisonLines }) => <ComparisonLines present={present} />}</LazyPart>
      )}
      <div className={`order-2 flex grow ${isNarrow ? '' : 'mt-3 border-t border-rule'}`}>
        <div className="@container min-w-0 grow px-5 pb-16 md:px-6 print:px-0">
          {hasNothing && <LazyPart code={leftOutModule}>{({ AllLeftOut }) => <AllLeftOut />}</LazyPart>}
          {counts.total === 0 && removals && !hasNothing && !isCompared && (
            <LazyPart code={emptyModule}>
              {({ Empty }) => <Empty removals={removals} head={open.head} view={view} onClear={onClear} />}
            </LazyPart>
          )}
          <PanelPlace panel={panel}>
            {hasPanel(panel, present.view) && (
              <SideNavigation settled={settled} side={panel === 'timeline' ? 'both' : 'a'}>
                {isCompared && panel !== 'timeline' && <p className="pt-3 text-ink-2">{t('compare.panelOfA')}</p>}
                <PanelView
                  entry={entryFor(view, isNarrow, axis !== null)}
                  {...{ view, present, shown, onFail }}
                  opened={opened?.activity ?? null}
                />
              </SideNavigation>
            )}
          </PanelPlace>
          {isCompared && (
            <LazyPart code={detailsOfBothModule}>
              {({ ComparisonDetails }) => <ComparisonDetails {...{ view, present, comparing }} />}
            </LazyPart>
          )}
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
      {axis && !isCompared && (
        // A low screen has no room for the strip. A button above the results opens the years instead.
        <div className="order-1 px-5 md:px-6 [@media(height<31.25rem)]:hidden">
          <DensityStrip
            axis={axis}
            selection={density.selection}
            colours={colourDensity}
            isFiltered={Object.keys(view.facets).length > 0 || view.q !== ''}
            from={view.from}
            to={view.to}
          />
        </div>
      )}
    </main>
  );
}
