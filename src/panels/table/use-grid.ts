import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { type GridPlace, gridStep } from './grid-keys';

interface Grid {
  ref: RefObject<HTMLTableElement | null>;
  /** The cell that Tab leads to. */
  at: GridPlace;
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The keys of a grid: one stop for Tab, arrows from cell to cell. A cell with one link or button is that link; one with
 * several is entered with Enter or F2, walked with left and right, and left with Escape.
 */
export function useGrid(rows: number, columns: number): Grid {
  const ref = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<GridPlace>({ row: 0, column: 0 });
  const at = { row: Math.min(focused.row, rows - 1), column: Math.min(focused.column, columns - 1) };

  const onFocus = ({ target }: FocusEvent) => {
    const cell = cellOf(target);
    if (cell) setFocused(placeOf(cell));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell || event.altKey || event.metaKey || event.shiftKey) return;
    const pressed = { target: event.target, ctrlKey: event.ctrlKey, key: turned(event.key, cell) };
    const next = stepInside(cell, pressed) ?? stepBetween(cell, pressed);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  function stepBetween(cell: HTMLTableCellElement, { key, ctrlKey }: Pressed): HTMLElement | undefined {
    const to = gridStep(placeOf(cell), key, ctrlKey, { row: rows, column: columns });
    const next = to && ref.current?.rows[to.row]?.cells[to.column];
    if (!next) return undefined;
    const [only, ...others] = widgetsOf(next);
    return only && others.length === 0 ? only : next;
  }

  return { ref, at, onFocus, onKeyDown };
}

type Pressed = Pick<KeyboardEvent, 'key' | 'target' | 'ctrlKey'>;

/** Columns follow the direction of the language: where it runs from right to left, the left arrow leads on. */
function turned(key: string, cell: HTMLElement): string {
  if (getComputedStyle(cell).direction !== 'rtl') return key;
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key;
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

function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
}

function placeOf(cell: HTMLTableCellElement): GridPlace {
  const row = cell.parentElement;
  return { row: row instanceof HTMLTableRowElement ? row.rowIndex : 0, column: cell.cellIndex };
}
