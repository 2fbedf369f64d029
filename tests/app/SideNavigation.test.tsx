import { act, render } from '@testing-library/react';
import { memo } from 'react';
import { expect, it } from 'vitest';
import { SideNavigation } from '../../src/app/SideNavigation';
import { type View, WHOLE_RECORD } from '../../src/model/view';
import { Navigable } from '../../src/navigation/Navigable';
import { useHref } from '../../src/navigation/navigation';
import { serializeView } from '../../src/url/serialize';

const stays = () => {};

/** A link of a panel, which renders only when links change. */
const Link = memo(function Link({ rendered }: { rendered: string[] }) {
  const href = useHref()({ activity: 'visit' });
  rendered.push(href);
  return <a href={href}>visit</a>;
});

it('renders links once after a change of the view', async () => {
  const rendered: string[] = [];
  const page = (settled: View) => (
    <Navigable settled={settled} go={stays} hrefOf={serializeView}>
      <SideNavigation settled={settled} side="a">
        <SideNavigation settled={settled} side="both">
          <Link rendered={rendered} />
        </SideNavigation>
      </SideNavigation>
    </Navigable>
  );
  const { rerender } = render(page(WHOLE_RECORD));
  await act(async () => rerender(page({ ...WHOLE_RECORD, q: 'drugs' })));
  expect(rendered).toEqual(['?activity=visit', '?q=drugs&activity=visit']);
});
