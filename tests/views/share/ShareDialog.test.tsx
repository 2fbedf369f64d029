import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ShareDialog } from '../../../src/views/share/ShareDialog';
import { renderView } from '../render-view';

const LINK = 'https://example.org/explore/?programme=glo-act';

async function setup(writeText: (text: string) => Promise<void>) {
  const onClose = vi.fn();
  const { user } = await renderView(<ShareDialog sentence="5 activities: GLO.ACT" link={LINK} onClose={onClose} />);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  return { user, onClose };
}

beforeEach(() => {
  // The test's page knows no modal dialogs: they are only opened and closed here.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

describe('ShareDialog', () => {
  it('says the view in words above its link', async () => {
    await setup(async () => {});
    expect(screen.getByRole('dialog', { name: 'Share this view' }).textContent).toContain('5 activities: GLO.ACT');
    expect(screen.getByRole('textbox', { name: 'Link to this view' })).toHaveProperty('value', LINK);
  });

  it('copies the link and says so', async () => {
    const copied: string[] = [];
    const { user } = await setup(async text => {
      copied.push(text);
    });
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(copied).toEqual([LINK]);
    await waitFor(() => expect(screen.getByText('Link copied.')).toBeTruthy());
  });

  it('selects the link where it may not copy', async () => {
    const { user } = await setup(() => Promise.reject(new Error('denied')));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    await waitFor(() => expect(screen.getByText(/^Press Ctrl\+C/)).toBeTruthy());
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to this view' });
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(LINK);
  });

  it('closes with its button', async () => {
    const { user, onClose } = await setup(async () => {});
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});
