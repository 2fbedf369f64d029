import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SharedLink } from '../../../src/panels/share/SharedLink';
import { renderView } from '../render-view';

const LINK = 'https://example.org/explore/?programme=glo-act';

async function setup(writeText: (text: string) => Promise<void>) {
  const { user } = await renderView(<SharedLink sentence="5 activities: GLO.ACT" link={LINK} />);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  return { user };
}

describe('SharedLink', () => {
  it('describes the view above its link', async () => {
    await setup(async () => {});
    expect(screen.getByText('5 activities: GLO.ACT')).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Link to this view' })).toHaveProperty('value', LINK);
  });

  it('says that a link is longer than some servers take', async () => {
    const { change } = await renderView(<SharedLink sentence="" link={`${LINK}&q=${'x'.repeat(9_000)}`} />);
    expect(screen.getByText(/^This link has 9,0\d\d characters/)).toBeTruthy();
    change(<SharedLink sentence="" link={LINK} />);
    expect(screen.queryByText(/^This link has/)).toBeNull();
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

  it('selects the link when copying is not allowed', async () => {
    const { user } = await setup(() => Promise.reject(new Error('denied')));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    await waitFor(() => expect(screen.getByText(/^Press Ctrl\+C/)).toBeTruthy());
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to this view' });
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(LINK);
  });
});
