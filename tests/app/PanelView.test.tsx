import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PanelView } from '../../src/app/PanelView';
import { lazyModule } from '../../src/lib/lazy-module';
import type { PanelEntry } from '../../src/panels/panel';
import { THREE_ACTIVITIES } from '../fixtures/three-activities';
import { TOTAL } from '../panels/example-panel';
import { askedPanel } from '../panels/render-panel';
import { renderView } from '../panels/render-view';

async function setup(entry: PanelEntry<string>, link = '') {
  const { open, view, props } = askedPanel(THREE_ACTIVITIES, link);
  const { axis, paging, replies } = props;
  const shown = {
    axis,
    paging,
    isHeld: false,
    still: view,
    stillAxis: axis,
    hasListBelow: false,
    onRoom: vi.fn(),
    isSubject: false,
  };
  const { user, go } = await renderView(
    <PanelView
      entry={entry}
      view={view}
      present={{ replies, rowsKey: link }}
      opened={null}
      shown={shown}
      onFail={() => {}}
    />,
    { view, open },
  );
  return { user, go };
}

describe('PanelView', () => {
  it('shows a panel that is not among the built-in ones as soon as its code has loaded', async () => {
    const { user, go } = await setup(TOTAL, '?theme=drugs,arms');
    expect(await screen.findByText('2 of 3 activities', {}, { timeout: 10_000 })).toBeTruthy();
    expect(await screen.findByRole('textbox', { name: 'From' }, { timeout: 10_000 })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'List' }));
    expect(go.mock.calls).toEqual([[{ panel: 'list' }]]);
  });

  it('renders nothing for a panel without content', async () => {
    await setup(TOTAL, '?q=nowhere');
    expect(screen.queryByText(/activities/)).toBeNull();
  });

  it('shows the stand-in when the code of the panel fails to load', async () => {
    const lost = lazyModule<never>(() => Promise.reject(new Error('offline')));
    await setup({ id: 'lost', code: lost, wants: () => ({}), standIn: 'list' });
    expect(await screen.findByRole('link', { name: 'Workshop' }, { timeout: 10_000 })).toBeTruthy();
  });
});
