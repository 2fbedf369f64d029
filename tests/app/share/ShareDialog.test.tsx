import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ShareDialog } from '../../../src/app/share/ShareDialog';
import { ALL_CAPABILITIES, type Engine } from '../../../src/engine/engine';
import { loadLaterMessages } from '../../../src/i18n/later-messages';
import type { OpenDataset } from '../../../src/model/answer';
import { WHOLE } from '../../../src/model/selection';
import { WHOLE_RECORD } from '../../../src/model/view';
import { stubBrowser } from '../../fixtures/stub-browser';
import { renderView } from '../../panels/render-view';
import { heldEngine } from '../../queries/held-engine';

const HEAD = { id: 'six', title: 'Six', language: 'en', updated: '2026-11-30', sources: [], coverage: [], facets: [] };
const VIEW = { ...WHOLE_RECORD, q: 'some' };

/** Shows the dialog for a view of `total` activities, with an engine that never reads a selection to its end. */
async function setup({ total = 3, inexact = 0, capabilities = ALL_CAPABILITIES } = {}) {
  stubBrowser();
  await loadLaterMessages();
  const engine: Engine = {
    ...heldEngine({ capabilities }).engine,
    async *export(_key, selection, _order, signal) {
      if (selection === WHOLE) return;
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    },
  };
  const open = { key: 'data', head: HEAD, total, extent: null } as unknown as OpenDataset;
  const onClose = vi.fn();
  const { user } = await renderView(
    <QueryClientProvider client={new QueryClient()}>
      <ShareDialog
        config={undefined}
        answering={{ engine, open }}
        subject={{ kind: 'view', view: VIEW, sentence: 'Some activities', counts: { total, inexact } }}
        isNarrow={false}
        onClose={onClose}
      />
    </QueryClientProvider>,
    { open },
  );
  return { user };
}

describe('ShareDialog', () => {
  beforeEach(() => {
    URL.createObjectURL = vi.fn();
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
  });

  it('shows the progress of a long export, which can be cancelled', async () => {
    const { user } = await setup();
    await user.click(screen.getByRole('button', { name: 'CSV' }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(await screen.findByRole('progressbar', {}, { timeout: 20_000 })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Cancelled. Nothing was saved.')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(URL.createObjectURL).not.toHaveBeenCalled();
  });

  it('says how many activities a workbook holds', async () => {
    const { user } = await setup({ total: 300_000 });
    await user.click(screen.getByRole('button', { name: 'Excel' }));
    expect(
      await screen.findByText(/^Excel takes up to 200,000 activities here, and this view has 300,000\./),
    ).toBeTruthy();
  });

  it('offers a calendar only if an activity has a certain day', async () => {
    await setup({ total: 3, inexact: 3 });
    expect(screen.getByText('3 of 3 have no certain day')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Calendar' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('has link and citation, but no files, from an engine that exports nothing', async () => {
    await setup({ capabilities: { ...ALL_CAPABILITIES, export: false } });
    expect(screen.getByRole('button', { name: 'Copy link' })).toBeTruthy();
    const citation = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Citation' });
    expect(citation.value).toContain('“Some activities”, Six (2026), version 2026-11-30, http');
    expect(screen.queryByRole('button', { name: 'CSV' })).toBeNull();
  });
});
