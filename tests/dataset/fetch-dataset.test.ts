import { describe, expect, it, vi } from 'vitest';
import { fetchText } from '../../src/dataset/fetch-dataset';

const ADDRESS = 'https://example.org/data.json';

function fetchAnswers(answer: () => Promise<Response>) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
}

describe('fetchText', () => {
  it('gives the text at an address', async () => {
    const spy = fetchAnswers(async () => new Response('{"a":1}'));
    await expect(fetchText(ADDRESS)).resolves.toBe('{"a":1}');
    expect(spy.mock.calls[0]?.[0]).toBe(ADDRESS);
  });

  it('fails with the status where the server has no text', async () => {
    fetchAnswers(async () => new Response('', { status: 404 }));
    await expect(fetchText(ADDRESS)).rejects.toMatchObject({ code: 'status', found: '404' });
  });

  it('fails as unreachable where there is no answer at all', async () => {
    fetchAnswers(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchText(ADDRESS)).rejects.toMatchObject({ code: 'unreachable', found: 'Failed to fetch' });
  });

  it('fails as unreachable where the answer breaks off', async () => {
    const broken = new ReadableStream({ start: controller => controller.error(new TypeError('terminated')) });
    fetchAnswers(async () => new Response(broken));
    await expect(fetchText(ADDRESS)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('rejects with the reason of the abort', async () => {
    const controller = new AbortController();
    const reason = new Error('not wanted any more');
    fetchAnswers(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    controller.abort(reason);
    await expect(fetchText(ADDRESS, controller.signal)).rejects.toBe(reason);
  });
});
