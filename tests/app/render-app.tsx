import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App } from '../../src/app/App';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import { loadedModule } from '../../src/lib/lazy-module';
import { OpenFailure } from '../../src/model/problem';
import { SIX_ACTIVITIES } from '../fixtures/six-activities';
import { stubBrowser } from '../fixtures/stub-browser';
import { textDataset } from '../fixtures/text-dataset';

const SHIPPED = 'data/six.json';

const deployment = {
  dataset: SHIPPED,
  languages: null,
  config: loadedModule({ config: { dataset: SHIPPED }, problems: [] }),
};

interface Rendered {
  user: UserEvent;
  /** The addresses that were fetched, in order. */
  fetched: string[];
  /** File contents by address relative to the page; a test may change them. */
  files: Map<string, string>;
}

/** Renders the whole page at a link, with the engine in the test's thread and a shipped dataset of six activities. */
export function renderApp(link: string, others: Readonly<Record<string, string>> = {}): Rendered {
  stubBrowser();
  window.history.replaceState(null, '', `/${link}`);
  const files = new Map([[SHIPPED, JSON.stringify(textDataset(SIX_ACTIVITIES))], ...Object.entries(others)]);
  const fetched: string[] = [];
  const own = window.location.origin;
  const engine = createLocalEngine(async (address, signal) => {
    signal?.throwIfAborted();
    const path = address.replace(`${own}/`, '');
    fetched.push(path);
    const text = files.get(path);
    if (text === undefined) throw new OpenFailure('status', '404');
    return { bytes: bytesOf(text), total: null };
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App source={{ engine, origins: { own, listed: [] } }} deployment={deployment} languages={['en']} />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), fetched, files };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
