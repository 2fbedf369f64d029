import { render } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { expect, it } from 'vitest';
import { PanelPlace } from '../../src/app/PanelPlace';

function Panel({ name, rendered }: { name: string; rendered: string[] }) {
  rendered.push(name);
  return <p>{name}</p>;
}

/** Notes the choice and the shown panel of each commit. */
function Commit({ chosen, commits }: { chosen: string; commits: string[] }) {
  useLayoutEffect(() => {
    commits.push(`${chosen} chosen, ${document.querySelector('p')?.textContent} shown`);
  });
  return null;
}

it('shows the panel before until the choice of another one is painted, and renders it no more', () => {
  const commits: string[] = [];
  const rendered: string[] = [];
  const page = (chosen: string) => (
    <section>
      <PanelPlace panel={chosen}>
        <Panel name={chosen} rendered={rendered} />
      </PanelPlace>
      <Commit {...{ chosen, commits }} />
    </section>
  );
  const { rerender } = render(page('list'));
  rerender(page('map'));
  expect(commits).toEqual(['list chosen, list shown', 'map chosen, list shown']);
  expect(document.querySelector('p')?.textContent).toBe('map');
  expect(rendered).toEqual(['list', 'map']);
});
