import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelProps } from '../../../src/panels/panel';
import { ActivityTable } from '../../../src/panels/table/ActivityTable';
import { rowsOf as rowsOfAnswer } from '../../fixtures/ask';
import { stubBrowser } from '../../fixtures/stub-browser';
import { textDataset } from '../../fixtures/text-dataset';
import { renderPanel } from '../render-panel';

const PICTURE = `
  region Region
    africa Africa
      mali Mali
    asia Asia
  theme Theme
    drugs Drugs
    arms Arms
  2017-01 Workshop #region:mali #theme:drugs @Brussels
  2018-06-19 Meeting #region:africa #region:asia #theme:arms
  2019 Launch
`;

/** The number of rows right after `ShownLater` has shown the table. */
let rowsAtOnce = -1;

/** Shows the table once its button is pressed. */
function ShownLater(props: PanelProps) {
  const [isShown, show] = useState(false);
  if (isShown) return <ActivityTable {...props} />;
  const press = () => {
    flushSync(() => show(true));
    rowsAtOnce = screen.queryAllByRole('rowheader').length;
  };
  return (
    <button type="button" onClick={press}>
      show
    </button>
  );
}

beforeEach(stubBrowser);

async function setup(link = '') {
  const { user, go, props, given } = await renderPanel(ActivityTable, PICTURE, link);
  return { user, go, onMore: props.paging.showMoreRows, given };
}

function grid() {
  return screen.getByRole('grid', { name: 'Activities' });
}

/** The text of every cell, row by row, the header first. */
function cells(): string[][] {
  return within(grid())
    .getAllByRole('row')
    .map(row => [...row.children].map(cell => cell.textContent ?? ''));
}

function header(name: string) {
  return within(grid()).getByRole('columnheader', { name });
}

