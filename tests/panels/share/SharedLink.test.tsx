import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { loadLaterMessages } from '../../../src/i18n/later-messages';
import { SharedLink } from '../../../src/panels/share/SharedLink';
import { renderView } from '../render-view';

const LINK = 'https://example.org/explore/?programme=glo-act';

function linkTo(link: string, onSay = vi.fn<(sentence: string) => void>()) {
  return (
    <SharedLink sentence="5 activities: GLO.ACT" link={link} name="Link to this view" note="Opens it." onSay={onSay} />
  );
}

async function setup(writeText: (text: string) => Promise<void>) {
  await loadLaterMessages();
  const onSay = vi.fn<(sentence: string) => void>();
  const { user } = await renderView(linkTo(LINK, onSay));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  return { user, onSay };
}

describe('SharedLink', () => {
  it('says what its link opens', async () => {
    await setup(async () => {});
    expect(screen.getByText('Opens it.')).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Link to this view' })).toHaveProperty('value', LINK);
  });

  it('says that a link is longer than some servers take', async () => {
    const { change } = await renderView(linkTo(`${LINK}&q=${'x'.repeat(9_000)}`));
    expect(screen.getByText(/^This link has 9,0\d\d characters/)).toBeTruthy();
    change(linkTo(LINK));
    expect(screen.queryByText(/^This link has/)).toBeNull();
  });

  it('copies the link and says so', async () => {
    const copied: string[] = [];
    const { user, onSay } = await setup(async text => {
      copied.push(text);
    });
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(copied).toEqual([LINK]);
    await waitFor(() => expect(onSay).toHaveBeenCalledWith('Link copied.'));
    expect(screen.getByText('Copied').className).not.toContain('invisible');
    expect(screen.getByText('Copy link').className).toContain('invisible');
  });

  it('selects the link when copying is not allowed', async () => {
    const { user, onSay } = await setup(() => Promise.reject(new Error('denied')));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    await waitFor(() => expect(onSay).toHaveBeenCalledWith(expect.stringMatching(/^Press Ctrl\+C/)));
    expect(screen.getByText('Copied').className).toContain('invisible');
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to this view' });
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(LINK);
  });

  it('hands the link to the system where it can, and says if that fails', async () => {
    const sent: unknown[] = [];
    const share = vi.fn(async (data: unknown) => void sent.push(data));
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    try {
      const { user, onSay } = await setup(async () => {});
      await user.click(screen.getByRole('button', { name: 'Send…' }));
      expect(sent).toEqual([{ text: '5 activities: GLO.ACT', url: LINK }]);
      share.mockRejectedValueOnce(new DOMException('closed', 'AbortError'));
      await user.click(screen.getByRole('button', { name: 'Send…' }));
      expect(onSay).not.toHaveBeenCalled();
      share.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
      await user.click(screen.getByRole('button', { name: 'Send…' }));
      expect(onSay).toHaveBeenCalledWith('The browser could not share it. Copy the link instead.');
    } finally {
      Reflect.deleteProperty(navigator, 'share');
    }
  });
});
