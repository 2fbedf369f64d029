import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createClient, runByHttp } from '../../../src/engine/clickhouse/client';

const [SILENT, GOOD, SLOW] = ['http://silent:1', 'http://good:1', 'http://slow:1'];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A network of a node that never replies, one that replies at once, and one that takes a minute but is there. */
function network() {
  const asked: string[] = [];
  const post = (address: string, { signal }: RequestInit) => {
    const { origin, pathname } = new URL(address);
    if (pathname !== '/ping') asked.push(origin);
    const [isPing, reply] = [pathname === '/ping', new Response('7\n')];
    if (origin === GOOD || (origin === SLOW && isPing)) return Promise.resolve(reply);
    return new Promise<Response>((resolve, reject) => {
      if (origin === SLOW) setTimeout(() => resolve(reply), 60_000);
      // The timeouts of signals are no timers that a test can move on.
      if (isPing) setTimeout(() => reject(new DOMException('no reply', 'TimeoutError')), 2000);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  };
  return { asked, run: runByHttp(post) };
}

async function within<T>(seconds: number, answer: Promise<T>): Promise<T> {
  answer.catch(() => {});
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  return Promise.race([answer, Promise.reject(new Error(`no answer after ${seconds} seconds`))]);
}

it('a silent node is given up after seconds, and asked last for a while', async () => {
  const { asked, run } = network();
  const client = createClient(run, { urls: [SILENT, GOOD], maxSeconds: 60, isAlternative: true });
  expect(await within(4, client.run('SELECT 7'))).toEqual(['7\n']);
  expect(await within(0, client.run('SELECT 7'))).toEqual(['7\n']);
  expect(asked).toEqual([SILENT, GOOD, GOOD]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await within(4, client.run('SELECT 7'))).toEqual(['7\n']);
  expect(asked.slice(3)).toEqual([SILENT, GOOD]);
});

it('the part of a silent node is missing, at once while that is known', async () => {
  const { asked, run } = network();
  const client = createClient(run, { urls: [SILENT, GOOD], maxSeconds: 60, isAlternative: false });
  expect(await within(4, client.run('SELECT 7', { canMiss: true }))).toEqual(['7\n']);
  expect(await within(0, client.run('SELECT 7', { canMiss: true }))).toEqual(['7\n']);
  expect(asked).toEqual([SILENT, GOOD, GOOD]);
  await expect(within(4, client.run('SELECT 7'))).rejects.toMatchObject({ isMissingPart: true });
});

it('a node that works for long but replies to others is waited for', async () => {
  const { run } = network();
  const client = createClient(run, { urls: [SLOW], maxSeconds: 60, isAlternative: true });
  expect(await within(61, client.run('SELECT 7'))).toEqual(['7\n']);
});
