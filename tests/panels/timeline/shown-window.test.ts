import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moveBetween, ShownWindow } from '../../../src/panels/timeline/shown-window';
import type { TimelineHost } from '../../../src/panels/timeline/vis/timeline-host';

const YEAR = { earliest: 0, latest: 364 };
const WEEK = { earliest: 100, latest: 106 };

/** A window on a host that stays where it was until an animation is over. */
function setup(canAnimate = true) {
  let shown = { start: 0, end: 1 };
  const showDays = vi.fn((start: number, end: number, duration?: number) => {
    if (duration === undefined) shown = { start, end };
  });
  const host = { shownDays: () => shown, showDays } as unknown as TimelineHost;
  const window = new ShownWindow(host, { width: 1000 }, () => canAnimate);
  window.moveTo(YEAR, 'set');
  showDays.mockClear();
  return { window, durations: () => showDays.mock.calls.map(([, , duration]) => duration) };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a window', () => {
  it('glides once, also when marks for it arrive on the way', () => {
    const { window, durations } = setup();
    window.moveTo(WEEK, 'glide');
    window.moveTo(WEEK, 'jump');
    expect(durations()).toEqual([160]);
    vi.advanceTimersByTime(200);
    window.moveTo(WEEK, 'jump');
    expect(durations()).toEqual([160, undefined]);
  });

  it('jumps away from an animation to another window', () => {
    const { window, durations } = setup();
    window.moveTo(WEEK, 'glide');
    window.moveTo({ earliest: 200, latest: 300 }, 'jump');
    expect(durations()).toEqual([160, undefined]);
  });

  it('does not move to where it is, unless it is set', () => {
    const { window, durations } = setup(false);
    window.moveTo(YEAR, 'glide');
    window.moveTo(YEAR, 'jump');
    expect(durations()).toEqual([]);
    window.moveTo(YEAR, 'set');
    window.moveTo(WEEK, 'glide');
    expect(durations()).toEqual([undefined, undefined]);
  });
});

describe('moveBetween', () => {
  const feed = { folds: [], marks: [] };

  it('glides only with the same marks on the same axis', () => {
    expect(moveBetween(feed, { ...feed })).toBe('glide');
    expect(moveBetween(feed, { ...feed, marks: [] })).toBe('jump');
    expect(moveBetween(feed, { ...feed, folds: [] })).toBe('set');
    expect(moveBetween(null, feed)).toBe('set');
  });
});
