import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Facet } from '../../../src/model/dataset';
import { NO_CHOICE } from '../../../src/model/view';
import { FacetGroup } from '../../../src/panels/facets/FacetGroup';
import { widgetFor } from '../../../src/panels/facets/widgets';
import { renderView } from '../render-view';
import { oneOfFew } from './example-widget';

const REGION: Facet = {
  id: 'region',
  label: 'Region',
  values: [
    { id: 'africa', label: 'Africa' },
    { id: 'asia', label: 'Asia' },
  ],
};

const LONG: Facet = { ...REGION, values: ['a', 'b', 'c', 'd'].map(id => ({ id, label: id })) };

it('takes the first widget that fits, and check boxes if none does', () => {
  const other = { ...oneOfFew, Widget: FacetGroup };
  expect(widgetFor(REGION, [oneOfFew, other])).toBe(oneOfFew.Widget);
  expect(widgetFor(REGION, [{ ...other, fits: () => false }, oneOfFew])).toBe(oneOfFew.Widget);
  expect(widgetFor(LONG, [oneOfFew])).toBe(FacetGroup);
  expect(widgetFor(REGION, [])).toBe(FacetGroup);
});

it('gives the widget of docs/EXTENDING.md all it needs to choose', async () => {
  const onChoose = vi.fn();
  const Widget = widgetFor(REGION, [oneOfFew]);
  const widget = (include: readonly string[]) => (
    <Widget
      facet={REGION}
      choice={{ ...NO_CHOICE, include }}
      counts={{ selection: undefined, record: undefined }}
      order="given"
      spark={null}
      isClosed={false}
      onClose={() => {}}
      onChoose={onChoose}
    />
  );
  const { user, change } = await renderView(widget([]));
  const list = screen.getByRole('combobox', { name: /^Region/ });
  await user.selectOptions(list, 'Asia');
  expect(onChoose).toHaveBeenLastCalledWith({ include: ['asia'], exclude: [], mode: 'any' });
  await change(widget(['asia']));
  expect(list).toHaveProperty('value', 'asia');
  await user.selectOptions(list, '–');
  expect(onChoose).toHaveBeenLastCalledWith(NO_CHOICE);
});
