import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Explorer } from '../../src/app/Explorer';
import { ALL_CAPABILITIES, type Engine } from '../../src/engine/engine';
import { materialize } from '../../src/engine/local/materialize';
import { select } from '../../src/engine/local/select';
import { trendOf, trendParts } from '../../src/engine/local/trends';
import { type View, WHOLE_RECORD } from '../../src/model/view';
import type { RepliesTo } from '../../src/model/wants';
import { FacetGroup } from '../../src/panels/facets/FacetGroup';
import { ListItem } from '../../src/panels/list/ListItem';
import { openDocument } from '../fixtures/dataset-document';
import { stubBrowser } from '../fixtures/stub-browser';
import { textDataset } from '../fixtures/text-dataset';
import { THREE_ACTIVITIES } from '../fixtures/three-activities';
import { renderView } from '../panels/render-view';

vi.mock('../../src/panels/facets/FacetGroup', () => ({ FacetGroup: vi.fn(() => <p>facet</p>) }));
vi.mock('../../src/panels/list/ListItem', () => ({ ListItem: vi.fn(({ row }) => <p>{row.id}</p>) }));

beforeEach(stubBrowser);

const stays = () => undefined;

/** Renders the page with three activities and a dataset that claims `total` of them. */
async function setup(total: number) {
  const { index, open, dataset } = openDocument(textDataset(THREE_ACTIVITIES));
  const engine: Engine = {
    capabilities: ALL_CAPABILITIES,
    open: () => Promise.reject(new Error('It is open.')),
    ask: async (_key, selection, wants) => {
      const trends = { parts: trendParts(index), facets: dataset.facets.map(({ id }) => trendOf(index, id)) };
      return { ...materialize(index, select(index, selection, wants)), trends } as RepliesTo<typeof wants>;
    },
    export: () => {
      throw new Error('Nothing is exported.');
    },
  };
  const client = new QueryClient();
  const large = { ...open, total };
  const settled: View = { ...WHOLE_RECORD, panel: 'list' };
  const page = (view: View, before = view) => (
    <QueryClientProvider client={client}>
      <Explorer
        engine={engine}
        open={large}
        checked={null}
        address="data.json"
        link={{ view, settled: before, problems: [], refusal: null, onChange: stays }}
        onReopen={stays}
      />
    </QueryClientProvider>
  );
  const { change } = await renderView(page(settled));
  await screen.findByText('facet', {}, { timeout: 10_000 });
  await screen.findByText('workshop', {}, { timeout: 10_000 });
  // The trends arrive after the facets.
  await waitFor(() => expect(vi.mocked(FacetGroup).mock.lastCall?.[0].spark?.trend).toBeDefined(), {
    timeout: 10_000,
  });
  await act(async () => undefined);
  vi.clearAllMocks();
  return { settled, show: (view: View, before?: View) => act(async () => change(page(view, before))) };
}

describe('the page', () => {
  it('renders no facet again while an activity opens', async () => {
    const { settled, show } = await setup(3);
    await show({ ...settled, activity: 'meeting' });
    await screen.findByRole('heading', { name: 'Meeting' }, { timeout: 10_000 });
    expect(FacetGroup).not.toHaveBeenCalled();
    await show({ ...settled, facets: { theme: { include: ['arms'], exclude: [], mode: 'any' } } });
    expect(FacetGroup).toHaveBeenCalled();
  });

  it('renders no row of a large list again while the window is dragged', async () => {
    const { settled, show } = await setup(6000);
    await show({ ...settled, from: '2018' }, settled);
    await show({ ...settled, from: '2019' }, settled);
    expect(ListItem).not.toHaveBeenCalled();
    const dragged = { ...settled, from: '2019' };
    await show(dragged);
    await waitFor(() => expect(screen.queryByText('workshop')).toBeNull());
    expect(ListItem).toHaveBeenCalled();
  });
});
