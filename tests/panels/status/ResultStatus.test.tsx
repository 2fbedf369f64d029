import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { View } from '../../../src/model/view';
import type { CountsReply } from '../../../src/model/wants';
import { OpenDatasetContext } from '../../../src/panels/open-dataset';
import { ResultStatus } from '../../../src/panels/status/ResultStatus';
import { parseView } from '../../../src/url/parse';
import { openDocument } from '../../fixtures/dataset-document';
import { SIX_ACTIVITIES } from '../../fixtures/six-activities';
import { textDataset } from '../../fixtures/text-dataset';
import { renderView } from '../render-view';

const { open } = openDocument(textDataset(SIX_ACTIVITIES));

function status(counts: Partial<CountsReply>, view: View, isWaiting = false) {
  const all = { total: 0, inexact: 0, undated: 0, recorded: 0, facets: [], textLoss: null, ...counts };
  return (
    <OpenDatasetContext value={open}>
      <ResultStatus counts={all} view={view} isWaiting={isWaiting} />
    </OpenDatasetContext>
  );
}

const WHOLE_VIEW = parseView('').view;
const NARROWED = parseView('?region=mali&theme=-drugs&q=border&from=2017&to=2018').view;

function spoken(): string {
  return screen.getByRole('status').textContent;
}

function shown(): string {
  return document.querySelector('p[aria-hidden]')?.textContent ?? '';
}

const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says how many of all there are', async () => {
  await renderView(status({ total: 6 }, WHOLE_VIEW));
  expect([spoken(), shown()]).toEqual(['6 of 6 activities', '6 of 6 activities']);
});

it('says the filters aloud and the vague dates on the screen', async () => {
  await renderView(status({ total: 3, inexact: 2 }, NARROWED));
  expect(spoken()).toMatch(/^3 of 6 activities\. Filters: mali; not drugs; “border”; 2017\s–\s2018$/);
  expect(shown()).toBe('3 of 6 activities; 2 have no exact day');
});

it('does not count the vague dates where all are vague', async () => {
  await renderView(status({ total: 2, inexact: 2 }, WHOLE_VIEW));
  expect(shown()).toBe('2 of 6 activities');
});

it('shows a change at once, and says it once changes have settled', async () => {
  const { change } = await renderView(status({ total: 6 }, WHOLE_VIEW));
  for (const total of [5, 4]) {
    change(status({ total }, WHOLE_VIEW));
    expect([spoken(), shown()]).toEqual(['6 of 6 activities', `${total} of 6 activities`]);
    await pass(300);
  }
  expect(spoken()).toBe('6 of 6 activities');
  await pass(200);
  expect(spoken()).toBe('4 of 6 activities');
});

it('says that it waits only where that takes long, and then no numbers', async () => {
  const { change } = await renderView(status({ total: 6, inexact: 1 }, NARROWED));
  change(status({ total: 6, inexact: 1 }, NARROWED, true));
  await pass(900);
  expect(shown()).toBe('6 of 6 activities; 1 has no exact day');
  await pass(200);
  expect(shown()).toBe('One moment…');
  await pass(500);
  expect(spoken()).toBe('One moment…');
  change(status({ total: 3 }, NARROWED));
  expect(shown()).toBe('3 of 6 activities');
});
