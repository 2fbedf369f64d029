import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { KeyLists } from '../../../src/panels/keys/KeyLists';
import { useShortcuts } from '../../../src/ui/use-shortcut';
import { renderView } from '../render-view';

beforeEach(() => localStorage.clear());

function Page({ onSlash }: { onSlash: () => void }) {
  useShortcuts({ '/': onSlash });
  return <KeyLists />;
}

it('says what each key does, by where it does it', async () => {
  await renderView(<KeyLists />);
  const anywhere = within(screen.getByRole('region', { name: 'Anywhere' }));
  expect(anywhere.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['/', '[', ']', 'f', '?']);
  expect(anywhere.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
    'Search',
    'One window earlier',
    'One window later',
    'Show the whole record',
    'Show these keys',
  ]);
  expect(screen.getAllByRole('region').map(region => region.getAttribute('aria-label'))).toEqual([
    'Anywhere',
    'On a mark of the timeline',
    'On a value of the filters',
  ]);
});

it('switches single keys off and on again, and the choice stays', async () => {
  let count = 0;
  const { user } = await renderView(<Page onSlash={() => (count += 1)} />);
  await user.keyboard('/');
  expect(count).toBe(1);
  const box = screen.getByRole('checkbox', { name: 'Use single keys anywhere', checked: true });
  await user.click(box);
  await user.keyboard('/');
  expect([count, localStorage.getItem('chronofacet:keys')]).toEqual([1, 'off']);
  await user.click(box);
  await user.keyboard('/');
  expect([count, localStorage.getItem('chronofacet:keys')]).toEqual([2, 'on']);
});
