import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PanelSwitch } from '../../../src/app/PanelSwitch';
import { renderView } from '../render-view';

async function setup() {
  const onSwitch = vi.fn();
  const { user } = await renderView(
    <PanelSwitch panels={['timeline', 'list', 'table']} current="list" onSwitch={onSwitch} />,
  );
  return { user, onSwitch };
}

describe('PanelSwitch', () => {
  it('is a group of radios, the present panel ticked', async () => {
    await setup();
    expect(screen.getByRole('radiogroup', { name: 'View' })).toBeTruthy();
    const radios = screen.getAllByRole('radio');
    expect(radios.map(radio => (radio as HTMLInputElement).value)).toEqual(['timeline', 'list', 'table']);
    expect(screen.getByRole('radio', { name: 'List' })).toHaveProperty('checked', true);
  });

  it('changes the panel', async () => {
    const { user, onSwitch } = await setup();
    await user.click(screen.getByRole('radio', { name: 'Table' }));
    expect(onSwitch).toHaveBeenLastCalledWith('table');
    expect(onSwitch).toHaveBeenCalledOnce();
  });
});
