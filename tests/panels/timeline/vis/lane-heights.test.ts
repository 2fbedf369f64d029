// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { LaneHeights } from '../../../../src/panels/timeline/vis/lane-heights';

/** A drawn lane: `drawn` is what vis-timeline last read of its label. */
function lane(drawn: number) {
  const [label, foreground, background] = ['label', 'foreground', 'background'].map(() =>
    document.createElement('div'),
  );
  return { height: drawn, props: { label: { height: drawn } }, dom: { label, foreground, background } };
}

function drawnLanes(heights: Readonly<Record<string, number>>) {
  const groups = Object.fromEntries(Object.entries(heights).map(([id, drawn]) => [id, lane(drawn)]));
  const itemSet = { groups, dom: { frame: document.createElement('div') }, props: { height: 0, _previousHeight: 0 } };
  return { itemSet, groups, lanes: new LaneHeights(itemSet as never) };
}

test('lanes are as high as they are to be, and the whole as high as all of them', () => {
  const { itemSet, groups, lanes } = drawnLanes({ a: 0, b: 0 });
  lanes.set(
    new Map([
      ['a', 50],
      ['b', 32],
    ]),
  );
  expect([groups.a?.height, groups.b?.height]).toEqual([50, 32]);
  expect(Object.values(groups.a?.dom ?? {}).map(part => part?.style.height)).toEqual(['50px', '50px', '50px']);
  expect(itemSet.props).toEqual({ height: 82, _previousHeight: 82 });
  expect(itemSet.dom.frame.style.height).toBe('82px');
});

test('a lane that is not drawn yet is left out', () => {
  const { itemSet, lanes } = drawnLanes({ a: 0 });
  lanes.set(
    new Map([
      ['a', 50],
      ['b', 32],
    ]),
  );
  expect(itemSet.props.height).toBe(50);
});

test('words that need more than was wished keep it, also where less is wished afterwards', () => {
  const { groups, lanes } = drawnLanes({ a: 0 });
  const heightAfter = (wished: number) => {
    lanes.set(new Map([['a', wished]]));
    return groups.a?.height;
  };
  expect(heightAfter(32)).toBe(32);
  // Its words need two lines, as vis-timeline reads of the drawn label.
  Object.assign(groups.a?.props.label ?? {}, { height: 48 });
  expect(heightAfter(32)).toBe(48);
  expect(heightAfter(70)).toBe(70);
  expect(heightAfter(32)).toBe(48);
});

test('words that need less now than before are found out anew', () => {
  const { groups, lanes } = drawnLanes({ a: 48 });
  lanes.set(new Map([['a', 32]]));
  expect(groups.a?.height).toBe(48);
  // The names got wider: the label, made 48 high, was read as 32.
  Object.assign(groups.a?.props.label ?? {}, { height: 32 });
  lanes.set(new Map([['a', 32]]));
  expect(groups.a?.height).toBe(32);
});