describe('ActivityTable', () => {
  it('has a row for every activity of the answer, in its order, and says how many there are', async () => {
    await setup();
    expect(cells()).toEqual([
      ['Date', 'Title', 'Region', 'Theme', 'Place'],
      ['January 2017', 'Workshop', 'Mali', 'Drugs', 'Brussels'],
      ['19 June 2018', 'Meeting', 'Africa\u00a0· Asia', 'Arms', ''],
      ['2019', 'Launch', '', '', ''],
    ]);
    expect(grid().getAttribute('aria-rowcount')).toBe('4');
    const places = within(grid()).getAllByRole('row');
    expect(places.map(row => row.getAttribute('aria-rowindex'))).toEqual(['1', '2', '3', '4']);
  });

  it('does not render its rows in the task in which it is shown', async () => {
    const { user } = await renderPanel(ShownLater, PICTURE);
    await user.click(screen.getByRole('button', { name: 'show' }));
    expect(rowsAtOnce).toBe(0);
    expect(within(grid()).getAllByRole('rowheader')).toHaveLength(3);
  });

  it.each(['?sort=-date', '?sort=title', '?region=africa', '?q=launch'])(
    'shows exactly the answer of %s',
    async link => {
      const { given } = await setup(link);
      const links = within(grid())
        .getAllByRole('rowheader')
        .map(cell => within(cell).getByRole('link'));
      expect(links.map(one => one.getAttribute('data-activity')).join(' ')).toBe(rowsOfAnswer({ given }));
    },
  );

  it('exposes its order, and sorts by each of its columns', async () => {
    const { user, go } = await setup();
    expect(header('Date').getAttribute('aria-sort')).toBe('ascending');
    expect(header('Title').hasAttribute('aria-sort')).toBe(false);
    expect(
      within(grid())
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(screen.getAllByRole('columnheader').map(({ textContent }) => textContent));
    await user.click(screen.getByRole('button', { name: 'Date' }));
    expect(go).toHaveBeenLastCalledWith({ sort: '-date', columnSort: null });
    await user.click(screen.getByRole('button', { name: 'Title' }));
    expect(go).toHaveBeenLastCalledWith({ sort: 'title', columnSort: null });
  });

  it('reverses the order by date', async () => {
    const { user, go } = await setup('?sort=-date');
    expect(header('Date').getAttribute('aria-sort')).toBe('descending');
    await user.click(screen.getByRole('button', { name: 'Date' }));
    expect(go).toHaveBeenLastCalledWith({ sort: 'date', columnSort: null });
  });

  it.each([
    ['', undefined, { column: 'region', isDescending: false }],
    ['&table.sort=region', 'ascending', { column: 'region', isDescending: true }],
    ['&table.sort=-region', 'descending', { column: 'region', isDescending: false }],
  ])('says and turns the order by a facet: "%s"', async (link, is, columnSort) => {
    const { user, go } = await setup(`?view=table${link}`);
    expect(header('Region').getAttribute('aria-sort') ?? undefined).toBe(is);
    expect(header('Date').hasAttribute('aria-sort')).toBe(is === undefined);
    await user.click(screen.getByRole('button', { name: 'Region' }));
    expect(go).toHaveBeenLastCalledWith({ columnSort });
  });

  it('is one Tab stop, with arrow keys between cells', async () => {
    const { user, go } = await setup();
    screen.getByRole('button', { name: 'Columns' }).focus();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Date' }));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('January 2017');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Workshop' }));
    await user.keyboard('{Enter}');
    expect(go).toHaveBeenLastCalledWith({ activity: 'workshop' });
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Mali' }));
    await user.keyboard('{Control>}{End}{/Control}');
    expect(document.activeElement).toBe(within(grid()).getAllByRole('gridcell').at(-1));
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    await user.tab();
    expect(grid().contains(document.activeElement)).toBe(false);
  });

  it('enters a cell with several links by Enter', async () => {
    const { user, go } = await setup();
    screen.getByRole('link', { name: 'Meeting' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Africa\u00a0· Asia');
    await user.keyboard('{Enter}{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Asia' }));
    await user.keyboard('{Enter}');
    expect(go.mock.lastCall?.[0].facets).toEqual({ region: { include: ['asia'], exclude: [], mode: 'any' } });
    await user.keyboard('{Escape}{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Arms' }));
  });

  it('shows the columns of the link', async () => {
    await setup('?table.columns=theme,_place');
    expect(cells()[0]).toEqual(['Title', 'Theme', 'Place']);
    expect(cells()[1]).toEqual(['Workshop', 'Drugs', 'Brussels']);
  });

  it('lets columns be chosen, and leaves the default columns out of the link', async () => {
    const { user, go } = await setup('?table.columns=_date,region,theme');
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    expect(screen.getByRole('checkbox', { name: 'Place' })).toHaveProperty('checked', false);
    await user.click(screen.getByRole('checkbox', { name: 'Theme' }));
    expect(go).toHaveBeenLastCalledWith({ columns: ['_date', 'region'] });
    await user.click(screen.getByRole('checkbox', { name: 'Place' }));
    expect(go).toHaveBeenLastCalledWith({ columns: null });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Columns' }));
  });
});

it('shows fields as columns of their own, written in the language of the page', async () => {
  const document = {
    ...textDataset('2017 A\n2018 B'),
    fields: [
      { id: 'size', label: 'Size', type: 'number' },
      { id: 'site', label: 'Site', type: 'link' },
    ],
  };
  const [first] = document.activities;
  if (first) first.values = { size: 1234.5, site: 'https://example.org/a' };
  const { user, go } = await renderPanel(ActivityTable, document, 'view=table&table.columns=size,site');
  expect(screen.getByRole('gridcell', { name: '1,234.5' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'example.org/a' }).getAttribute('href')).toBe('https://example.org/a');
  await user.click(screen.getByRole('button', { name: 'Size' }));
  expect(go).toHaveBeenCalledWith({ columnSort: { column: 'size', isDescending: false } });
});
