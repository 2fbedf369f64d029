import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PanelView } from '../../src/app/PanelView';
import { lazyModule } from '../../src/lib/lazy-module';
import type { Replies } from '../../src/model/wants';
import type { PanelEntry } from '../../src/panels/panel';
import { THREE_ACTIVITIES } from '../fixtures/three-activities';
import { TOTAL } from '../panels/example-panel';
import { type AskedPanel, askedPanel } from '../panels/render-panel';
import { renderView } from '../panels/render-view';

function shownOf({ view, props: { axis, paging } }: AskedPanel) {
  return {
    axis,
    paging,
    isHeld: false,
    still: view,
    stillAxis: axis,
    hasListBelow: false,
    roomBelow: null,
    onRoom: vi.fn(),
    isSubject: false,
  };
}

async function setup(entry: PanelEntry<string>, link = '') {
  const asked = askedPanel(THREE_ACTIVITIES, link);
  const { open, view, props } = asked;
  const { user, go } = await renderView(
    <PanelView
      entry={entry}
      view={view}
      present={{ replies: props.replies, rowsKey: link }}
      opened={null}
      shown={shownOf(asked)}
      onFail={() => {}}
    />,
    { view, open },
  );
  return { user, go };
}

describe('PanelView', () => {
  it('shows a panel that is not among the built-in ones as soon as its code has loaded', async () => {
    const { user, go } = await setup(TOTAL, '?theme=drugs,arms');
    expect(await screen.findByText('2 of 3 activities', {}, { timeout: 10_000 })).toBeTruthy();
    expect(await screen.findByRole('textbox', { name: 'From' }, { timeout: 10_000 })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'List' }));
    expect(go.mock.calls).toEqual([[{ panel: 'list' }]]);
  });

  it('renders nothing for a panel without content', async () => {
    await setup(TOTAL, '?q=nowhere');
    expect(screen.queryByText(/activities/)).toBeNull();
  });

  it('shows the stand-in when the code of the panel fails to load', async () => {
    const lost = lazyModule<never>(() => Promise.reject(new Error('offline')));
    await setup({ id: 'lost', code: lost, wants: () => ({}), standIn: 'list' });
    expect(await screen.findByRole('link', { name: 'Workshop' }, { timeout: 10_000 })).toBeTruthy();
  });

  it('shows the list below for new marks only once they are drawn with room for it', async () => {
    const below = (link: string) => askedPanel(THREE_ACTIVITIES, `?panel=list${link}`);
    const [all, two] = [below(''), below('&theme=drugs,arms')];
    const marks = { marks: [], compared: [], isPartial: false } as unknown as Replies['marks'];
    const [marksOfAll, marksOfTwo] = [{ ...marks }, { ...marks }];
    const page = ({ view, props }: typeof all, itsMarks: Replies['marks'], roomBelow: Replies['marks']) => (
      <PanelView
        entry={TOTAL}
        view={view}
        present={{ replies: { ...props.replies, marks: itsMarks }, rowsKey: '' }}
        opened={null}
        shown={{ ...shownOf(all), hasListBelow: true, roomBelow }}
        onFail={() => {}}
      />
    );
    const { change } = await renderView(page(all, marksOfAll, marksOfAll), { view: all.view, open: all.open });
    const heading = (name: string) => screen.findByRole('heading', { level: 2, name }, { timeout: 10_000 });
    await heading('The 3 activities');
    await act(async () => change(page(two, marksOfTwo, marksOfAll)));
    await heading('The 3 activities');
    await act(async () => change(page(two, marksOfTwo, marksOfTwo)));
    await heading(`The ${two.props.replies.counts.total} activities`);
  });
});
