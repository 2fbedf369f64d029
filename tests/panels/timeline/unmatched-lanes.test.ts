import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FedLane, MarkModel } from '../../../src/layout/feed';
import { topmost, unmatchedLanes } from '../../../src/panels/timeline/unmatched-lanes';

const arbitraryLanes = fc
  .array(fc.record({ depth: fc.nat(3), isUnmatched: fc.boolean() }), { minLength: 1, maxLength: 9 })
  .map(lanes => lanes.map((lane, i) => ({ ...lane, id: `lane ${i}` }) as FedLane));

function markIn(lane: FedLane | undefined, activity: string): MarkModel {
  return { key: activity, activity, lane: lane?.id } as MarkModel;
}

describe('unmatchedLanes', () => {
  it('returns the lanes without a match, but never all, and never that of the opened activity', () => {
    fc.assert(
      fc.property(arbitraryLanes, fc.nat(8), fc.boolean(), (lanes, at, isOpened) => {
        const holder = lanes[at % lanes.length];
        const opened = isOpened ? 'opened' : null;
        const found = unmatchedLanes({ lanes, marks: [markIn(holder, 'opened')], opened });
        const wanted = lanes.filter(lane => lane.isUnmatched && !(isOpened && lane === holder));
        expect(found).toEqual(wanted.length === lanes.length ? [] : wanted);
      }),
    );
  });
});

describe('topmost', () => {
  it('leaves out a lane exactly if the lane right above it in the tree is among the others', () => {
    fc.assert(
      fc.property(arbitraryLanes, lanes => {
        const some = lanes.filter(lane => lane.isUnmatched);
        const found = topmost(some, lanes);
        for (const lane of some) {
          let parent: FedLane | undefined;
          for (const other of lanes) {
            if (other === lane) break;
            if (other.depth < lane.depth) parent = other;
          }
          expect(found.includes(lane)).toBe(!(parent && some.includes(parent)));
        }
      }),
    );
  });
});
