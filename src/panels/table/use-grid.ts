import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { cellOf, elementAfter, type GridPosition, positionOf } from '../../ui/grid-keys';
import { readingKey } from '../../ui/roving';

interface Grid {
  ref: RefObject<HTMLTableElement | null>;
  /** The row and column of the cell with the Tab stop. */
  at: GridPosition;
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Adds keyboard navigation to an ARIA grid, which has one Tab stop. Arrow keys move between cells. A single link or
 * button in a cell gets the focus instead of the cell. In a cell with several controls, Enter or F2 focuses the first
 * control. Left and Right then move between the controls, and Escape or F2 returns to the cell.
 */
export function useGrid(rows: number, columns: number): Grid {
  const ref = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<GridPosition>({ row: 0, column: 0 });
  const at = { row: Math.min(focused.row, rows - 1), column: Math.min(focused.column, columns - 1) };

  const onFocus = ({ target }: FocusEvent) => {
    const cell = cellOf(target);
    if (cell) setFocused(positionOf(cell));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell || event.altKey || event.metaKey || event.shiftKey) return;
    const { target, ctrlKey } = event;
    const pressed = { target, ctrlKey, key: readingKey(event.key, cell) };
    const next = stepInside(cell, pressed) ?? elementAfter(cell, event, stopIn);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return { ref, at, onFocus, onKeyDown };
}

type Pressed = Pick<KeyboardEvent, 'key' | 'target' | 'ctrlKey'>;

/** Returns the cell's only link or button; otherwise the cell itself. */
function stopIn(cell: HTMLTableCellElement): HTMLElement {
  const [only, ...others] = widgetsOf(cell);
  return only && others.length === 0 ? only : cell;
}

function stepInside(cell: HTMLTableCellElement, { key, target, ctrlKey }: Pressed): HTMLElement | undefined {
  const widgets = widgetsOf(cell);
  if (widgets.length < 2 || ctrlKey) return undefined;
  const index = target instanceof HTMLElement ? widgets.indexOf(target) : -1;
  if (index < 0) return key === 'Enter' || key === 'F2' ? widgets[0] : undefined;
  if (key === 'Escape' || key === 'F2') return cell;
  if (key === 'ArrowLeft') return widgets[Math.max(0, index - 1)];
  if (key === 'ArrowRight') return widgets[Math.min(widgets.length - 1, index + 1)];
  return undefined;
}

function widgetsOf(cell: HTMLElement): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>('a, button')];
}
