import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usePreference } from '../../src/ui/use-preference';

afterEach(() => localStorage.clear());

function setup(key: string) {
  return renderHook(() => usePreference(key, 'shown')).result;
}

describe('usePreference', () => {
  it('shares the chosen value with all components', () => {
    const one = setup('panel');
    const other = setup('panel');
    expect(one.current[0]).toBe('shown');
    act(() => one.current[1]('hidden'));
    expect(one.current[0]).toBe('hidden');
    expect(other.current[0]).toBe('hidden');
    expect(setup('panel').current[0]).toBe('hidden');
    expect(setup('another').current[0]).toBe('shown');
  });

  it('follows another tab', () => {
    const one = setup('panel');
    act(() => {
      localStorage.setItem('chronofacet:panel', 'hidden');
      window.dispatchEvent(new StorageEvent('storage', { key: 'chronofacet:panel' }));
    });
    expect(one.current[0]).toBe('hidden');
  });

  it('lasts until the page is left if the browser stores nothing', () => {
    const closed = () => {
      throw new DOMException('closed', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(closed);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(closed);
    const one = setup('closed');
    expect(one.current[0]).toBe('shown');
    act(() => one.current[1]('hidden'));
    expect(one.current[0]).toBe('hidden');
    expect(setup('closed').current[0]).toBe('hidden');
  });
});
