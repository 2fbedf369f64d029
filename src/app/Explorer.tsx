import { useEffect, useMemo, useState } from 'react';
import { compareHeadline } from '../i18n/compare-headline';
import { lazyWithMessages } from '../i18n/later-messages';
import { useText } from '../i18n/use-text';
import { isolated } from '../lib/isolated';
import { lazyModule } from '../lib/lazy-module';
import { quotable } from '../lib/shortened';
import type { OpenDataset, OpenedActivity } from '../model/answer';
import { hasValues } from '../model/dataset';
import { OpenFailure } from '../model/problem';
import { PAGES_META } from '../model/site-paths';
import { isNarrowed, type Panel } from '../model/view';
import { Navigable } from '../navigation/Navigable';
import { FacetPanel } from '../panels/facets/FacetPanel';
import { OpenDatasetContext } from '../panels/open-dataset';
import { OpenedActionsContext } from '../panels/opened-actions';
import type { SheetPart } from '../panels/pills/Pills';
import { SitePagesProvider, sitePagesOf } from '../panels/site-pages';
import type { DataSource } from '../queries/dataset-query';
import { useRetry, useTrends } from '../queries/replies';
import { Icon } from '../ui/icons';
import { LazyPart } from '../ui/LazyPart';
import { useDeferredFlag } from '../ui/use-deferred-flag';
import { useEventCallback } from '../ui/use-event-callback';
import { useHandedFocus } from '../ui/use-handed-focus';
import { useLazyModule } from '../ui/use-lazy-module';
import { useMedia } from '../ui/use-media';
import { usePreference } from '../ui/use-preference';
import { useShortcuts } from '../ui/use-shortcut';
import { hrefOf, type LinkedView } from '../url/use-view';
import { sideView } from './compared';
import { type CheckedConfig, deployedDataset } from './deployment';
import { FailureScreen } from './FailureScreen';
import { FiltersButton } from './FiltersButton';
import { Footer } from './Footer';
import { Header } from './Header';
import { Loading } from './Loading';
import { PageNotices } from './PageNotices';
import { entryFor, mentionOf, panelOf } from './panels';
import { isPage, type Present } from './present';
import { printModule } from './print/print-module';
import { Results } from './Results';
import { ResultsHead } from './ResultsHead';
import { SideNavigation } from './SideNavigation';
import { Stalled } from './Stalled';
import type { Subject } from './share/shared';
import { useAccent } from './use-accent';
import { useAnswer } from './use-answer';
import { useClearing } from './use-clearing';
import { useOpened } from './use-opened';
import { usePreview } from './use-preview';
import { useReachedPanels } from './use-reached-panels';
import { useShown } from './use-shown';
import { useWindowKeys } from './use-window-keys';

const cardModule = lazyModule(() => import('../ui/Card'));
const keysModule = lazyWithMessages(() => import('../panels/keys/KeyLists'));
const filtersModule = lazyWithMessages(() => import('./FilterSheet'));
const shareModule = lazyWithMessages(() => import('./share/ShareDialog'));
const aboutModule = lazyWithMessages(() => import('./AboutSheet'));
const embedModule = lazyWithMessages(() => import('./embed/EmbedFoot'));
const serverModule = lazyWithMessages(() => import('./ServerNote'));
const refusalModule = lazyWithMessages(() => import('./RefusalNote'));

/** Phones, also when they are held sideways. The same sizes are in app.css. */
const NARROW = '(max-width: 47.99rem), (max-height: 31.24rem)';
const WITH_COLUMN = '(min-width: 56.25rem) and (min-height: 31.25rem)';
const WIDE = '(min-width: 74rem)';

interface Props {
  engine: DataSource['engine'];
  open: OpenDataset;
  /** The configuration of the deployment. Null if the code that checks it did not load. */
  checked: CheckedConfig | null;
  /** Where the dataset was fetched from. */
  address: string;
  /** The link in the address bar; its view omits facets that the dataset doesn't have. */
  link: LinkedView;
  /** Opens the dataset at this address again. */
  onReopen: () => void;
}

