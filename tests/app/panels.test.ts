import { describe, expect, it } from 'vitest';
import { entryOf, PANEL_ENTRIES, panelOf, panelPatch, panelsFor } from '../../src/app/panels';
import { PANELS } from '../../src/model/view';

describe('the table of panels', () => {
  it('has every panel that a link can name, each under its own name and in the same order', () => {
    expect(PANEL_ENTRIES.map(({ id }) => id)).toEqual(PANELS);
    expect(PANELS.map(panel => entryOf(panel).id)).toEqual(PANELS);
  });

  it('has at most one panel that opens by default on a narrow screen', () => {
    expect(PANEL_ENTRIES.filter(entry => entry.opensOnNarrow)).toHaveLength(1);
  });

  it('uses as stand-ins only panels whose code is in the main chunk', () => {
    const standIns = PANEL_ENTRIES.flatMap(({ standIn }) => standIn ?? []);
    expect(standIns.length).toBeGreaterThan(0);
    for (const standIn of standIns) expect(entryOf(standIn).code.get()).not.toBeNull();
  });

  it('loads the code of every panel', async () => {
    const components = await Promise.all(PANEL_ENTRIES.map(({ code }) => code.load()));
    expect(new Set(components).size).toBe(PANELS.length);
  });
});

describe('panelsFor', () => {
  it('starts with the default panel of the screen and keeps the order of the others', () => {
    expect(panelsFor(false)).toEqual(PANELS);
    expect(panelsFor(true)).toEqual(['list', ...PANELS.filter(panel => panel !== 'list')]);
  });
});

describe('panelOf', () => {
  it.each([
    [null, false, 'timeline'],
    [null, true, 'list'],
    ['matrix', false, 'matrix'],
    ['timeline', true, 'timeline'],
  ] as const)('shows %s on a narrow screen or not (%s) as the %s', (panel, isNarrow, shown) => {
    expect(panelOf({ panel }, isNarrow)).toBe(shown);
  });

  it('returns the panel that panelPatch was given', () => {
    for (const isNarrow of [false, true]) {
      for (const panel of PANELS) expect(panelOf(panelPatch(panel, isNarrow), isNarrow)).toBe(panel);
    }
    expect(panelPatch('timeline', false)).toEqual({ panel: null });
    expect(panelPatch('list', true)).toEqual({ panel: 'list' });
  });
});
