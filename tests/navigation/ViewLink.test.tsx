import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { WHOLE_RECORD } from '../../src/model/view';
import { ViewLink } from '../../src/navigation/ViewLink';
import { renderView } from '../panels/render-view';

const VIEW = { ...WHOLE_RECORD, q: 'border' };

async function setup(target?: string) {
  const onFollow = vi.fn();
  const link = (
    <ViewLink to={{ activity: 'a1' }} target={target} onFollow={onFollow}>
      One
    </ViewLink>
  );
  const { user, go } = await renderView(link, { view: VIEW });
  return { user, go, onFollow, link: screen.getByRole('link', { name: 'One' }) };
}

describe('ViewLink', () => {
  it('has the address of the settled view with its change', async () => {
    const { link } = await setup();
    expect(link.getAttribute('href')).toMatch(/^\?.*q=border/);
    expect(link.getAttribute('href')).toContain('activity=a1');
  });

  it('changes the view in place when it is clicked, and says so', async () => {
    const { user, link, go, onFollow } = await setup();
    await user.click(link);
    expect(go.mock.calls).toEqual([[{ activity: 'a1' }]]);
    expect(onFollow).toHaveBeenCalledOnce();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'leaves a click with %j to the browser',
    async how => {
      const { link, go, onFollow } = await setup();
      expect(fireEvent.click(link, how)).toBe(true);
      expect(go).not.toHaveBeenCalled();
      expect(onFollow).not.toHaveBeenCalled();
    },
  );

  it('leaves a link with a target to the browser', async () => {
    const { link, go } = await setup('_blank');
    expect(fireEvent.click(link)).toBe(true);
    expect(go).not.toHaveBeenCalled();
  });
});
