import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { FacetCount } from '../../../src/model/answer';
import type { Facet } from '../../../src/model/dataset';
import { type FacetChoice, NO_CHOICE } from '../../../src/model/view';
import { FacetGroup } from '../../../src/panels/facets/FacetGroup';
import { renderView } from '../render-view';

const REGION: Facet = {
  id: 'region',
  label: 'Region',
  values: [
    { id: 'africa', label: 'Africa' },
    { id: 'mali', label: 'Mali', broader: 'africa' },
    { id: 'asia', label: 'Asia, the Pacific and the islands', short: 'Asia' },
  ],
};

const COUNT: FacetCount = { facet: 'region', counts: [12, 0, 1], none: 3 };

async function setup(choice: FacetChoice = NO_CHOICE, facet = REGION, hasNone = true) {
  const onChoose = vi.fn();
  const group = (chosen: FacetChoice) => (
    <FacetGroup
      facet={facet}
      choice={chosen}
      counts={{ selection: COUNT, record: hasNone ? COUNT : { ...COUNT, none: 0 } }}
      order="given"
      spark={null}
      isClosed={false}
      onClose={() => {}}
      onChoose={onChoose}
    />
  );
  const { user, change, container } = await renderView(group(choice));
  return { user, container, onChoose, choose: (next: FacetChoice) => change(group(next)) };
}

function names(): (string | null)[] {
  return screen.getAllByRole('checkbox').map(box => box.getAttribute('aria-label'));
}

