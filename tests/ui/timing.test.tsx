import { act, render, renderHook, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Delayed } from '../../src/ui/Delayed';
import { useDeferredFlag } from '../../src/ui/use-deferred-flag';
import { useLastWhile } from '../../src/ui/use-last-while';
import { useLong } from '../../src/ui/use-long';

describe('useLastWhile', () => {
  it('keeps the last good value while isGood is false', () => {
    const { result, rerender } = renderHook(({ value, isGood }) => useLastWhile(value, isGood), {
      initialProps: { value: 'a', isGood: false },
    });
    expect(result.current).toBe('a');
    rerender({ value: 'b', isGood: true });
    expect(result.current).toBe('b');
    rerender({ value: 'c', isGood: false });
    expect(result.current).toBe('b');
    rerender({ value: 'd', isGood: true });
    expect(result.current).toBe('d');
  });
});

describe('useDeferredFlag', () => {
  it('is false in the first rendering, and then follows', () => {
    const seen: boolean[] = [];
    const { rerender } = renderHook(
      ({ value }) => {
        seen.push(useDeferredFlag(value));
      },
      { initialProps: { value: true } },
    );
    expect([seen[0], seen.at(-1)]).toEqual([false, true]);
    rerender({ value: false });
    expect(seen.at(-1)).toBe(false);
  });
});

describe('as time goes on', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  describe('useLong', () => {
    it('is true after the delay, until isOn is false', () => {
      const { result, rerender } = renderHook(({ isOn }) => useLong(isOn, 1000), { initialProps: { isOn: true } });
      act(() => vi.advanceTimersByTime(900));
      expect(result.current).toBe(false);
      act(() => vi.advanceTimersByTime(200));
      expect(result.current).toBe(true);
      rerender({ isOn: false });
      expect(result.current).toBe(false);
      rerender({ isOn: true });
      expect(result.current).toBe(false);
    });
  });

  describe('Late', () => {
    it('renders nothing during a short wait', () => {
      const Made = vi.fn(() => <p>here</p>);
      const { unmount } = render(
        <Delayed>
          <Made />
        </Delayed>,
      );
      act(() => vi.advanceTimersByTime(100));
      unmount();
      act(() => vi.advanceTimersByTime(1000));
      expect(Made).not.toHaveBeenCalled();
    });

    it('renders its children during a long wait', () => {
      render(
        <Delayed>
          <p>here</p>
        </Delayed>,
      );
      expect(screen.queryByText('here')).toBeNull();
      act(() => vi.advanceTimersByTime(1000));
      expect(screen.getByText('here')).toBeTruthy();
    });
  });
});
