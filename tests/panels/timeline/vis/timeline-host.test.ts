// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hostIn } from './host-in';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return this.closest('[hidden]') ? 0 : 800;
  });
});

afterEach(() => vi.restoreAllMocks());

test('items that come before the first drawing neither stop it nor move the window', () => {
  const { host, drawn } = hostIn(document.body);
  host.showDays(100, 200);
  host.setLanes(['lane']);
  host.setItems([{ key: 'a', lane: 'lane', earliest: 150, latest: 150 }], [{ earliest: 160, latest: 190 }]);
  host.show();
  drawn.mockClear();
  host.draw('now');
  expect(drawn).toHaveBeenCalled();
  expect(host.shownDays()).toEqual({ start: 100, end: 200 });
  host.destroy();
});

test('items and lanes are those that were set last', () => {
  const { host, container } = hostIn(document.body);
  const keys = () => [...container.querySelectorAll('[data-mark]')].map(mark => mark.getAttribute('data-mark'));
  const lanes = () => [...container.querySelectorAll('[data-lane]')].map(lane => lane.getAttribute('data-lane'));
  const mark = (key: string, lane: string) => ({ key, lane, earliest: 150, latest: 150 });
  host.showDays(100, 200);
  host.setLanes(['constructor', 'b']);
  host.setItems([mark('toString', 'constructor'), mark('y', 'b')], []);
  host.show();
  host.draw('now');
  expect(keys()).toEqual(['toString', 'y']);
  expect(lanes()).toEqual(['constructor', 'b']);
  host.setLanes(['b']);
  host.setItems([mark('y', 'b'), mark('z', 'b')], []);
  host.draw('now');
  expect(keys().toSorted()).toEqual(['y', 'z']);
  expect(lanes()).toEqual(['b']);
  host.destroy();
  expect(container.childElementCount).toBe(0);
});

test('new items read no sizes before the next drawing, as that would lay out the page', () => {
  const { host, container } = hostIn(document.body);
  const mark = (key: string) => ({ key, lane: 'lane', earliest: 150, latest: 150 });
  host.showDays(100, 200);
  host.setLanes(['lane']);
  host.setItems([mark('a'), mark('b')], [{ earliest: 160, latest: 190 }]);
  host.show();
  host.draw('now');
  const height = vi.spyOn(Element.prototype, 'clientHeight', 'get');
  host.setItems([mark('b'), mark('c')], []);
  expect(height).not.toHaveBeenCalled();
  expect([...container.querySelectorAll('[data-mark]')].map(found => found.getAttribute('data-mark'))).toEqual([
    'b',
    'c',
  ]);
  expect(container.querySelector('.gap')).toBeNull();
  host.destroy();
});
