import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/app.css';
import { App } from './app/App';
import type { Deployment } from './app/deployment';
import type { DataSource } from './queries/dataset-query';

// React gets all replies of one message in the same task, so the page renders once for all of them.
notifyManager.setScheduler(queueMicrotask);

// Queries are also sent when the browser is offline, because the engine answers them in the page's own worker.
export const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } });

/**
 * Shows the error message in index.html. Otherwise the page would be empty, because React removes everything after an
 * uncaught error.
 */
export function showNotLoaded(error: unknown): void {
  document.documentElement.toggleAttribute('data-not-loaded', true);
  reportError(error);
}

export function showPage(source: DataSource, deployment: Deployment): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root, { onUncaughtError: showNotLoaded }).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App source={source} deployment={deployment} languages={navigator.languages} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
