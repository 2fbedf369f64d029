import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { type RowWindow, rowAtShare, rowsBetween, shiftOf, spaceAround, startFor } from './row-window';

interface Props extends RowWindow {
  /** The element that contains the list of rows, with a spacer before and after the list. */
  room: RefObject<HTMLElement | null>;
  /** Changes when the selection or the order of the rows changes. */
  rowsKey: string;
  onStart: (start: number) => void;
}

interface Drawn {
  rowsKey: string;
  start: number;
  /** The height in pixels of the spacer above the rows. */
  above: number;
  /** The top of each row and the bottom of the last, in pixels from the top of `room`. */
  edges: readonly number[];
  hasFocus: boolean;
}

/**
 * Asks for the rows near the visible ones while the reader scrolls. Sizes the spacers that replace rows which are not
 * rendered. Visible rows don't move when rows are added or removed around them. Renders nothing itself.
 */
export function LongList({ room, start, count, total, rowsKey, onStart }: Props): null {
  const drawn = useRef<Drawn | null>(null);

  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const before = drawn.current?.rowsKey === rowsKey ? drawn.current : null;
    const isOther = drawn.current !== null && before === null;
    drawn.current = null;
    if (count === total) makeRoom(element, 0, 0);
    if (isOther && viewportTop(element) > 0) element.scrollIntoView({ behavior: 'instant' });
    if (count === 0 || count === total) return;
    const edges = edgesOf(element);
    const height = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
    const { above, below } = spaceAround({ start, count, total }, height);
    const top = viewportTop(element);
    const shift = before && shiftOf(before, { start, edges }, top);
    // After a jump, when none of the new rows was rendered before, the new rows are centred in the viewport.
    const stays = before && (shift === null ? top - (height - innerHeight) / 2 : before.above - shift);
    const spacer = start === 0 ? 0 : Math.max(stays ?? above, 1);
    makeRoom(element, spacer, below);
    if (before && shift !== null && spacer !== stays) scrollBy(0, spacer - (stays ?? 0));
    if (before?.hasFocus && document.activeElement === document.body) {
      element.querySelector('ol')?.focus({ preventScroll: true });
    }
    drawn.current = { rowsKey, start, above: spacer, edges: edgesOf(element), hasFocus: false };
  });

  const look = useEffectEvent(() => {
    const [element, now] = [room.current, drawn.current];
    if (!element || !now) return;
    now.edges = edgesOf(element);
    now.hasFocus = element.contains(document.activeElement);
    const top = viewportTop(element);
    const inView = rowsBetween(now.edges, top, top + innerHeight);
    const leap = rowAtShare((top + innerHeight / 2) / element.offsetHeight, total);
    const [first, last] = inView ? [start + inView.first, start + inView.last] : [leap, leap];
    const next = startFor({ start, count, total }, first, last);
    if (next !== start) onStart(next);
  });
  useEffect(() => {
    let frame = requestAnimationFrame(() => look());
    const handleScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => look());
    };
    addEventListener('scroll', handleScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', handleScroll);
    };
  }, []);

  return null;
}

/** In pixels, from the top of `room` down to the top of the viewport. */
function viewportTop(room: HTMLElement): number {
  return -room.getBoundingClientRect().top;
}

function edgesOf(room: HTMLElement): number[] {
  const rows = [...room.querySelectorAll<HTMLElement>('ol > li')];
  const last = rows.at(-1);
  const tops = rows.map(row => row.offsetTop - room.offsetTop);
  return last ? [...tops, last.offsetTop - room.offsetTop + last.offsetHeight] : [0];
}

function makeRoom(room: HTMLElement, above: number, below: number): void {
  const [before, after] = [room.firstElementChild, room.lastElementChild];
  if (before instanceof HTMLElement) before.style.height = `${above}px`;
  if (after instanceof HTMLElement) after.style.height = `${below}px`;
}
