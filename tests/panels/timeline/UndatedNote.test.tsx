import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DownTimeline } from '../../../src/panels/timeline/down/DownTimeline';
import { renderPanel } from '../render-panel';

it('says how many activities have no date, and leads to the list', async () => {
  const { container } = await renderPanel(DownTimeline, '- One\n- Two\n2018-06-19 Three');
  expect(await screen.findByText('2 activities have no date, so they have no place on the timeline.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show in the list' }).getAttribute('href')).toBe('?view=list');
  expect(container.textContent).not.toContain('One');
});

it('says nothing where all have dates', async () => {
  await renderPanel(DownTimeline, '2018-06-19 Three');
  expect(screen.queryByText(/no date/)).toBeNull();
});
