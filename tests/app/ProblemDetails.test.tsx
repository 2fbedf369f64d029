import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ProblemDetails } from '../../src/app/ProblemDetails';
import { NONE_UNLISTED, type Problem } from '../../src/model/problem';
import { renderView } from '../panels/render-view';

const PROBLEMS: Problem[] = [
  { path: 'row 2.date', code: 'dateForm', loss: 'record' },
  { path: 'row 3.place', code: 'badCountry', loss: 'field' },
  { path: 'row 4.date', code: 'undated', loss: 'note' },
];

it('counts problems, activities that were left out and notes apart, with those that are not listed', async () => {
  await renderView(<ProblemDetails problems={PROBLEMS} unlisted={{ record: 40, field: 300, note: 2000 }} />);
  const summary = screen.getByText(/problems in this dataset/);
  expect(summary.textContent).toContain('342 problems in this dataset; 41 activities were left out.');
  expect(summary.textContent).toContain('2,001 notes on this dataset; nothing was left out for them.');
  expect(screen.getByText(/^2,340 more are not listed here/)).toBeTruthy();
});

it('speaks of no problem where there are only notes, and says nothing without either', async () => {
  await renderView(
    <>
      <ProblemDetails problems={PROBLEMS.slice(2)} unlisted={{ ...NONE_UNLISTED, note: 1 }} />
      <ProblemDetails problems={[]} unlisted={NONE_UNLISTED} />
    </>,
  );
  const summaries = Array.from(document.querySelectorAll('summary'), ({ textContent }) => textContent);
  expect(summaries).toEqual(['2 notes on this dataset; nothing was left out for them.']);
});
