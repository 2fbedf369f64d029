import { useEffect, useMemo, useState } from 'react';
import { lazyWithMessages } from '../i18n/later-messages';
import { Estimated, useText } from '../i18n/use-text';
import { quotable } from '../lib/shortened';
import { isLocalAddress } from '../model/address';
import type { OpenDataset, OpenedActivity } from '../model/answer';
import { hasValues } from '../model/dataset';
import { OpenFailure } from '../model/problem';
import type { Panel } from '../model/view';
import { OpenedActionsContext } from '../panels/opened-actions';
import type { DataSource } from '../queries/dataset-query';
import { useRetry, useTrends } from '../queries/replies';
import { LazyPart } from '../ui/LazyPart';
import { useDeferredFlag } from '../ui/use-deferred-flag';
import { useEventCallback } from '../ui/use-event-callback';
import { useHandedFocus } from '../ui/use-handed-focus';
import { useLazyModule } from '../ui/use-lazy-module';
import { useMedia } from '../ui/use-media';
import { usePreference } from '../ui/use-preference';
import { useShortcuts } from '../ui/use-shortcut';
import type { LinkedView } from '../url/use-view';
import { comparedProblems, sideView } from './compared';
import { beginFilters, Dialogs, type OpenDialog } from './Dialogs';
import type { CheckedConfig } from './deployment';
import { estimateModule } from './estimate-module';
import { FailureScreen } from './FailureScreen';
import { FilterColumn } from './FilterColumn';
import { FiltersButton } from './FiltersButton';
import { Footer } from './Footer';
import { FootNotes } from './FootNotes';
import { Header } from './Header';
import { Loading } from './Loading';
import { PageNotices } from './PageNotices';
import { entryFor, panelOf } from './panels';
import { isPage, type Present } from './present';
import { printModule } from './print/print-module';
import { Results } from './Results';
import { ResultsHead } from './ResultsHead';
import { SideNavigation } from './SideNavigation';
import { Stalled } from './Stalled';
import type { Subject } from './share/shared';
import { useAnswer } from './use-answer';
import { useClearing } from './use-clearing';
import { useOpened } from './use-opened';
import { usePageTitle } from './use-page-title';
import { usePreview } from './use-preview';
import { useReachedPanels } from './use-reached-panels';
import { useServerState } from './use-server-state';
import { useShown } from './use-shown';
import { useWindowKeys } from './use-window-keys';

const aboutModule = lazyWithMessages(() => import('./AboutSheet'));
const releaseModule = lazyWithMessages(() => import('./release/ReleaseNotice'));
const embedModule = lazyWithMessages(() => import('./embed/EmbedFoot'));
const serverModule = lazyWithMessages(() => import('./ServerNote'));
const refusalModule = lazyWithMessages(() => import('./RefusalNote'));

/** Matches phones, upright or sideways. app.css repeats these sizes. */
const NARROW = '(max-width: 47.99rem), (max-height: 31.24rem)';
const WITH_COLUMN = '(min-width: 56.25rem) and (min-height: 31.25rem)';
const WIDE = '(min-width: 74rem)';

export interface PageProps {
  engine: DataSource['engine'];
  open: OpenDataset;
  /** The configuration of the deployment. Null if the code that checks it did not load. */
  checked: CheckedConfig | null;
  address: string;
  /** The link in the address bar. Its view omits facets that the dataset lacks. */
  link: LinkedView;
  onReopen: () => void;
}

