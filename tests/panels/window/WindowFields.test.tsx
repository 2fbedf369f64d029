import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/lib/day';
import type { View } from '../../../src/model/view';
import { FittedAxisContext } from '../../../src/panels/fitted-axis';
import { WindowFields } from '../../../src/panels/window/WindowFields';
import { renderView } from '../render-view';

const BOUNDS = { earliest: dayOf(2017, 1, 1), latest: dayOf(2024, 7, 31) };

async function setup(from: string | null = null, to: string | null = null) {
  const fields = (window: Pick<View, 'from' | 'to'>) => <WindowFields window={window} bounds={BOUNDS} />;
  const { user, go, change } = await renderView(fields({ from, to }));
  const type = async (name: 'From' | 'To', text: string) => {
    await user.clear(screen.getByRole('textbox', { name }));
    await user.type(screen.getByRole('textbox', { name }), text);
  };
  return { user, go, type, move: (window: Pick<View, 'from' | 'to'>) => change(fields(window)) };
}

describe('WindowFields', () => {
  it('shows the window as it is written, and the ends of the record where a side is open', async () => {
    await setup('2018');
    expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '2018');
    expect(screen.getByRole('textbox', { name: 'To' })).toHaveProperty('placeholder', '31 Jul 2024');
  });

  it('shows the days to which the axis is fitted, and says that they are not chosen', async () => {
    await renderView(
      <FittedAxisContext value={{ earliest: dayOf(2017, 8, 1), latest: dayOf(2018, 3, 31) }}>
        <WindowFields window={{ from: null, to: null }} bounds={BOUNDS} />
      </FittedAxisContext>,
    );
    for (const [name, day] of [
      ['From', '1 Aug 2017'],
      ['To', '31 Mar 2018'],
    ] as const) {
      const box = screen.getByRole('textbox', { name, description: 'No date is chosen. The axis fits what is shown.' });
      expect(box).toHaveProperty('value', '');
      expect(box).toHaveProperty('placeholder', day);
    }
  });

  it('sets one side when it is entered, and when it is left', async () => {
    const { user, go, type } = await setup('2018');
    await type('To', ' 2018-06{Enter}');
    expect(go).toHaveBeenLastCalledWith({ to: '2018-06' });
    await type('From', '2018-02-03');
    await user.tab();
    expect(go).toHaveBeenLastCalledWith({ from: '2018-02-03' });
  });

  it('opens a side that is emptied', async () => {
    const { go, type } = await setup('2018');
    await type('From', '{Enter}');
    expect(go).toHaveBeenLastCalledWith({ from: null });
  });

  it('changes nothing when the same date is entered', async () => {
    const { go, type } = await setup('2018');
    await type('From', '2018{Enter}');
    expect(go).not.toHaveBeenCalled();
  });

  it.each(['2018-13', 'yesterday', '18', '2018-02-30', '01/02/2018'])('says that %s is no date', async text => {
    const { go, type } = await setup();
    await type('From', `${text}{Enter}`);
    expect(screen.getByRole('alert').textContent).toContain(`“${text}” is not a date`);
    expect(screen.getByRole('textbox', { name: 'From' }).getAttribute('aria-invalid')).toBe('true');
    expect(go).not.toHaveBeenCalled();
  });

  it.each([
    ['From', '2020', 'To', '2021', 'The window would end before it begins: 2020 waits for a later “To”.'],
    ['To', '2015', 'From', '2014', 'The window would end before it begins: 2015 waits for an earlier “From”.'],
  ] as const)('%s says that %s waits for its partner, and both count once that is there', async (...steps) => {
    const [side, date, other, partner, sentence] = steps;
    const { go, type } = await setup('2017', '2018');
    await type(side, `${date}{Enter}`);
    expect(screen.getByRole('alert').textContent).toBe(`${sentence} Until then the window is 2017 – 2018.`);
    expect(screen.getByRole('textbox', { name: side }).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('textbox', { name: other }).getAttribute('aria-invalid')).toBe('false');
    expect(go).not.toHaveBeenCalled();
    await type(other, `${partner}{Enter}`);
    const key = side === 'From' ? 'from' : 'to';
    expect(go).toHaveBeenCalledExactlyOnceWith({ [key]: date, [key === 'from' ? 'to' : 'from']: partner });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('discards a waiting date when the window changes elsewhere', async () => {
    const { type, move } = await setup('2017', '2018');
    await type('From', '2020{Enter}');
    move({ from: '2017', to: '2019' });
    expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '2017');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps a waiting date when the other side applies without it', async () => {
    const { go, type, move } = await setup('2017', '2018');
    await type('From', '2020{Enter}');
    await type('To', '2019{Enter}');
    expect(go).toHaveBeenCalledExactlyOnceWith({ to: '2019' });
    move({ from: '2017', to: '2019' });
    expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '2020');
    expect(screen.getByRole('alert').textContent).toContain('2020 waits for a later “To”');
    expect(screen.getByRole('alert').textContent).toContain('2017 – 2019');
  });

  it('keeps reporting that a box holds no date, whatever the other one does', async () => {
    const { type, move } = await setup('2017', '2018');
    await type('From', 'soon{Enter}');
    await type('To', '2021{Enter}');
    move({ from: '2017', to: '2021' });
    expect(screen.getByRole('alert').textContent).toContain('“soon” is not a date');
    await type('From', '{Escape}');
    expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '2017');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('removes the note once the date is valid', async () => {
    const { go, type } = await setup();
    await type('From', 'soon{Enter}');
    await type('From', '2018{Enter}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(go).toHaveBeenLastCalledWith({ from: '2018' });
  });

  it('follows a window that changes elsewhere', async () => {
    const { move } = await setup('2018');
    move({ from: '2018-03', to: '2018-09' });
    expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', 'Mar 2018');
    expect(screen.getByRole('textbox', { name: 'To' })).toHaveProperty('value', 'Sept 2018');
  });

  it('discards the typed text on Escape', async () => {
    const { type } = await setup('2018');
    await type('From', '20{Escape}');
    expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '2018');
  });
});
