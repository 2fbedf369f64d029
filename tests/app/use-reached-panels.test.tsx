import { renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useReachedPanels } from '../../src/app/use-reached-panels';

function setup() {
  const root = document.createElement('div');
  root.innerHTML = `<p>other</p><div>${['timeline', 'list', 'table'].map(panel => `<label data-panel="${panel}"><input type="radio"></label>`).join('')}</div>`;
  document.body.append(root);
  const onReach = vi.fn();
  const { unmount } = renderHook(() => useReachedPanels(root, onReach));
  const input = (panel: string) => root.querySelector(`[data-panel=${panel}] input`) as HTMLInputElement;
  const over = (element: Element | null) => element?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  return { root, input, over, unmount, reached: () => onReach.mock.calls.splice(0).map(([panel]) => panel) };
}

describe('useReachedPanels', () => {
  it('names the panel whose button the pointer comes over, and none elsewhere', () => {
    const { root, input, over, unmount, reached } = setup();
    over(root.querySelector('p'));
    expect(reached()).toEqual([]);
    over(input('table'));
    expect(reached()).toEqual(['table']);
    unmount();
    over(input('table'));
    expect(reached()).toEqual([]);
  });

  it('names the panels on both sides of the button that the keyboard reaches', () => {
    const { input, reached } = setup();
    vi.spyOn(input('list'), 'matches').mockReturnValue(true);
    input('list').focus();
    expect(reached()).toEqual(['timeline', 'table']);
    vi.spyOn(input('timeline'), 'matches').mockReturnValue(false);
    input('timeline').focus();
    expect(reached()).toEqual([]);
  });
});