/** Shows an open dataset, and provides the function with which all parts of the page change the view. */
export function Explorer({ open: given, ...props }: Props) {
  const { checked, link } = props;
  const { settled, onChange } = link;
  const isOther = settled.data !== null;
  const open = useMemo(() => deployedDataset(given, checked, isOther), [given, checked, isOther]);
  useAccent(checked?.config.accent);
  const { language } = useText();
  const pages = useMemo(
    () => (isOther ? null : sitePagesOf(pagesMeta(), given.head.id, language)),
    [isOther, given, language],
  );
  return (
    <Navigable settled={settled} go={onChange} hrefOf={hrefOf}>
      <SideNavigation settled={settled} side="a">
        <OpenDatasetContext value={open}>
          <SitePagesProvider value={pages}>
            <Page {...props} open={open} />
          </SitePagesProvider>
        </OpenDatasetContext>
      </SideNavigation>
    </Navigable>
  );
}

function pagesMeta(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${PAGES_META}"]`)?.content;
}

/** Asks the engine for the replies that the view needs and passes them to the panels. */
function Page({ engine, open, checked, address, link, onReopen }: Props) {
  const { view, settled, problems, refusal } = link;
  const tools = useText();
  const isNarrow = useMedia(NARROW);
  const isWide = useMedia(WIDE) && !isNarrow;
  const fitsColumn = useMedia(WITH_COLUMN);
  useEffect(() => {
    if (!fitsColumn) filtersModule.begin();
  }, [fitsColumn]);
  const panel = panelOf(view, isNarrow);
  const entry = entryFor(view, isNarrow);
  const answering = useMemo(() => ({ engine, open }), [engine, open]);
  const shown = useShown(open, view, settled, isNarrow);
  const { axis } = shown;
  const [dialog, setDialog] = useState<'share' | 'shareActivity' | 'filters' | 'keys' | null>(null);
  const [sheetPart, setSheetPart] = useState<SheetPart>(null);
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
  // The results are painted before the facets, which take longer.
  const hasFacets = useDeferredFlag(isShown);
  const trends = useTrends(answering, hasFacets && hasFilters);
  const { opened, isUnknown } = useOpened(answering, settled, panel);
  const sentence = useMemo(
    () =>
      counts
        ? compareHeadline(
            tools,
            open.head,
            [
              { view: answered.view, total: counts.total },
              { view: sideView(answered.view, 'b'), total: (compared ?? counts).total },
            ],
            { extent: open.extent, mention: mentionOf(answered.view) },
          )
        : '',
    [tools, open, answered.view, counts, compared],
  );
  // The configuration describes the deployment's own dataset, so it does not apply to a dataset that a link names.
  const config = settled.data === null ? checked?.config : undefined;
  const title = tools.words(open.head.title);

  useEffect(() => {
    document.title = !sentence ? title : isNarrowed(answered.view) ? `${sentence} – ${isolated(title)}` : sentence;
  }, [sentence, title, answered.view]);
  useEffect(cardModule.begin, []);
  // Loads the panel's code while the engine works out the first answer.
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
    () => ({ share: view.embed ? null : () => setDialog('shareActivity'), showSubject }),
    [view.embed, showSubject],
  );
  const turnFilters = useEventCallback(() => {
    handFocus();
    keepFilters(hasFilters ? 'hidden' : 'shown');
  });
  const hideFilters = useMemo(
    () => (
      <button
        ref={filtersButton}
        type="button"
        className="-ms-6 flex min-h-7 items-center gap-1 ps-1 -outline-offset-2 hover:text-ink pointer-coarse:min-h-11"
        onClick={turnFilters}
      >
        <Icon name="earlier" className="size-3.5! rtl:-scale-x-100" />
        {tools.t('filters.hide')}
      </button>
    ),
    [filtersButton, turnFilters, tools],
  );
  useWindowKeys(view, shown);
  useShortcuts({ '?': () => setDialog('keys') });

  if (error) {
    const isChanged = error instanceof OpenFailure && error.code === 'datasetChanged';
    return <FailureScreen error={error} address={address} onRetry={isChanged ? onReopen : retry} onShipped={null} />;
  }
  if (!isPage(replies) || !isShown) return <Loading onRetry={retry} />;

  const notices = problems.map(({ kind, key, found }) => tools.t(`link.${kind}`, { key, found }));
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
  const openSheet = (part: SheetPart) => {
    setSheetPart(part);
    setDialog('filters');
  };
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
          <Header
            {...{ title, isNarrow, answering }}
            logo={config?.logo}
            view={seen}
            onShare={() => setDialog('share')}
          />
        </SideNavigation>
      )}
      {engine.state ? (
        <LazyPart code={serverModule}>
          {({ ServerNote }) => engine.state && <ServerNote state={engine.state} />}
        </LazyPart>
      ) : (
        isWaiting && <Stalled waitsFor="answer" onRetry={retry} />
      )}
      {/* The minimum height keeps the footer below the first screen, so that readers don't see it move while the
          parts above it arrive. */}
      <div className={`flex print:min-h-0 ${view.embed ? '' : 'min-h-[calc(100dvh-var(--header,0px))]'}`}>
        {hasFilters && (
          <nav
            aria-label={tools.t('facets.label')}
            className="no-print sticky top-14 max-h-[calc(100dvh-3.5rem)] w-70 shrink-0 self-start overflow-y-auto border-e border-rule px-6 pt-2 pb-5"
          >
            {shown.comparing && <h2 className="pb-1 font-semibold">{tools.t(`compare.filtersOf.${side}`)}</h2>}
            <SideNavigation settled={settled} side={side}>
              {hasFacets && <FacetPanel {...facetPanel}>{hideFilters}</FacetPanel>}
            </SideNavigation>
          </nav>
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
              onSheet={fitsColumn ? null : openSheet}
            />
          </Results>
        </OpenedActionsContext>
      </div>
      {print && (
        <print.PrintPart
          answering={answering}
          subject={
            subject?.kind === 'activity'
              ? subject
              : { kind: 'view', view: present.view, sentence, counts: replies.counts }
          }
        />
      )}
      {!view.embed && <Footer head={open.head} links={config?.links} onKeys={() => setDialog('keys')} />}
      {view.embed && <LazyPart code={embedModule}>{({ EmbedFoot }) => <EmbedFoot />}</LazyPart>}
      {view.about && (
        <LazyPart code={aboutModule}>
          {({ AboutSheet }) => (
            <AboutSheet {...{ answering, view, address }} onClose={() => link.onChange({ about: false })} />
          )}
        </LazyPart>
      )}
      {dialog !== 'filters' && refusalNote('fixed inset-x-4 bottom-4 z-40 mx-auto max-w-2xl border border-edge')}
      {dialog === 'keys' && (
        <LazyPart code={cardModule}>
          {({ Card }) => (
            <Card title={tools.t('keys.title')} onClose={() => setDialog(null)}>
              <LazyPart code={keysModule}>{({ KeyLists }) => <KeyLists />}</LazyPart>
            </Card>
          )}
        </LazyPart>
      )}
      {subject && (
        <LazyPart code={shareModule}>
          {({ ShareDialog }) => <ShareDialog {...{ answering, subject, isNarrow }} onClose={() => setDialog(null)} />}
        </LazyPart>
      )}
      {dialog === 'filters' && (
        <LazyPart code={filtersModule}>
          {({ FilterSheet }) => (
            <SideNavigation settled={settled} side={side}>
              <FilterSheet
                part={sheetPart}
                side={shown.comparing && side}
                answer={{
                  counts: ofOther ?? replies.counts,
                  density: (ofOther && replies.density.compared) ?? replies.density.selection,
                }}
                view={seen}
                axis={axis}
                clearing={clearing}
                notice={refusalNote('mx-5 mb-2')}
                onClose={() => setDialog(null)}
              />
            </SideNavigation>
          )}
        </LazyPart>
      )}
    </div>
  );
}

/** Returns what the share dialog is about. Null while it is closed. */
function subjectOf(dialog: string | null, present: Present, opened: OpenedActivity | null): Subject | null {
  const { view, sentence, replies } = present;
  if (dialog === 'share') return { kind: 'view', view, sentence, counts: replies.counts };
  return dialog === 'shareActivity' && opened ? { kind: 'activity', view, activity: opened.activity } : null;
}
