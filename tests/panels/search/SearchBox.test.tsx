import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/model/view';
import { SearchBox } from '../../../src/panels/search/SearchBox';
import { renderView } from '../render-view';

/** Renders a search box whose text becomes the link's, unless it is longer than `longest`. */
async function setup(q = '', longest = Number.POSITIVE_INFINITY) {
  const onGo = (patch: Partial<View>) => {
    if (patch.q !== undefined && patch.q.length <= longest) act(() => change(box(patch.q ?? '')));
  };
  const box = (text: string) => <SearchBox q={text} offers={null} onPick={() => {}} />;
  const { user, go, change } = await renderView(box(q), { onGo });
  return {
    user,
    go,
    input: screen.getByRole('searchbox', { name: 'Search activities' }),
    set: (text: string) => change(box(text)),
  };
}

/** The accessible description of the box. */
function noteOf(input: HTMLElement): string | null {
  const id = input.getAttribute('aria-describedby');
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
}

describe('SearchBox', () => {
  it('says that a text without letter and digit filters nothing, also to screen readers', async () => {
    const { user, input } = await setup();
    await user.type(input, '“!?”{Enter}');
    expect(noteOf(input)).toBe('Without a letter or digit, this search filters nothing.');
    expect(screen.getByText(/filters nothing/).closest('[aria-live=polite]')).not.toBeNull();
    await user.type(input, 'a{Enter}');
    expect(noteOf(input)).toBeNull();
    expect(screen.queryByText(/filters nothing/)).toBeNull();
  });

  it.each(['', 'border', '-x', '新', '2'])('shows no note for %j', async q => {
    const { input } = await setup(q);
    expect(noteOf(input)).toBeNull();
  });

  it('keeps a text that is too long for the link, and says that it is not searched', async () => {
    const { user, input, go } = await setup('border', 10);
    await user.clear(input);
    await user.click(input);
    await user.paste('border police');
    await user.keyboard('{Enter}');
    expect(input).toHaveProperty('value', 'border police');
    expect(noteOf(input)).toMatch(/^Not searched: /);
    await user.type(input, '{Backspace}{Backspace}{Backspace}{Backspace}{Enter}');
    expect(go).toHaveBeenLastCalledWith({ q: 'border po' }, 'replace');
    expect(noteOf(input)).toBeNull();
  });

  it.each([
    ['Chinese', '联合国毒品和犯罪问题办公室'.repeat(200)],
    ['Latin', 'border police '.repeat(1300)],
  ])('refuses a pasted page in %s, and tells', async (_, page) => {
    const { user, input, go } = await setup();
    await user.click(input);
    await user.paste(page);
    await user.keyboard('{Enter}');
    expect(screen.getByRole('alert').textContent).toMatch(/^Not searched: /);
    expect(noteOf(input)).toMatch(/^Not searched: /);
    await new Promise(done => setTimeout(done, 400));
    expect(go).not.toHaveBeenCalled();
  });

  it('shows no note for a text that is typed again after it was cleared from elsewhere', async () => {
    const { user, input, set } = await setup();
    await user.type(input, 'border{Enter}');
    set('');
    await user.type(input, 'border');
    expect(noteOf(input)).toBeNull();
  });
});
