import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from link to link of a table, over cells without one; Home and End to the ends of the row. */
export function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.altKey || event.metaKey || event.ctrlKey || !(event.target instanceof HTMLElement)) return;
  const table = event.currentTarget;
  const cell = event.target.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  const next = nextLink(table, row.rowIndex, cell.cellIndex, event.key);
  if (next === undefined) return;
  event.preventDefault();
  next?.focus();
}

/** Undefined: the key moves nothing. Null: there is nothing to move to. */
function nextLink(table: HTMLTableElement, row: number, column: number, key: string): HTMLElement | null | undefined {
  const linkAt = (r: number, c: number) => table.rows[r]?.cells[c]?.querySelector('a');
  if (key === 'Home' || key === 'End') {
    const links = [...(table.rows[row]?.cells ?? [])].flatMap(cell => cell.querySelector('a') ?? []);
    return links.at(key === 'Home' ? 0 : -1) ?? null;
  }
  const step = STEPS[key];
  if (!step) return undefined;
  const turned = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
  const [down, along] = [step[0], step[1] * turned];
  const isInside = (r: number, c: number) =>
    r >= 0 && r < table.rows.length && c >= 0 && c < (table.rows[r]?.cells.length ?? 0);
  for (let r = row + down, c = column + along; isInside(r, c); r += down, c += along) {
    const link = linkAt(r, c);
    if (link) return link;
  }
  return null;
}

/** Makes one link of a table the one that Tab comes to: the given one, else the one it was, else the first of the body. */
export function keepOneStop(table: HTMLTableElement, wanted?: Element): void {
  const stops = table.querySelectorAll<HTMLElement>('a[tabindex="0"]');
  if (!wanted && stops.length > 0) return;
  for (const stop of stops) stop.tabIndex = -1;
  const next = wanted ?? table.querySelector('td a') ?? table.querySelector('a');
  if (next instanceof HTMLElement) next.tabIndex = 0;
}
