// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createVis } from '../../../src/panels/timeline/create-vis';
import { instantOf } from '../../../src/panels/timeline/instant';
import { groupIdOf, itemsOf } from '../../../src/panels/timeline/items';

const WIDTH = 800;
const LANE = 'lane';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return this.closest('[hidden]') ? 0 : WIDTH;
  });
});

afterEach(() => vi.restoreAllMocks());

function made() {
  const container = document.body.appendChild(document.createElement('div'));
  return createVis(container, {
    ofItem: () => document.createElement('span'),
    ofGroup: () => document.createElement('span'),
  });
}

test('items that come before the first drawing neither stop it nor move the window', () => {
  const { vis, items, groups, show } = made();
  vis.setWindow(instantOf(100), instantOf(200), { animation: false });
  groups.add({ id: groupIdOf(LANE), content: LANE, order: 0 });
  const shape = { form: 'day', earliest: 150, latest: 150 } as const;
  const marks = [{ key: 'a', lane: LANE, shape }] as never;
  items.add([...itemsOf({ marks, gaps: [{ earliest: 160, latest: 190 }] }).values()]);
  show();
  const drawn = vi.fn();
  vis.on('changed', drawn);
  vis.emit('_change');
  expect(drawn).toHaveBeenCalled();
  const { start, end } = vis.getWindow();
  expect([start.getTime(), end.getTime()]).toEqual([instantOf(100), instantOf(200)]);
  vis.destroy();
});
