import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CountryMap } from '../../../src/panels/map/CountryMap';
import { renderPanel } from '../render-panel';

const PICTURE = `
  where Where
    africa Africa
      ml Mali
      ne Niger
    mt Malta
  2018-01 One #where:ml
  2018-02 Two #where:ml
  2018-03 Three #where:mt
  2018-04 Four
`;

function setup(link = '', picture = PICTURE) {
  return renderPanel(CountryMap, picture, link);
}

function names(): (string | null)[] {
  return screen.getAllByRole('button').map(button => button.firstElementChild?.textContent ?? null);
}

function shapes(value: string): Element[] {
  return [...document.querySelectorAll(`[data-place="${value}"]`)];
}

describe('CountryMap', () => {
  it('lists every place with its number, countries under their regions', async () => {
    await setup();
    expect(names()).toEqual([
      'Africa, 2 activities',
      'Mali, 2 activities',
      'Niger, 0 activities',
      'Malta, 1 activity',
      'None named, 1 activity',
    ]);
    const list = screen.getByRole('list', { name: 'Where' });
    const [africa] = within(list).getAllByRole('listitem');
    expect(africa && within(africa).getAllByRole('button')).toHaveLength(3);
  });

  it('draws each country that the record names, the small ones as dots, and no region', async () => {
    await setup();
    expect(shapes('ml')).toHaveLength(1);
    expect(shapes('mt').length).toBeGreaterThan(1);
    expect(shapes('africa')).toEqual([]);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'World map of Where; the list holds the same numbers',
    );
  });

  it('filters with a click on the map or in the list', async () => {
    const { user, go } = await setup('?where=mt');
    const [mali] = shapes('ml');
    if (mali) await user.click(mali);
    expect(go).toHaveBeenLastCalledWith({
      facets: { where: { include: ['ml', 'mt'], exclude: [], mode: 'any' } },
    });
    await user.click(screen.getByRole('button', { name: /^Malta/ }));
    expect(go).toHaveBeenLastCalledWith({ facets: {} });
    expect(screen.getByRole('button', { name: /^Malta/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('marks an excluded country, and removes the exclusion with a click', async () => {
    const { user, go } = await setup('?where=-ml');
    await user.click(screen.getByRole('button', { name: 'Mali, 2 activities, excluded' }));
    expect(go).toHaveBeenLastCalledWith({ facets: {} });
  });

  it('highlights on the map the country pointed at in the list, and the reverse', async () => {
    const { user } = await setup();
    const row = screen.getByRole('button', { name: /^Mali/ });
    await user.hover(row);
    expect(screen.getAllByText('Mali')).toHaveLength(2);
    await user.unhover(row);
    expect(screen.getAllByText('Mali')).toHaveLength(1);
    const [mali] = shapes('ml');
    if (mali) await user.hover(mali);
    expect(row.className).toContain('bg-raised');
  });

  it('says that a record without countries has no map', async () => {
    const { user, go } = await setup('', 'theme Theme\n  de German\n  fr French\n2018 One #theme:de');
    expect(screen.getByText(/names no countries/)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'See its activities as a list' }));
    expect(go).toHaveBeenLastCalledWith({ panel: 'list' });
  });
});
