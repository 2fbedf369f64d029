import { I18nProvider } from '@lingui/react';
import { useEffect, useMemo } from 'react';
import { chooseLanguage, type Language, languageModule } from '../i18n/catalogue';
import { directionOf } from '../i18n/direction';
import { lazyWithMessages } from '../i18n/later-messages';
import { DatasetLanguage } from '../i18n/use-text';
import { lazyModule } from '../lib/lazy-module';
import { OpenFailure } from '../model/problem';
import { knownView } from '../model/selection-of';
import type { View } from '../model/view';
import { type DataSource, useDataset } from '../queries/dataset-query';
import { useLocalRecord } from '../queries/local-source';
import { Boundary } from '../ui/Boundary';
import { LazyPart } from '../ui/LazyPart';
import { useLastWhile } from '../ui/use-last-while';
import { useLazyModule } from '../ui/use-lazy-module';
import type { LinkProblem } from '../url/link-problem';
import { dataAddress, type LinkedView, useView } from '../url/use-view';
import type { Deployment } from './deployment';
import { FailureScreen, failureModule } from './FailureScreen';
import { Loading } from './Loading';
import { OpenOwnButton } from './OpenOwnButton';
import { OwnRecord } from './OwnRecord';

/** Loads while the dataset is being fetched. */
const explorerModule = lazyModule(() => import('./Explorer'));
const columnsModule = lazyWithMessages(() => import('./own/ReadColumns'));

interface Props {
  source: DataSource;
  deployment: Deployment;
  /** The most preferred language first. */
  languages: readonly string[];
}

/** Opens the dataset and shows the view of the link. The link's language takes precedence over the reader's. */
export function App({ source, deployment, languages }: Props) {
  const link = useView();
  const wanted = link.view.lang ? [link.view.lang, ...languages] : languages;
  const language = chooseLanguage(wanted, deployment.languages);
  return (
    <Localised language={language}>
      <OwnRecord source={source} link={link}>
        <Boundary isPage alternative={<OpenOwnButton />}>
          <Opened source={source} deployment={deployment} link={link} />
        </Boundary>
      </OwnRecord>
    </Localised>
  );
}

/** Provides the messages of a language. Falls back to English if loading fails. */
function Localised({ language, children }: { language: Language; children: React.ReactNode }) {
  const wanted = useLazyModule(languageModule(language));
  const { part, failure } = useLazyModule(languageModule(wanted.failure === null ? language : 'en'));
  const i18n = useLastWhile(part, part !== null);
  useEffect(() => {
    const root = document.documentElement;
    if (!i18n) return;
    root.lang = i18n.locale;
    // Do not change a `dir` attribute that the page's author has set.
    if (root.dir !== '') return;
    root.dir = directionOf(i18n.locale);
    return () => {
      root.dir = '';
    };
  }, [i18n]);
  if (!i18n && failure !== null) throw failure;
  return i18n && <I18nProvider i18n={i18n}>{children}</I18nProvider>;
}

/** Reports each facet that a link names for the lanes or the matrix but that the dataset lacks. */
function laneProblems(asked: View, known: View): LinkProblem[] {
  const named = [
    ['lanes', asked.lanes, known.lanes],
    ['lanes.across', asked.across, known.across],
  ] as const;
  return named.flatMap(([key, found, kept]) =>
    found === kept ? [] : [{ kind: 'badChoice', key, found: found ?? '' }],
  );
}

type OpenedProps = Pick<Props, 'source' | 'deployment'> & { link: LinkedView };

function Opened({ source, deployment, link }: OpenedProps) {
  const { view, settled, onChange } = link;
  const address = dataAddress(view, deployment.dataset);
  useEffect(explorerModule.begin, []);
  const { part: checked, failure: unchecked } = useLazyModule(deployment.config);
  useEffect(failureModule.begin, []);
  const dataset = useDataset(source, address);
  const local = useLocalRecord(address);
  const open = dataset.data;
  const facetIds = useMemo(() => open?.head.facets.map(facet => facet.id), [open]);
  const fields = open?.head.fields;
  const knownSettled = useMemo(
    () => (facetIds ? knownView(settled, facetIds, fields) : settled),
    [facetIds, fields, settled],
  );
  const known = useMemo(
    () => (view === settled ? knownSettled : facetIds ? knownView(view, facetIds, fields) : view),
    [facetIds, fields, view, settled, knownSettled],
  );
  const problems = useMemo(
    () => [...link.problems, ...laneProblems(settled, knownSettled)],
    [link.problems, settled, knownSettled],
  );
  if (open?.table && local?.isAccepted === false) {
    return (
      <LazyPart isPage code={columnsModule} fallback={<Loading />} alternative={<OpenOwnButton />}>
        {({ ReadColumns }) => (
          <ReadColumns
            address={address ?? ''}
            local={local.source}
            engine={source.engine}
            open={open}
            error={dataset.error}
            isReading={dataset.isFetching}
            onCancel={() => onChange({ data: local.before })}
            onUndated={() => onChange({ panel: 'list' }, 'replace')}
          />
        )}
      </LazyPart>
    );
  }
  if (open && (checked || unchecked !== null)) {
    return (
      <DatasetLanguage value={open.head.language}>
        <LazyPart isPage code={explorerModule} fallback={<Loading />} alternative={<OpenOwnButton />}>
          {({ Explorer }) => (
            <Explorer
              key={open.key}
              engine={source.engine}
              open={open}
              checked={checked}
              address={address ?? ''}
              link={{ ...link, problems, view: known, settled: knownSettled }}
              onReopen={dataset.retry}
            />
          )}
        </LazyPart>
      </DatasetLanguage>
    );
  }
  // The code that checks the configuration may arrive after the dataset. Until then, the loading screen remains.
  if (open) return <Loading />;
  if (dataset.error) {
    return (
      <FailureScreen
        error={dataset.error}
        address={address ?? view.data ?? ''}
        onRetry={dataset.retry}
        onShipped={view.data === null ? null : () => onChange({ data: null })}
      />
    );
  }
  if (dataset.fetchStatus === 'idle') {
    return (
      <FailureScreen
        error={new OpenFailure('cancelled')}
        address={address ?? ''}
        onRetry={dataset.retry}
        onShipped={null}
      />
    );
  }
  return <Loading progress={dataset.progress} onCancel={dataset.cancel} onRetry={dataset.retry} />;
}
