import { I18nProvider } from '@lingui/react';
import { lazy, Suspense, use, useEffect, useMemo, useState } from 'react';
import { activateLanguage, chooseLanguage, type Language } from '../i18n/catalogue';
import { DatasetLanguage } from '../i18n/use-text';
import { OpenFailure } from '../model/problem';
import { knownView } from '../model/query-of';
import { type DataSource, useDataset } from '../queries/dataset-query';
import { Boundary } from '../ui/Boundary';
import { dataAddress, useView } from '../url/use-view';
import { Failure } from './Failure';
import { Loading } from './Loading';

let explorerCode: Promise<{ default: typeof import('./Explorer').Explorer }> | null = null;

/** On its way while the record is. */
function loadExplorer() {
  explorerCode ??= import('./Explorer').then(({ Explorer }) => ({ default: Explorer }));
  return explorerCode;
}

const Explorer = lazy(loadExplorer);

interface Props {
  source: DataSource;
  /** Address of the dataset that opens when a link names none, relative to the page. */
  shipped: string;
  /** The reader's languages, most wanted first. */
  languages: readonly string[];
}

/** From the address bar to the screen: the view in its language, over the dataset it names. */
export function App({ source, shipped, languages }: Props) {
  const link = useView();
  const language = chooseLanguage(link.view.lang ? [link.view.lang, ...languages] : languages);
  return (
    <Suspense fallback={null}>
      <Localised language={language}>
        <AfterFirstPaint>
          <Boundary isPage>
            <Opened source={source} shipped={shipped} link={link} />
          </Boundary>
        </AfterFirstPaint>
      </Localised>
    </Suspense>
  );
}

function Localised({ language, children }: { language: Language; children: React.ReactNode }) {
  const i18n = use(activateLanguage(language));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <I18nProvider i18n={i18n}>{children}</I18nProvider>;
}

/** A page that nobody sees paints nothing, and goes on after this. */
const UNSEEN_MS = 200;

/** Says that the record opens before anything else is fetched: the first paint waits for nobody. */
function AfterFirstPaint({ children }: { children: React.ReactNode }) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const goOn = () => setPainted(true);
    const frame = requestAnimationFrame(() => setTimeout(goOn));
    const timer = setTimeout(goOn, UNSEEN_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted ? children : <Loading progress={null} onCancel={null} />;
}

type OpenedProps = Pick<Props, 'source' | 'shipped'> & { link: ReturnType<typeof useView> };

function Opened({ source, shipped, link }: OpenedProps) {
  const { view, settled, problems, onChange } = link;
  const address = dataAddress(view, shipped);
  useEffect(() => {
    // That it doesn't come is told where it is shown.
    loadExplorer().catch(() => undefined);
  }, []);
  const dataset = useDataset(source, address);
  const open = dataset.data;
  const facetIds = useMemo(() => open?.head.facets.map(facet => facet.id), [open]);
  const knownSettled = useMemo(() => (facetIds ? knownView(settled, facetIds) : settled), [facetIds, settled]);
  const known = useMemo(
    () => (view === settled ? knownSettled : facetIds ? knownView(view, facetIds) : view),
    [facetIds, view, settled, knownSettled],
  );
  if (open) {
    return (
      <DatasetLanguage value={open.head.language}>
        <Suspense fallback={<Loading progress={null} onCancel={null} />}>
          <Explorer
            key={open.key}
            engine={source.engine}
            open={open}
            view={known}
            settled={knownSettled}
            linkProblems={problems}
            onChange={onChange}
          />
        </Suspense>
      </DatasetLanguage>
    );
  }
  if (dataset.error) {
    return (
      <Failure
        error={dataset.error}
        address={address ?? view.data ?? ''}
        onRetry={dataset.refetch}
        onShipped={view.data === null ? null : () => onChange({ data: null })}
      />
    );
  }
  if (dataset.fetchStatus === 'idle') {
    return (
      <Failure
        error={new OpenFailure('cancelled')}
        address={address ?? ''}
        onRetry={dataset.refetch}
        onShipped={null}
      />
    );
  }
  return <Loading progress={dataset.progress} onCancel={dataset.cancel} />;
}
