import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '../../src/app/App';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import { OpenFailure } from '../../src/model/problem';
import { SIX_ACTIVITIES } from '../fixtures/six-activities';
import { textDataset } from '../fixtures/text-dataset';

const SHIPPED = 'data/six.json';

interface Rendered {
  user: UserEvent;
  /** The addresses that were fetched, in order. */
  fetched: string[];
  /** File contents by address relative to the page; a test may change them. */
  files: Map<string, string>;
}

const WIDTH = 1200;

/** Stubs browser features that jsdom lacks: observers never fire, and the screen and all elements are wide. */
function stubBrowser(): void {
  class Observer {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  Element.prototype.checkVisibility = () => true;
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(WIDTH);
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width'),
    addEventListener() {},
    removeEventListener() {},
  }));
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
      <App source={{ engine, origins: { own, listed: [] } }} shipped={SHIPPED} languages={['en']} />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), fetched, files };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
