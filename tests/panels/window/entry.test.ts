import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoSpan } from '../../../src/lib/day';
import type { View } from '../../../src/model/view';
import { type Drafts, enter, SIDES, type Waiting } from '../../../src/panels/window/entry';

const arbitraryText = fc.constantFrom('', '2015', '2016', '2017', '2018-06', '2019', 'soon', '2018-13');

const arbitraryEntry = fc.record({ side: fc.constantFrom(...SIDES), text: arbitraryText });

const readDate = (text: string) => (parseIsoSpan(text) ? text : null);

interface Boxes {
  window: Pick<View, 'from' | 'to'>;
  drafts: Drafts;
  waiting: Waiting | null;
}

/** The state of the boxes after a series of entries. */
function boxesAfter(entries: readonly { side: 'from' | 'to'; text: string }[]): Boxes {
  let boxes: Boxes = { window: { from: null, to: null }, drafts: {}, waiting: null };
  for (const { side, text } of entries) {
    const { patch, drafts, waiting } = enter(boxes.window, { ...boxes.drafts, [side]: text }, side, readDate);
    boxes = { window: { ...boxes.window, ...patch }, drafts, waiting };
  }
  return boxes;
}

describe('entering dates in any order', () => {
  it('never ends the window before its start; a box shows the window or a reported draft', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry, { maxLength: 8 }), entries => {
        const { window, drafts, waiting } = boxesAfter(entries);
        const [first, last] = [window.from, window.to].map(text => (text === null ? null : parseIsoSpan(text)));
        if (first && last) expect(last.latest).toBeGreaterThanOrEqual(first.earliest);
        expect(waiting === null).toBe(Object.keys(drafts).length === 0);
        if (waiting) expect(drafts[waiting.side]?.trim()).toBe(waiting.found);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes two dates that make a window, whichever comes first', () => {
    const pair = [
      { side: 'from', text: '2018-06' },
      { side: 'to', text: '2019' },
    ] as const;
    fc.assert(
      fc.property(fc.array(arbitraryEntry, { maxLength: 6 }), fc.boolean(), (entries, isTurned) => {
        const { window, waiting } = boxesAfter([...entries, ...(isTurned ? pair.toReversed() : pair)]);
        expect(window).toEqual({ from: '2018-06', to: '2019' });
        expect(waiting).toBeNull();
      }),
    );
  });
});
