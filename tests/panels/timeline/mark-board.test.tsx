import { expect, it } from 'vitest';
import { type Arrangement, arrange } from '../../../src/layout/arrange';
import type { Feed, MarkModel } from '../../../src/layout/feed';
import { MarkBoard } from '../../../src/panels/timeline/mark-board';

const bounds = { earliest: 0, latest: 99 };

function markAt(day: number): MarkModel {
  return {
    key: `lane m${day}`,
    lane: 'lane',
    laneName: '',
    activity: `m${day}`,
    earliest: day,
    latest: day,
    form: { kind: 'day', isDoubtful: false, openStart: false, openEnd: false },
    label: `Activity ${day}`,
    name: `Activity of day ${day}`,
  };
}

/** Marks that stand alone, and some of one day that share a pile. */
const marks = [5, 30, 60]
  .map(markAt)
  .concat(Array.from({ length: 40 }, (_, i) => ({ ...markAt(90), key: `lane p${i}`, activity: `p${i}` })));

function arranged(opened: string | null): Arrangement {
  const lane = {
    id: 'lane',
    label: '',
    title: '',
    count: '',
    depth: 0,
    isOpen: null,
    toggleName: '',
    isUnmatched: false,
    silence: null,
  };
  const feed: Feed = {
    lanes: [lane],
    marks,
    gaps: [],
    folds: [],
    density: null,
    isColoured: false,
    opened,
    window: bounds,
    bounds,
  };
  return arrange(feed, { start: 0, end: 100, width: 1000 }, label => label.length * 6);
}

it('writes to the page only what an arrangement changes', () => {
  const container = document.createElement('div');
  document.body.append(container);
  const board = new MarkBoard(container, {
    onOpen: () => {},
    onPile: () => {},
    onReach: () => {},
    onZoom: () => {},
    pileWords: ({ count }) => ({ text: `+${count}`, name: `${count} activities`, shares: null }),
  });
  board.setMarks(marks);
  board.apply(arranged(null));
  for (const { key } of marks) container.append(board.boxOf(key) ?? '');
  expect(container.querySelectorAll('[data-key]').length).toBeLessThan(marks.length);
  expect(container.querySelectorAll('[data-pile]')).toHaveLength(1);

  const observer = new MutationObserver(() => {});
  observer.observe(container, { subtree: true, childList: true, attributes: true, characterData: true });
  board.setMarks(marks.map(mark => ({ ...mark })));
  board.apply(arranged(null));
  expect(observer.takeRecords()).toEqual([]);

  board.apply(arranged('m30'));
  const keyed = (node: Element) => node.closest('[data-key]') ?? node.querySelector('[data-key]');
  const keyOf = (node: Node) => keyed(node as Element)?.getAttribute('data-key');
  expect(new Set(observer.takeRecords().map(({ target }) => keyOf(target)))).toEqual(new Set(['lane m30']));
  board.destroy();
});