/** Asks the engine for the replies that the view needs and passes them to the panels. */
export function Page({ engine, open, checked, address, link, onReopen }: PageProps) {
  const { view, settled, problems, refusal } = link;
  const tools = useText();
  const isNarrow = useMedia(NARROW);
  const isWide = useMedia(WIDE) && !isNarrow;
  const fitsColumn = useMedia(WITH_COLUMN);
  useEffect(() => {
    if (!fitsColumn) beginFilters();
  }, [fitsColumn]);
  const panel = panelOf(view, isNarrow);
  const answering = useMemo(() => ({ engine, open }), [engine, open]);
  const serverState = useServerState(engine);
  const shown = useShown(open, view, settled, isNarrow);
  const { axis } = shown;
  const entry = entryFor(view, isNarrow, axis !== null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const openKeys = useEventCallback(() => setDialog({ kind: 'keys' }));
  const openShare = useEventCallback(() => setDialog({ kind: 'share' }));
  const [filtersKept, keepFilters] = usePreference('filters', 'shown');
  const [filtersButton, handFocus] = useHandedFocus<HTMLButtonElement>();
  const hasColumn = fitsColumn && !view.embed && open.head.facets.some(hasValues);
  const hasFilters = hasColumn && filtersKept !== 'hidden';
  const side = shown.comparing?.side ?? 'a';
  const seen = useMemo(() => sideView(view, side), [view, side]);
  const clearing = useClearing(view, side);
  const [failed, setFailed] = useState<Panel | null>(null);
  const { answered, isWaiting, error, askAhead } = useAnswer(
    answering,
    { view, settled, entry, failed, isNarrow },
    shown,
  );
  const { replies } = answered;
  const { part: print } = useLazyModule(printModule);
  const { counts, compared, rows, marks, sides } = replies;
  const retry = useRetry(open);
  const isShown = useDeferredFlag(counts !== undefined);
  // Paint the results before the facets, which take longer.
  const hasFacets = useDeferredFlag(isShown);
  const trends = useTrends(answering, hasFacets && hasFilters);
  const { opened, isUnknown } = useOpened(answering, settled, panel);
  const { rate } = answered;
  const estimated = (rate > 0 && estimateModule.get()?.estimatedTools) || null;
  const sentence = usePageTitle(open, answered, estimated);
  // The configuration describes the deployment's own dataset, so it does not apply to a dataset that a link names.
  const config = settled.data === null ? checked?.config : undefined;
  // Load the panel's code while the engine computes the first answer.
  useEffect(() => {
    entry.code.begin();
  }, [entry]);
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  useReachedPanels(root, askAhead);
  usePreview(root, {
    rows: [rows?.rows, marks?.marks, marks?.compared, sides?.a.rows, sides?.b.rows].flatMap(found => found ?? []),
    facets: open.head.facets,
  });
  const { showSubject } = shown;
  const openedActions = useMemo(
    () => ({ share: view.embed ? null : () => setDialog({ kind: 'shareActivity' }), showSubject }),
    [view.embed, showSubject],
  );
  const turnFilters = useEventCallback(() => {
    handFocus();
    keepFilters(hasFilters ? 'hidden' : 'shown');
  });
  useWindowKeys(view, shown);
  useShortcuts({ '?': openKeys });

  if (error) {
    const isChanged = error instanceof OpenFailure && error.code === 'datasetChanged';
    return <FailureScreen error={error} address={address} onRetry={isChanged ? onReopen : retry} onShipped={null} />;
  }
  if (!isPage(replies) || !isShown) return <Loading onRetry={retry} />;

  const sentences = [...problems, ...comparedProblems(settled)].map(({ kind, key, found }) =>
    tools.t(`link.${kind}`, { key, found }),
  );
  const notices = [...new Set(sentences)];
  if (isUnknown) notices.push(tools.t('link.unknownActivity', { id: quotable(view.activity ?? '') }));
  const refusalNote = (className: string) =>
    refusal && (
      <LazyPart code={refusalModule}>
        {({ RefusalNote }) => <RefusalNote refusal={refusal} className={className} />}
      </LazyPart>
    );
  const ofOther = side === 'b' ? (compared ?? null) : null;
  const { facets, from, to } = seen;
  const bounds = axis?.bounds ?? null;
  const facetPanel = { facets, from, to, counts: (ofOther ?? replies.counts).facets, trends, bounds };
  const present = { ...answered, replies, sentence, isWaiting };
  const textLoss = replies.counts.textLoss ?? rows?.textLoss ?? marks?.textLoss ?? null;
  const stalled = isWaiting && <Stalled waitsFor="answer" onRetry={retry} />;
  const subject = subjectOf(dialog, present, opened);
  return (
    <div ref={setRoot} className={view.embed ? '' : 'min-h-dvh [--header:3.5rem]'}>
      <button
        type="button"
        className="sr-only z-50 bg-paper px-4 py-3 focus:not-sr-only focus:absolute"
        onClick={() => document.getElementById('results')?.focus()}
      >
        {tools.t('skip')}
      </button>
      {!view.embed && (
        <SideNavigation settled={settled} side={side}>
          <Header {...{ isNarrow, answering }} logo={config?.logo} view={seen} onShare={openShare} />
        </SideNavigation>
      )}
      {serverState.kind === 'ready' && stalled}
      <Estimated value={estimated}>
        {/* The minimum height keeps the footer out of sight while the parts above the footer arrive. */}
        <div className={`flex print:min-h-0 ${view.embed ? '' : 'min-h-[calc(100dvh-var(--header,0px))]'}`}>
          {hasFilters && (
            <FilterColumn
              {...{ settled, side }}
              isCompared={shown.comparing !== null}
              facets={hasFacets ? facetPanel : null}
              hideRef={filtersButton}
              onHide={turnFilters}
            />
          )}
          <OpenedActionsContext value={openedActions}>
            <Results
              {...{ view, present, shown, opened }}
              screen={isNarrow ? 'narrow' : isWide ? 'wide' : 'middle'}
              onClear={clearing.clear}
              onFail={() => setFailed(panel)}
            >
              <PageNotices sentences={notices} textLoss={textLoss} view={view} onReopen={onReopen} />
              <ResultsHead
                {...{ view, present, shown, clearing, isNarrow }}
                filtersButton={hasColumn && !hasFilters && <FiltersButton ref={filtersButton} onShow={turnFilters} />}
                onSheet={fitsColumn ? null : part => setDialog({ kind: 'filters', part })}
              />
            </Results>
          </OpenedActionsContext>
        </div>
      </Estimated>
      {/* Estimates are printed as they are on the screen. */}
      {print && rate === 0 && (
        <print.PrintPart
          answering={answering}
          subject={
            subject?.kind === 'activity'
              ? subject
              : { kind: 'view', view: present.view, sentence, counts: replies.counts }
          }
        />
      )}
      <FootNotes>
        {rate > 0 && (
          <LazyPart code={estimateModule}>
            {({ EstimateNote }) => (
              <EstimateNote
                {...{ answering, rate }}
                view={answered.view}
                isNeeded={dialog?.kind === 'share'}
                onCancel={() => setDialog(open => (open?.kind === 'share' ? null : open))}
              />
            )}
          </LazyPart>
        )}
        {engine.state && (
          <LazyPart code={serverModule}>{({ ServerNote }) => <ServerNote state={serverState} />}</LazyPart>
        )}
        {!view.embed && hasFacets && (
          <LazyPart code={releaseModule}>
            {({ ReleaseNotice }) => <ReleaseNotice isOwnFile={isLocalAddress(view.data)} />}
          </LazyPart>
        )}
        {dialog?.kind !== 'filters' && refusalNote('border border-edge')}
      </FootNotes>
      {!view.embed && <Footer head={open.head} links={config?.links} onKeys={openKeys} />}
      {view.embed && <LazyPart code={embedModule}>{({ EmbedFoot }) => <EmbedFoot />}</LazyPart>}
      {view.about && (
        <LazyPart code={aboutModule}>
          {({ AboutSheet }) => (
            <AboutSheet {...{ answering, view, address }} onClose={() => link.onChange({ about: false })} />
          )}
        </LazyPart>
      )}
      <Estimated value={dialog?.kind === 'filters' ? estimated : null}>
        <Dialogs
          {...{ answering, config, settled, dialog, subject, isNarrow }}
          filters={{
            side: shown.comparing && side,
            answer: {
              counts: ofOther ?? replies.counts,
              density: (ofOther && replies.density.compared) ?? replies.density.selection,
            },
            view: seen,
            axis,
            clearing,
            notice: refusalNote('mx-5 mb-2'),
          }}
          onClose={() => setDialog(null)}
        />
      </Estimated>
    </div>
  );
}

/**
 * Returns what the open share dialog shares: the view or an activity. Null while no share dialog is open, or while the
 * numbers of the view are estimates.
 */
function subjectOf(dialog: OpenDialog | null, present: Present, opened: OpenedActivity | null): Subject | null {
  const { view, sentence, replies, rate } = present;
  if (dialog?.kind === 'share' && rate > 0) return null;
  if (dialog?.kind === 'share') return { kind: 'view', view, sentence, counts: replies.counts };
  return dialog?.kind === 'shareActivity' && opened ? { kind: 'activity', view, activity: opened.activity } : null;
}
