import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { WHOLE_RECORD } from '../../src/model/view';
import { LONGEST_LINK } from '../../src/url/params';
import { dataAddress, hrefOf, linkOf, useView } from '../../src/url/use-view';

beforeEach(() => {
  window.history.replaceState(null, '', '/explorer/?q=border#top');
});

function setup() {
  const push = vi.spyOn(window.history, 'pushState');
  const replace = vi.spyOn(window.history, 'replaceState');
  return { ...renderHook(() => useView()), push, replace };
}

describe('useView', () => {
  it('says what the address bar says', () => {
    const { result } = setup();
    expect(result.current.view).toEqual({ ...WHOLE_RECORD, q: 'border' });
  });

  it('pushes a choice and keeps the rest of the address', () => {
    const { result, push, replace } = setup();
    act(() => result.current.onChange({ panel: 'list' }));
    expect(result.current.view).toMatchObject({ q: 'border', panel: 'list' });
    expect(push).toHaveBeenCalledExactlyOnceWith(null, '', '/explorer/?q=border&view=list#top');
    expect(replace).not.toHaveBeenCalled();
  });

  it('replaces where it is told to', () => {
    const { result, push, replace } = setup();
    act(() => result.current.onChange({ q: 'border p' }, 'replace'));
    expect(result.current.view.q).toBe('border p');
    expect(replace).toHaveBeenCalledOnce();
    expect(push).not.toHaveBeenCalled();
  });

  it('shows a draft without touching the history, until the next change', () => {
    const { result, push, replace } = setup();
    act(() => result.current.onChange({ from: '2017' }, 'draft'));
    expect(result.current.view).toMatchObject({ q: 'border', from: '2017' });
    expect(window.location.search).toBe('?q=border');
    act(() => result.current.onChange({ to: '2018' }, 'replace'));
    expect(result.current.view).toMatchObject({ from: null, to: '2018' });
    expect(push).not.toHaveBeenCalled();
    expect(replace).toHaveBeenCalledOnce();
  });

  it('adds up changes that come before the next rendering', () => {
    const { result } = setup();
    act(() => {
      result.current.onChange({ panel: 'list' });
      result.current.onChange({ sort: 'title' });
    });
    expect(result.current.view).toMatchObject({ q: 'border', panel: 'list', sort: 'title' });
  });

  it('writes nothing when nothing changes', () => {
    const { result, push } = setup();
    act(() => result.current.onChange({ q: 'border' }));
    expect(push).not.toHaveBeenCalled();
  });

  it('follows the browser back', async () => {
    const { result } = setup();
    act(() => result.current.onChange({ panel: 'list' }));
    const arrived = new Promise(done => window.addEventListener('popstate', done, { once: true }));
    await act(async () => {
      window.history.back();
      await arrived;
    });
    expect(result.current.view).toEqual({ ...WHOLE_RECORD, q: 'border' });
  });

  it('refuses a choice whose link would be too long, and keeps the view before', () => {
    const { result, push } = setup();
    const include = [...Array(LONGEST_LINK / 4).keys()].map(i => `a${i + 1000}`);
    act(() => result.current.onChange({ facets: { office: { include, exclude: [], mode: 'any' } } }));
    expect(result.current.view).toEqual({ ...WHOLE_RECORD, q: 'border' });
    expect(result.current.refusal).toMatchObject({ max: expect.any(Number), length: expect.any(Number) });
    expect(push).not.toHaveBeenCalled();
    act(() => result.current.onChange({ panel: 'list' }));
    expect(result.current).toMatchObject({ refusal: null, view: { q: 'border', panel: 'list' } });
  });

  it('lives on when the browser refuses to write history', () => {
    const { result, push } = setup();
    push.mockImplementation(() => {
      throw new DOMException('too many calls', 'SecurityError');
    });
    act(() => result.current.onChange({ panel: 'list' }));
    expect(result.current.view.q).toBe('border');
  });
});

describe('linkOf and hrefOf', () => {
  it('make the address of a view on this page', () => {
    const view = { ...WHOLE_RECORD, q: 'border police' };
    expect(hrefOf(view)).toBe('/explorer/?q=border+police');
    expect(linkOf(view)).toBe(`${window.location.origin}/explorer/?q=border+police`);
  });
});

describe('dataAddress', () => {
  it.each([
    [null, '/explorer/data/shipped.json'],
    ['other.json', '/explorer/other.json'],
    ['/other.json', '/other.json'],
    ['https://example.org/d.json', 'https://example.org/d.json'],
    ['http://[', null],
  ])('of %s is %s', (data, expected) => {
    const address = dataAddress({ data }, 'data/shipped.json');
    expect(address?.replace(window.location.origin, '') ?? null).toBe(expected);
  });
});
