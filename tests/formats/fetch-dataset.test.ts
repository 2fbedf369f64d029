import { describe, expect, it, vi } from 'vitest';
import { fetchBytes } from '../../src/formats/fetch-dataset';

const ADDRESS = 'https://example.org/data.json';
const ORIGINS = { own: 'https://example.org', listed: [] };

function fetchAnswers(answer: () => Promise<Response>) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
}

async function fetchText(signal?: AbortSignal): Promise<string> {
  const { bytes } = await fetchBytes(ADDRESS, ORIGINS, signal);
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of bytes) text += decoder.decode(piece, { stream: true });
  return text;
}

describe('fetchBytes', () => {
  it('says how many bytes will come, where the length is told and nothing is compressed', async () => {
    const lengths = [
      [{ 'content-length': '7' }, 7],
      [{ 'content-length': '7', 'content-encoding': 'gzip' }, null],
      [{}, null],
    ] as const;
    for (const [headers, total] of lengths) {
      fetchAnswers(async () => new Response('{"a":1}', { headers }));
      await expect(fetchBytes(ADDRESS, ORIGINS)).resolves.toMatchObject({ total });
    }
  });

  it('gives the text at an address', async () => {
    const spy = fetchAnswers(async () => new Response('{"a":1}'));
    await expect(fetchText()).resolves.toBe('{"a":1}');
    expect(spy.mock.calls[0]?.[0]).toBe(ADDRESS);
  });

  it('fails with the status where the server has no text', async () => {
    fetchAnswers(async () => new Response('', { status: 404 }));
    await expect(fetchText()).rejects.toMatchObject({ code: 'status', found: '404' });
  });

  it('fails as unreachable where there is no answer at all', async () => {
    fetchAnswers(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchText()).rejects.toMatchObject({ code: 'unreachable', found: 'Failed to fetch' });
  });

  it('tells a server that does not share from one that does not answer', async () => {
    const address = 'https://data.example.net/a.json';
    const origins = { ...ORIGINS, listed: ['https://data.example.net'] };
    const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, request) => {
      if (request?.mode === 'no-cors') return { type: 'opaque' } as Response;
      throw new TypeError('Failed to fetch');
    });
    const notShared = { code: 'notShared', found: 'https://data.example.net' };
    await expect(fetchBytes(address, origins)).rejects.toMatchObject(notShared);
    expect(spy.mock.calls[1]?.[1]).toMatchObject({ method: 'HEAD', credentials: 'same-origin' });
    fetchAnswers(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchBytes(address, origins)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('tells what the policy of the page refuses from a server that does not answer', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    const origins = { ...ORIGINS, listed: ['https://data.example.net', 'https://other.example.net'] };
    fetchAnswers(async () => {
      const blockedURI = 'https://data.example.net/a.json';
      page.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI }));
      throw new TypeError('Failed to fetch');
    });
    const refused = { code: 'refusedPolicy', found: 'https://data.example.net' };
    await expect(fetchBytes('https://data.example.net/a.json', origins)).rejects.toMatchObject(refused);
    await expect(fetchBytes('https://other.example.net/a.json', origins)).rejects.toMatchObject({
      code: 'unreachable',
    });
    vi.unstubAllGlobals();
  });

  it('fails as unreachable where the answer breaks off', async () => {
    const broken = new ReadableStream({ start: controller => controller.error(new TypeError('terminated')) });
    fetchAnswers(async () => new Response(broken));
    await expect(fetchText()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('asks no other origin where none is listed, wherever redirects lead', async () => {
    const spy = fetchAnswers(async () => new Response('{}'));
    await fetchBytes(ADDRESS, ORIGINS);
    expect(spy.mock.calls[0]?.[1]).toMatchObject({ mode: 'same-origin' });
  });

  it('says that a redirect was refused', async () => {
    const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, request) => {
      if (request?.redirect === 'manual') return { type: 'opaqueredirect' } as Response;
      throw new TypeError('Failed to fetch');
    });
    await expect(fetchText()).rejects.toMatchObject({ code: 'refusedRedirect' });
    expect(spy).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['https://data.example.net/a.json', null],
    ['https://example.org/elsewhere.json', null],
    ['https://evil.example/a.json', 'refusedRedirect'],
    ['http://example.org/a.json', 'refusedRedirect'],
    ['https://example.org.evil.example/a.json', 'refusedRedirect'],
  ])('judges an answer by the address that it came from: %s', async (final, code) => {
    const listed = ['https://data.example.net'];
    const body = new ReadableStream();
    fetchAnswers(async () => Object.defineProperty(new Response(body), 'url', { value: final }));
    const fetched = fetchBytes(ADDRESS, { ...ORIGINS, listed });
    if (code) await expect(fetched).rejects.toMatchObject({ code });
    else await expect(fetched).resolves.toHaveProperty('bytes');
  });

  it('asks for nothing at an address that is not allowed', async () => {
    const spy = fetchAnswers(async () => new Response('{}'));
    await expect(fetchBytes('https://evil.example/a.json', ORIGINS)).rejects.toMatchObject({ code: 'refusedOrigin' });
    await expect(fetchBytes('blob:https://example.org/1', ORIGINS)).rejects.toMatchObject({ code: 'refusedScheme' });
    expect(spy).not.toHaveBeenCalled();
  });

  it('rejects with the reason of the abort', async () => {
    const controller = new AbortController();
    const reason = new Error('not wanted any more');
    fetchAnswers(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    controller.abort(reason);
    await expect(fetchText(controller.signal)).rejects.toBe(reason);
  });
});
