import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/app.css';
import { App } from './app/App';
import { startEngine } from './engine/worker/start-engine';
import { fetchConfig, type StartConfig } from './formats/explorer/fetch-config';
import { lazyModule } from './lib/lazy-module';
import { openByDefault } from './url/use-view';

const SHIPPED_DATASET = 'data/eu-unodc.json';

const dataOrigins = document.querySelector<HTMLMetaElement>('meta[name="chronofacet-data-origins"]')?.content ?? '';

// React gets all replies of one message in the same task, so the page renders once for all of them.
notifyManager.setScheduler(queueMicrotask);

// Queries are also sent when the browser is offline: the engine answers them in the page's own worker.
const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } });

/**
 * Shows the error message that index.html contains. Without it, the page would be empty, because React removes
 * everything after an uncaught error.
 */
function showNotLoaded(error: unknown): void {
  document.documentElement.toggleAttribute('data-not-loaded', true);
  reportError(error);
}

/** Starts the engine and shows the page as `explorer.json` configures it. */
async function start(root: HTMLElement, { text, view, engine: url, ...given }: StartConfig): Promise<void> {
  const dataset = given.dataset || SHIPPED_DATASET;
  const listed = dataOrigins
    .split(/\s+/)
    .filter(origin => origin !== '' && (given.dataOrigins?.includes(origin) ?? true));
  const origins = { own: window.location.origin, listed };
  const own = startEngine(origins);
  const engine = url
    ? (await import('./engine/remote/start-remote')).startRemote({ url, dataset, page: document.baseURI, origins, own })
    : own;
  const config = lazyModule(async () => {
    const { readConfig } = await import('./formats/explorer/read-config');
    return readConfig(text, SHIPPED_DATASET);
  });
  openByDefault(view);
  createRoot(root, { onUncaughtError: showNotLoaded }).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App
          source={{ engine, origins }}
          deployment={{ dataset, languages: given.languages, config }}
          languages={navigator.languages}
        />
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root)
  fetchConfig()
    .then(config => start(root, config))
    .catch(showNotLoaded);
