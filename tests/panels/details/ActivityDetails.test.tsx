import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { materialize } from '../../../src/engine/local/materialize';
import { select } from '../../../src/engine/local/select';
import type { OpenedActivity } from '../../../src/model/answer';
import { WHOLE } from '../../../src/model/selection';
import { ActivityDetails } from '../../../src/panels/details/ActivityDetails';
import { parseView } from '../../../src/url/parse';
import { type DatasetDocument, openDocument } from '../../fixtures/dataset-document';
import { smallDocument } from '../../fixtures/small-document';
import { renderView } from '../render-view';

const LINK = '?view=list&q=second';

interface Options {
  document?: DatasetDocument;
  isBeside?: boolean;
  isEmbedded?: boolean;
  q?: string;
}

async function setup(id: string, options: Options = {}) {
  const { document: source = smallDocument(), isBeside = true, isEmbedded = false, q = '' } = options;
  const { dataset, index } = openDocument(source);
  const { view } = parseView(LINK);
  const wants = { activity: { id }, neighbours: { id, order: view.sort }, related: { id } } as const;
  const { activity, neighbours, related } = materialize(index, select(index, { ...WHOLE, text: q }, wants));
  if (!activity || !neighbours || !related) throw new Error(`there is no ${id}`);
  const opened = { activity, ...neighbours, related };
  const details = (shown: OpenedActivity) => (
    <ActivityDetails opened={shown} head={dataset} q={q} isBeside={isBeside} isEmbedded={isEmbedded} />
  );
  return { ...(await renderView(details(opened), { view })), opened };
}

/** What is said of the activity: name → words. */
function facts(): Record<string, string> {
  const terms = screen.getAllByRole('term');
  return Object.fromEntries(terms.map(term => [term.textContent, term.nextElementSibling?.textContent?.trim() ?? '']));
}

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  Element.prototype.checkVisibility = () => true;
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

describe('the details of an activity', () => {
  it('show its image with its credit', async () => {
    const [first, ...others] = smallDocument().activities;
    if (!first) throw new Error('there is no activity');
    const image = { src: 'a.jpg', alt: { fr: 'Un pont' }, credit: 'The builders' };
    await setup('first', { document: { ...smallDocument(), activities: [{ ...first, image }, ...others] } });
    const shown = screen.getByAltText('Un pont');
    const attributes = ['src', 'lang', 'loading', 'decoding'].map(name => shown.getAttribute(name));
    expect(attributes).toEqual(['a.jpg', 'fr', 'lazy', 'async']);
    expect(within(screen.getByRole('figure')).getByText('The builders')).toBeTruthy();
  });

  it('list the values of its fields', async () => {
    const fields = [
      { id: 'budget', label: 'Budget', type: 'number' },
      { id: 'opened', label: 'Opened', type: 'date' },
      { id: 'site', label: 'Web site', type: 'link' },
    ];
    const values = { budget: 0.00042, opened: '2018-06', site: 'https://example.org/x' };
    const [first] = smallDocument().activities;
    if (!first) throw new Error('no activity');
    await setup('first', { document: { ...smallDocument(), fields, activities: [{ ...first, values }] } });
    expect(facts()).toMatchObject({ Budget: '0.00042', Opened: 'June 2018', 'Web site': 'example.org/x' });
  });

  it('say everything that the record says of it', async () => {
    await setup('second');
    const details = within(screen.getByRole('complementary', { name: 'Second' }));
    expect(details.getByRole('heading', { level: 2, name: 'Second' })).toBeTruthy();
    expect(details.getByText(/January 2017/)).toBeTruthy();
    expect(details.getByText('It came after the first.')).toBeTruthy();
    expect(facts()).toEqual({
      Region: 'Africa,Asia',
      'Took place in': 'Brussels, Belgium',
      Link: 'Report',
      Source: 'Brochure, item 2',
      Permalink: 'This activity by itself',
    });
  });

  it('say nothing of what the record does not say', async () => {
    await setup('third');
    expect(facts()).toEqual({ Permalink: 'This activity by itself' });
    expect(screen.queryByText('This activity is not in the present selection.')).toBeNull();
  });

  it('lead to the activities before and after it, and to a value alone', async () => {
    await setup('second');
    const hrefOf = (name: RegExp | string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(hrefOf(/^Previous:.*First$/)).toContain('activity=first');
    expect(hrefOf(/^Next:.*Third$/)).toContain('activity=third');
    expect(hrefOf('Asia')).toMatch(/^\/?\?region=asia&/);
    expect(hrefOf('This activity by itself')).toContain('activity=second');
    expect(hrefOf('This activity by itself')).not.toContain('q=');
  });

  it('have nothing before the first', async () => {
    await setup('first');
    const neighbours = within(screen.getByRole('navigation', { name: 'Previous and next' }));
    expect(neighbours.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Next:.*2nd$/),
    ]);
  });

  it('say where the activity is not in the selection', async () => {
    await setup('first', { q: 'second' });
    expect(screen.getByText('This activity is not in the present selection.')).toBeTruthy();
  });

  it('mark what was searched', async () => {
    await setup('second', { q: 'second' });
    expect(screen.queryByText('This activity is not in the present selection.')).toBeNull();
    await waitFor(() => expect(document.querySelector('h2 mark')?.textContent).toBe('Second'));
  });

  it('list what is about the same', async () => {
    const document = smallDocument();
    document.activities.push({
      id: 'fourth',
      date: '2016-07',
      title: 'Fourth',
      tags: { region: ['mali'], theme: ['drugs'] },
    });
    await setup('first', { document });
    const related = within(screen.getByRole('region', { name: 'Related activities' }));
    expect(related.getAllByRole('link').map(link => link.getAttribute('href'))).toContainEqual(
      expect.stringContaining('activity=fourth'),
    );
  });

  it.each([
    ['in place of the page', false, null],
    ['in a tab of their own where the page is in another site’s frame', true, '_blank'],
  ])('open links of the record %s', async (_where, isEmbedded, target) => {
    await setup('second', { isEmbedded });
    const report = screen.getByRole('link', { name: 'Report' });
    expect([report.getAttribute('target'), report.getAttribute('rel')]).toEqual([target, 'noopener noreferrer']);
  });

  it('are text, whatever the record says', async () => {
    const document = smallDocument();
    const [first] = document.activities;
    if (!first) throw new Error('there is no activity');
    first.title = '<img src=x onerror=alert(1)>';
    first.summary = '<b>bold</b>\nnext line';
    await setup('first', { document });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('<img src=x onerror=alert(1)>');
    expect(globalThis.document.querySelector('img, b')).toBeNull();
  });
});

describe('closing the details', () => {
  it.each([
    ['the button', true],
    ['Escape', true],
    ['the button of the sheet', false],
  ])('by %s gives the focus back to the activity', async (way, isBeside) => {
    const { user, go } = await setup('second', { isBeside });
    const row = document.createElement('a');
    row.dataset.activity = 'second';
    row.tabIndex = 0;
    document.body.append(row);
    const close = screen.getByRole('button', { name: /^Close/ });
    if (way === 'Escape') {
      close.focus();
      await user.keyboard('{Escape}');
    } else {
      await user.click(close);
    }
    expect(go.mock.calls).toEqual([[{ activity: null }]]);
    await waitFor(() => expect(document.activeElement).toBe(row));
    row.remove();
  });
});
