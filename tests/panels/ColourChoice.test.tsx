import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { colouringOf } from '../../src/model/colour';
import { ColourChoice } from '../../src/panels/ColourChoice';
import { ColouringContext } from '../../src/panels/colouring';
import { parseView } from '../../src/url/parse';
import { openDocument } from '../fixtures/dataset-document';
import { textDataset } from '../fixtures/text-dataset';
import { renderView } from './render-view';

const { open } = openDocument(
  textDataset(`
    who Institution
      parliament Parliament
      council Council
      court Court
      bank Bank
    theme Theme
      drugs Drugs
    2017 a #who:court #who:bank
    2017 b #who:bank
    2017 c #who:council`),
);

async function setup(link: string, counts?: number[]) {
  const { view } = parseView(link);
  const choice = (
    <ColouringContext value={colouringOf(view.colour, open)}>
      <ColourChoice view={view} counts={counts} />
    </ColouringContext>
  );
  return renderView(choice, { view, open });
}

function shownIn(select: HTMLElement): string | undefined {
  return select instanceof HTMLSelectElement ? select.selectedOptions[0]?.text : undefined;
}

describe('ColourChoice', () => {
  it('offers every facet, and nothing by default', async () => {
    const { user, go } = await setup('');
    const choice = screen.getByRole('combobox', { name: 'Colour' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['None', 'Institution', 'Theme']);
    expect(shownIn(choice)).toBe('None');
    expect(screen.queryByRole('list')).toBeNull();
    await user.selectOptions(choice, 'Institution');
    expect(go).toHaveBeenLastCalledWith({ colour: { facet: 'who', values: null } });
  });

  it('names each coloured value with its count, in the order of the colours', async () => {
    const { user, go } = await setup('?colour=who', [2, 1, 1]);
    const legend = screen.getByRole('list', { name: 'Institution' });
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Bank 2', 'Council 1', 'Court 1']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Colour' }), 'None');
    expect(go).toHaveBeenLastCalledWith({ colour: null });
  });

  it('shows no counts of one selection in a comparison of two', async () => {
    await setup('?colour=who:court&compare=who%3Dbank', [1]);
    expect(screen.getByRole('listitem').textContent).toBe('Court');
  });

  it('exchanges values by keyboard', async () => {
    const { user, go } = await setup('?colour=who:bank,court', [2, 1]);
    screen.getByRole('button', { name: 'Change' }).focus();
    await user.keyboard('{Enter}');
    const second = await screen.findByRole('combobox', { name: 'Colour 2' });
    expect(shownIn(second)).toBe('Court (1)');
    expect(within(second).queryByRole('option', { name: /Parliament/ })).toBeNull();
    await user.selectOptions(second, 'Council (1)');
    expect(go).toHaveBeenLastCalledWith({ colour: { facet: 'who', values: ['bank', 'council'] } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Colour 3' }), 'Bank (2)');
    expect(go).toHaveBeenLastCalledWith({ colour: { facet: 'who', values: ['court', 'bank'] } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Colour 1' }), 'No value');
    expect(go).toHaveBeenLastCalledWith({ colour: { facet: 'who', values: ['court'] } });
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change' }));
  });
});
