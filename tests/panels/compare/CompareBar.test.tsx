import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { CompareBar } from '../../../src/panels/compare/CompareBar';
import { renderView } from '../render-view';

async function setup() {
  const [onSwap, onStop] = [vi.fn(), vi.fn()];
  const { user } = await renderView(
    <CompareBar
      sentences={['all of Africa', 'all of Asia']}
      total={1500}
      compared={{ total: 20, both: 5 }}
      onSwap={onSwap}
      onStop={onStop}
    />,
  );
  return { user, onSwap, onStop, bar: within(screen.getByRole('region', { name: 'Comparison' })) };
}

it('says what each side is, what both have, and what only one has', async () => {
  const { bar } = await setup();
  expect(bar.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['A', 'B']);
  expect(bar.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
    'all of Africa',
    'all of Asia',
  ]);
  expect(bar.getByText('In both: 5. Only in A: 1,495. Only in B: 15.')).toBeTruthy();
});

it('swaps the sides, and stops', async () => {
  const { user, bar, onSwap, onStop } = await setup();
  await user.click(bar.getByRole('button', { name: 'Swap A and B' }));
  expect([onSwap.mock.calls.length, onStop.mock.calls.length]).toEqual([1, 0]);
  await user.click(bar.getByRole('button', { name: 'Stop comparing' }));
  expect([onSwap.mock.calls.length, onStop.mock.calls.length]).toEqual([1, 1]);
});
