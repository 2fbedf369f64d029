import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/app.css';
import { App } from './app/App';
import { startEngine } from './engine/worker/start-engine';

const SHIPPED_DATASET = 'data/eu-unodc.json';

const dataOrigins = document.querySelector<HTMLMetaElement>('meta[name="chronofacet-data-origins"]')?.content ?? '';

const origins = { own: window.location.origin, listed: dataOrigins.split(/\s+/).filter(Boolean) };

const source = { engine: startEngine(origins), origins };

// React gets all replies of one message in the same task, so the page renders once for all of them.
notifyManager.setScheduler(queueMicrotask);

// Queries are also sent when the browser is offline: the engine answers them in the page's own worker.
const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } });

/** Shows the error message that index.html contains, because React leaves an empty page after an uncaught error. */
function showNotLoaded(error: unknown): void {
  document.documentElement.toggleAttribute('data-not-loaded', true);
  reportError(error);
}

const root = document.getElementById('root');
if (root) {
  createRoot(root, { onUncaughtError: showNotLoaded }).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App source={source} shipped={SHIPPED_DATASET} languages={navigator.languages} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
