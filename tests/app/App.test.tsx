import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { smallDocumentWith } from '../fixtures/small-document';
import { renderApp } from './render-app';

/** The first page takes longer, as it also loads code. */
const PATIENT = { timeout: 12_000 };

function link(): string {
  return window.location.search;
}

async function expectStatus(text: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(new RegExp(text)), PATIENT);
}

/** Lists named after the activities, without the legends of matrix and map, which have the same name. */
function activityLists(): HTMLElement[] {
  return screen.queryAllByRole('list', { name: 'Activities' }).filter(({ tagName }) => tagName === 'OL');
}

async function expectPanels(...panels: string[]): Promise<void> {
  const shown = () => [
    ...activityLists().map(() => 'list'),
    ...screen.queryAllByRole('region', { name: 'Matrix' }).map(() => 'matrix'),
    ...screen.queryAllByRole('grid').map(() => 'table'),
  ];
  await waitFor(() => expect(shown()).toEqual(panels), PATIENT);
}

function titles(): string[] {
  const [list] = activityLists();
  if (!list) throw new Error('There is no list of activities.');
  return within(list)
    .getAllByRole('heading')
    .flatMap(heading => within(heading).queryAllByRole('link'))
    .map(({ textContent }) => textContent);
}

/** The problems listed inside an element, each as its position in the file and the reason. */
function listed(part: HTMLElement | null): string[] {
  if (!part) throw new Error('The list is in no part of the page.');
  return within(part)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

function radio(name: string): HTMLElement {
  return screen.getByRole('radio', { name });
}

describe('the page', () => {
  it('says which facets of lanes and of the matrix the dataset lacks', async () => {
    renderApp('?view=list&lanes=nowhere&lanes.across=neither');
    const alert = await screen.findByRole('alert', {}, PATIENT);
    expect(alert.textContent).toContain('“nowhere” for “lanes”');
    expect(alert.textContent).toContain('“neither” for “lanes.across”');
  });

  it('says what is no date on the other side of a comparison', async () => {
    renderApp('?view=list&compare=from%3Dsoon%26to%3D2018%26view%3Dhologram');
    const alert = await screen.findByRole('alert', {}, PATIENT);
    expect(alert.textContent).toContain('“soon” for “from”, which is not a date');
    expect(alert.textContent).not.toContain('hologram');
  });

  it('shows the number of activities, all activities, and no chip', async () => {
    const { fetched } = renderApp('?view=list');
    await expectStatus('^6 of 6 activities');
    expect(titles().toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(screen.queryByRole('button', { name: /^Remove filter/ })).toBeNull();
    expect(fetched).toEqual(['data/six.json']);
    expect(document.documentElement).toMatchObject({ lang: 'en', dir: 'ltr' });
  });

  it('applies the filter of a link, names it in the title, and removes it with its chip', async () => {
    const { user } = renderApp('?view=list&region=mali');
    await expectStatus('^2 of 6 activities');
    expect(titles().toSorted()).toEqual(['a', 'b']);
    expect(document.title).toMatch(/mali.*A picture/);
    await user.click(screen.getByRole('button', { name: 'Remove filter: region: mali' }));
    await expectStatus('^6 of 6 activities');
    expect(link()).toBe('?view=list');
    window.history.back();
    await expectStatus('^2 of 6 activities');
    expect(screen.getByRole('button', { name: 'Remove filter: region: mali' })).toBeTruthy();
  });

  it('filters by a checkbox of a facet, and undoes clearing all filters', async () => {
    const { user } = renderApp('?view=list');
    await expectStatus('^6 of 6 activities');
    await user.click(await screen.findByRole('checkbox', { name: /^drugs, / }, PATIENT));
    await expectStatus('^3 of 6 activities');
    expect(link()).toBe('?theme=drugs&view=list');
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await expectStatus('^6 of 6 activities');
    await user.click(screen.getByRole('button', { name: 'Undo clear' }));
    await expectStatus('^3 of 6 activities');
    expect(link()).toBe('?theme=drugs&view=list');
  });

  it('switches from panel to panel, shows one at a time, and keeps the filters', async () => {
    const { user } = renderApp('?view=list&theme=borders');
    await expectPanels('list');
    await user.click(radio('Matrix'));
    await expectPanels('matrix');
    expect(link()).toBe('?theme=borders&view=matrix');
    await user.click(radio('Table'));
    await expectPanels('table');
    expect(link()).toBe('?theme=borders&view=table');
    const rows = within(screen.getByRole('grid', { name: 'Activities' })).getAllByRole('row');
    expect(rows.map(row => row.querySelector('a')?.textContent)).toEqual([undefined, 'b', 'c', 'd']);
    await user.click(radio('List'));
    await expectPanels('list');
    expect(titles().toSorted()).toEqual(['b', 'c', 'd']);
    expect(screen.getByRole('button', { name: 'Remove filter: theme: borders' })).toBeTruthy();
  });

  it('opens an activity from the list and closes it', async () => {
    const { user } = renderApp('?view=list');
    await expectStatus('^6 of 6 activities');
    await user.click(screen.getByRole('link', { name: 'd' }));
    const details = await screen.findByRole('complementary', {}, PATIENT);
    await waitFor(() => expect(within(details).getByRole('heading', { name: 'd' })).toBeTruthy(), PATIENT);
    expect(link()).toBe('?view=list&activity=d');
    await user.click(within(details).getByRole('button', { name: /^Close/ }));
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    expect(link()).toBe('?view=list');
  });

  it('reports the parts of a link that it cannot follow, and follows the rest', async () => {
    renderApp('?view=list&theme=drugs&from=yesterday&activity=nobody');
    await expectStatus('^3 of 6 activities');
    expect(await screen.findByText(/yesterday/, {}, PATIENT)).toBeTruthy();
    expect(await screen.findByText(/nobody/, {}, PATIENT)).toBeTruthy();
  });

  it('offers to remove each filter, with the number of activities it brings back, when nothing matches', async () => {
    const { user } = renderApp('?view=list&region=asia&theme=drugs');
    await expectStatus('^0 of 6 activities');
    const way = await screen.findByRole('button', { name: /^(?!Remove).*asia.*activit/ }, PATIENT);
    await user.click(way);
    await expectStatus('^3 of 6 activities');
    expect(link()).toBe('?theme=drugs&view=list');
  });

  it('lists the activities that were left out', async () => {
    const { user } = renderApp('?view=list&data=data/faulty.json', {
      'data/faulty.json': smallDocumentWith('activities[1].date', 'soon'),
    });
    await expectStatus('^2 of 2 activities');
    expect(titles().toSorted()).toEqual(['First', 'Third']);
    const alert = await screen.findByRole('alert', {}, PATIENT);
    const summary = within(alert).getByText(/^1 problem in this dataset; 1 activity was left out\./);
    await user.click(summary);
    expect(summary.closest('details')?.open).toBe(true);
    expect(listed(alert)).toEqual([
      'activities[1].date"soon" is not a date of this format; expected a date such as 2018-06-19, 2018-06 or 2018-06-19/2018-06-20. This activity was left out.',
    ]);
  });

  it('says why it is empty when every activity was left out', async () => {
    renderApp('?view=list&data=data/faulty.json', {
      'data/faulty.json': smallDocumentWith('activities', [{ id: 'only', date: '2018' }]),
    });
    const alert = await screen.findByRole('alert', {}, PATIENT);
    expect(alert.textContent).toMatch(/^Every activity of this file was left out/);
    expect(listed(alert.parentElement)).toEqual([
      'activities[0].titleA required field is missing. This activity was left out.',
    ]);
  });
});

describe('a dataset that cannot be opened', () => {
  it('is reported in a sentence, can be fetched again, and can be replaced by the shipped one', async () => {
    const { user, fetched } = renderApp('?view=list&data=data/missing.json');
    expect((await screen.findByRole('alert', {}, PATIENT)).textContent).toContain('404');
    expect(screen.getByText(/data\/missing\.json/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(fetched).toEqual(['data/missing.json', 'data/missing.json']), PATIENT);
    await user.click(await screen.findByRole('button', { name: 'Open the record of this site' }, PATIENT));
    await expectStatus('^6 of 6 activities');
    expect(link()).not.toContain('missing');
  });

  it('opens when a later attempt finds it', async () => {
    const { user, files } = renderApp('?view=list&data=data/late.json');
    await screen.findByRole('alert', {}, PATIENT);
    files.set('data/late.json', smallDocumentWith('title', 'Late'));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await expectStatus('^3 of 3 activities');
  });

  it('is never fetched from another origin', async () => {
    const { fetched } = renderApp('?data=https://elsewhere.example/six.json');
    expect((await screen.findByRole('alert', {}, PATIENT)).textContent).toContain('elsewhere.example');
    expect(fetched).toEqual([]);
  });
});
