import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { DatasetHead } from '../../../src/model/dataset';
import { WHOLE_RECORD } from '../../../src/model/view';
import { Chips } from '../../../src/panels/chips/Chips';
import { renderView } from '../render-view';

const values = [...Array(300).keys()].map(i => ({ id: `office-${i}`, label: `Office ${i}` }));
const HEAD: DatasetHead = {
  id: 'd',
  title: 'D',
  language: 'en',
  sources: [],
  coverage: [],
  facets: [{ id: 'office', label: 'Office', values }],
};

function chips(count: number) {
  const include = values.slice(0, count).map(({ id }) => id);
  return (
    <Chips
      head={HEAD}
      view={{ ...WHOLE_RECORD, facets: { office: { include, exclude: [], mode: 'any' } } }}
      onClear={vi.fn()}
      onUndo={null}
      undoRef={null}
    />
  );
}

/** Finds the chips without a query by role, which is slow for hundreds of buttons. */
function removals(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('button[aria-label^="Remove filter"]')];
}

it('shows some of very many filters and offers the others', async () => {
  const { user } = await renderView(chips(300));
  expect(removals()).toHaveLength(20);
  await user.click(screen.getByText('280 more filters'));
  expect(removals()).toHaveLength(220);
  expect(document.activeElement).toBe(removals()[20]);
  await user.click(screen.getByText('80 more filters'));
  expect(removals()).toHaveLength(300);
  expect(screen.queryByText(/more filter/)).toBeNull();
});

it('shows all of a few', async () => {
  await renderView(chips(20));
  expect(removals()).toHaveLength(20);
  expect(screen.queryByText(/more filter/)).toBeNull();
});
