import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ListPanel } from '../../../src/panels/list/ListPanel';
import { smallDocument } from '../../fixtures/small-document';
import { renderPanel } from '../render-panel';

const PICTURE = `
  - Undated things
  2017-06-19 Older
  2018-06-19 Newer
`;

function headings(level: number): (string | null)[] {
  return screen.getAllByRole('heading', { level }).map(({ textContent }) => textContent);
}

describe('the list of a record in which an activity has no date', () => {
  it.each([
    ['', ['20171 activity', '20181 activity', 'No date1 activity'], ['Older', 'Newer', 'Undated things']],
    ['sort=-date', ['20181 activity', '20171 activity', 'No date1 activity'], ['Newer', 'Older', 'Undated things']],
  ])('ends with it, under a heading of its own (%s)', async (link, years, titles) => {
    await renderPanel(ListPanel, PICTURE, link);
    expect(headings(2)).toEqual(years);
    expect(headings(3)).toEqual(titles);
    const last = screen.getAllByRole('listitem').at(-1);
    expect(last && within(last).getAllByText('No date')).toHaveLength(2);
  });

  it('leaves it out of every window', async () => {
    const { given } = await renderPanel(ListPanel, PICTURE, 'from=2017');
    expect(headings(3)).toEqual(['Older', 'Newer']);
    expect(given).toMatchObject({ total: 2, undated: 0 });
  });
});

describe('the list of a record with images', () => {
  it('shows each beside the title of its activity', async () => {
    const { activities, ...root } = smallDocument();
    const image = { src: 'a.jpg', alt: 'A bridge' };
    const pictured = activities.map(activity => (activity.id === 'second' ? { ...activity, image } : activity));
    await renderPanel(ListPanel, { ...root, activities: pictured });
    const items = screen.getAllByRole('listitem');
    expect(items.map(item => within(item).queryByAltText('A bridge')?.getAttribute('loading'))).toEqual([
      undefined,
      'lazy',
      undefined,
    ]);
  });
});
