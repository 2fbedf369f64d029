import { describe, expect, it } from 'vitest';
import { panned } from '../../../src/model/window-moves';
import { aroundPile, broughtBack, zoomed } from '../../../src/panels/timeline/moves';

const bounds = { earliest: 0, latest: 999 };
const folds = [{ earliest: 200, latest: 799 }];

describe('zoomed', () => {
  it('keeps the middle of what it zooms about', () => {
    const about = { earliest: 500, latest: 500 };
    expect(zoomed({ earliest: 400, latest: 599 }, { factor: 0.5, about, bounds, folds: [] })).toEqual({
      earliest: 451,
      latest: 550,
    });
  });

  it('stays within the bounds and keeps a few days', () => {
    const window = { earliest: 0, latest: 9 };
    expect(zoomed(window, { factor: 0.5, about: window, bounds, folds: [] })).toEqual(window);
    expect(zoomed(bounds, { factor: 2, about: bounds, bounds, folds: [] })).toEqual(bounds);
  });

  it('leaves of a window that reaches beyond the record the part nearest to it', () => {
    const before = { earliest: -3000, latest: 499 };
    expect(zoomed(before, { factor: 0.5, about: before, bounds, folds: [] })).toEqual({ earliest: -1250, latest: 499 });
    const behind = { earliest: 2000, latest: 2999 };
    expect(zoomed(behind, { factor: 0.5, about: behind, bounds, folds: [] })).toEqual({ earliest: 2000, latest: 2499 });
  });

  it('is the very same window where it can get no shorter or no longer', () => {
    const day = { earliest: 5, latest: 5 };
    expect(zoomed(day, { factor: 0.5, about: day, bounds: day, folds: [] })).toBe(day);
    expect(zoomed(bounds, { factor: 2, about: bounds, bounds, folds: [] })).toBe(bounds);
  });

  it('does not count folded days', () => {
    expect(zoomed(bounds, { factor: 0.5, about: bounds, bounds, folds })).toEqual({ earliest: 100, latest: 899 });
  });
});

describe('panned', () => {
  it('moves by a share of the window and stops at the bounds', () => {
    const axis = { bounds, folds: [] };
    expect(panned({ earliest: 100, latest: 199 }, { share: 0.5, ...axis })).toEqual({ earliest: 150, latest: 249 });
    expect(panned({ earliest: 20, latest: 119 }, { share: -0.5, ...axis })).toEqual({ earliest: 0, latest: 99 });
  });

  it('passes over a fold', () => {
    const axis = { bounds, folds };
    expect(panned({ earliest: 100, latest: 199 }, { share: 0.5, ...axis })).toEqual({ earliest: 150, latest: 849 });
    expect(panned({ earliest: 100, latest: 199 }, { share: 1, ...axis })).toEqual({ earliest: 800, latest: 899 });
  });
});

describe('broughtBack', () => {
  it('moves a window that reached beyond the bounds, as long as it is', () => {
    const axis = { room: bounds, folds: [] };
    expect(broughtBack({ earliest: -20, latest: 79 }, axis)).toEqual({ earliest: 0, latest: 99 });
    expect(broughtBack({ earliest: 950, latest: 1049 }, axis)).toEqual({ earliest: 900, latest: 999 });
    expect(broughtBack({ earliest: 300, latest: 399 }, axis)).toEqual({ earliest: 300, latest: 399 });
  });

  it('counts no folded days', () => {
    const axis = { room: bounds, folds };
    expect(broughtBack({ earliest: 850, latest: 1049 }, axis)).toEqual({ earliest: 800, latest: 999 });
    expect(broughtBack({ earliest: 150, latest: 849 }, axis)).toEqual({ earliest: 150, latest: 849 });
    expect(broughtBack({ earliest: 150, latest: 1049 }, axis)).toEqual({ earliest: 100, latest: 999 });
  });

  it('makes of one that is longer than the bounds all that is within them', () => {
    expect(broughtBack({ earliest: -40, latest: 1020 }, { room: bounds, folds: [] })).toEqual(bounds);
  });
});

describe('aroundPile', () => {
  it('is the part of the window around the days of the pile', () => {
    expect(aroundPile({ earliest: 500, latest: 599 }, bounds)).toEqual({ earliest: 485, latest: 614 });
    expect(aroundPile({ earliest: 1, latest: 1 }, bounds)).toEqual({ earliest: 0, latest: 6 });
  });

  it('is nothing where too many are of one day', () => {
    expect(aroundPile({ earliest: 500, latest: 500 }, bounds, true)).toBeNull();
    expect(aroundPile({ earliest: 500, latest: 501 }, bounds, true)).not.toBeNull();
  });

  it('is nothing where the window is no longer', () => {
    expect(aroundPile({ earliest: 500, latest: 500 }, { earliest: 498, latest: 502 })).toBeNull();
    expect(aroundPile(bounds, bounds)).toBeNull();
    expect(aroundPile({ earliest: 7, latest: 7 }, { earliest: 7, latest: 7 })).toBeNull();
  });
});
