import { act, render, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, it } from 'vitest';
import { useRoving } from '../../src/ui/use-roving';

let showMore: () => void;

function Late() {
  const [isShown, show] = useState(false);
  showMore = () => show(true);
  return isShown && <button type="button">late</button>;
}

function Toolbar() {
  const roving = useRoving(useRef<HTMLDivElement>(null));
  return (
    <div role="toolbar" {...roving}>
      <button type="button">first</button>
      <Late />
    </div>
  );
}

it('makes no Tab stop of a control that a part of the toolbar adds by itself', async () => {
  render(<Toolbar />);
  act(() => showMore());
  await waitFor(() => expect(screen.getByText('late').tabIndex).toBe(-1));
  expect(screen.getByText('first').tabIndex).toBe(0);
});