describe('FacetGroup', () => {
  it('is a group with its name and a box with its count for every value', async () => {
    await setup();
    expect(within(screen.getByRole('group', { name: 'Region' })).getAllByRole('checkbox')).toHaveLength(4);
    expect(names()).toEqual([
      'Africa, 12 activities',
      'Mali, 0 activities',
      'Asia, the Pacific and the islands, 1 activity',
      'None named, 3 activities',
    ]);
  });

  it('exposes the name of a value once, as the name of its checkbox', async () => {
    const { container } = await setup();
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
    const heard: string[] = [];
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (parentElement && !parentElement.closest('[aria-hidden="true"]')) heard.push(String(textContent));
    }
    expect(heard.filter(text => /Africa|Mali|Asia|None named|^\d+$/.test(text))).toEqual([]);
  });

  it('has the visible text in the accessible name of a checkbox, for speech input', async () => {
    const facet: Facet = {
      ...REGION,
      values: [{ id: 'europe', label: 'The old continent and its islands', short: 'Europe' }],
    };
    await setup(NO_CHOICE, facet, false);
    expect(names()).toEqual(['The old continent and its islands, Europe, 12 activities']);
  });

  it('marks the language of a label that is not in the page’s language', async () => {
    const facet: Facet = { ...REGION, label: { fr: 'Région' }, values: [{ id: 'africa', label: { fr: 'Afrique' } }] };
    await setup(NO_CHOICE, facet, false);
    expect(
      screen
        .getByRole('checkbox', { name: /^Afrique/ })
        .closest('[lang]')
        ?.getAttribute('lang'),
    ).toBe('fr');
    expect(screen.getByText('Région').lang).toBe('fr');
  });

  it('has one Tab stop, the chosen value or else the first, and arrow keys move between lines', async () => {
    const { user } = await setup({ ...NO_CHOICE, include: ['asia'] });
    const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
    await user.tab();
    expect(focused()).toBe('Asia, the Pacific and the islands, 1 activity');
    await user.tab();
    expect(document.activeElement).toBe(document.body);
    await user.tab({ shift: true });
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('None named, 3 activities');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('None named, 3 activities');
    await user.keyboard('{Home}');
    expect(focused()).toBe('Africa, 12 activities');
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('Region');
    await user.keyboard('{ArrowDown}{End}');
    expect(focused()).toBe('None named, 3 activities');
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(document.body);
    await user.tab();
    expect(focused()).toBe('None named, 3 activities');
  });

  it('collapses and expands a value and reaches its buttons with the horizontal arrow keys', async () => {
    const { user, onChoose } = await setup();
    const focused = () => document.activeElement?.getAttribute('aria-label');
    await user.tab();
    expect(focused()).toBe('Africa, 12 activities');
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('checkbox', { name: /^Mali/ })).toBeTruthy();
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(focused()).toBe('Africa, 12 activities');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('Only Africa');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('Exclude Africa');
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenLastCalledWith({ ...NO_CHOICE, exclude: ['africa'] });
    expect(focused()).toMatch(/^Africa/);
    await user.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('checkbox', { name: /^Mali/ })).toBeNull();
  });

  it('has no box for none when every activity of the record has a value', async () => {
    await setup(NO_CHOICE, REGION, false);
    expect(names()).not.toContain('None named, 3 activities');
  });

  it('keeps the box for none while it is chosen', async () => {
    await setup({ ...NO_CHOICE, include: ['_none'] }, REGION, false);
    expect(screen.getByRole('checkbox', { name: /^None named/ })).toHaveProperty('checked', true);
  });

  it('chooses with a click and undoes it with another', async () => {
    const { user, onChoose, choose } = await setup();
    await user.click(screen.getByRole('checkbox', { name: /^Mali/ }));
    expect(onChoose).toHaveBeenLastCalledWith({ ...NO_CHOICE, include: ['mali'] });
    choose({ ...NO_CHOICE, include: ['mali'] });
    await user.click(screen.getByRole('checkbox', { name: /^Mali/ }));
    expect(onChoose).toHaveBeenLastCalledWith(NO_CHOICE);
  });

  it('shows a value partly chosen when one below it is', async () => {
    await setup({ ...NO_CHOICE, include: ['mali'] });
    expect(screen.getByRole('checkbox', { name: /^Africa/ })).toHaveProperty('indeterminate', true);
    expect(screen.getByRole('checkbox', { name: /^Asia/ })).toHaveProperty('indeterminate', false);
  });

  it('says that a value is excluded', async () => {
    await setup({ ...NO_CHOICE, exclude: ['mali'] });
    expect(names()).toContain('Mali, 0 activities, excluded');
    expect(screen.getByRole('checkbox', { name: /excluded$/ })).toHaveProperty('checked', false);
  });

  it('chooses a value alone, and excludes one', async () => {
    const { user, onChoose } = await setup({ ...NO_CHOICE, include: ['africa'] });
    await user.click(screen.getByRole('button', { name: 'Only Mali' }));
    expect(onChoose).toHaveBeenLastCalledWith({ ...NO_CHOICE, include: ['mali'] });
    const more = screen.getByRole('button', { name: 'More for Africa' });
    await user.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Exclude Africa' }));
    expect(onChoose).toHaveBeenLastCalledWith({ ...NO_CHOICE, exclude: ['africa'] });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^Africa/ }));
  });

  it('asks for any or all once two values are chosen', async () => {
    const { user, onChoose, choose } = await setup({ ...NO_CHOICE, include: ['africa'] });
    expect(screen.queryByRole('combobox')).toBeNull();
    const both: FacetChoice = { ...NO_CHOICE, include: ['africa', 'asia'] };
    choose(both);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Region: any or all of the chosen' }), 'all');
    expect(onChoose).toHaveBeenLastCalledWith({ ...both, mode: 'all' });
  });

  it('folds a tree', async () => {
    const { user } = await setup();
    const fold = screen.getByRole('button', { name: 'Values below Africa' });
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    await user.click(fold);
    expect(screen.queryByRole('checkbox', { name: /^Mali/ })).toBeNull();
    expect(fold.getAttribute('aria-expanded')).toBe('false');
  });

  it('moves between checkboxes with the arrow keys', async () => {
    const { user } = await setup();
    screen.getByRole('checkbox', { name: /^Africa/ }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^Asia/ }));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^Mali/ }));
  });

  it('shows all of a long facet, and searches in it', async () => {
    const values = Array.from({ length: 20 }, (_, i) => ({ id: `v${i}`, label: `Port number${i}` }));
    const { user } = await setup(NO_CHOICE, { ...REGION, values });
    expect(screen.queryByRole('searchbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: '15 more in Region' }));
    expect(screen.getAllByRole('checkbox')).toHaveLength(21);
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^Port number5,/ }));
    await user.type(await screen.findByRole('searchbox', { name: 'Search in Region' }), 'number19');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await user.type(screen.getByRole('searchbox'), 'x');
    expect(screen.getByText('No value begins like that.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Fewer in Region' }));
    expect(screen.getAllByRole('checkbox')).toHaveLength(6);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '15 more in Region' }));
  });

  it('ticks with Shift all boxes since the last one, and clears them', async () => {
    const { user, onChoose, choose } = await setup();
    const boxOf = (name: RegExp) => screen.getByRole('checkbox', { name });
    await user.click(boxOf(/^Mali/));
    choose({ ...NO_CHOICE, include: ['mali'] });
    await user.keyboard('{Shift>}');
    await user.click(boxOf(/^None named/));
    await user.keyboard('{/Shift}');
    const all = { ...NO_CHOICE, include: ['mali', 'asia', '_none'] };
    expect(onChoose).toHaveBeenLastCalledWith(all);
    choose(all);
    await user.keyboard('{Shift>}');
    await user.click(boxOf(/^Asia/));
    await user.keyboard('{/Shift}');
    expect(onChoose).toHaveBeenLastCalledWith({ ...NO_CHOICE, include: ['mali'] });
  });

  it('ticks only the box itself when Shift is held for the first', async () => {
    const { user, onChoose } = await setup();
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: /^Asia/ }));
    expect(onChoose).toHaveBeenLastCalledWith({ ...NO_CHOICE, include: ['asia'] });
  });
});
