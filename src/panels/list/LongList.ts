import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { type RowWindow, rowAtShare, rowsBetween, shiftOf, spaceAround, startFor } from './row-window';

interface Props extends RowWindow {
  /** What holds the rows in a list, and an element of room before and behind it. */
  room: RefObject<HTMLElement | null>;
  /** The same for as long as the rows are of the same selection in the same order. */
  rowsKey: string;
  onStart: (start: number) => void;
}

interface Drawn {
  rowsKey: string;
  start: number;
  /** The room above the rows, in pixels. */
  above: number;
  /** Where each row begins and the last one ends, in pixels from the top of the list. */
  edges: readonly number[];
  hasFocus: boolean;
}

/**
 * Keeps the rows about those in view in the page, and room for all others around them. What is in view stays where it is
 * when rows come and go beside it. Draws nothing itself.
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
    if (isOther && placeInView(element) > 0) element.scrollIntoView({ behavior: 'instant' });
    if (count === 0 || count === total) return;
    const edges = edgesOf(element);
    const height = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
    const { above, below } = spaceAround({ start, count, total }, height);
    const top = placeInView(element);
    const shift = before && shiftOf(before, { start, edges }, top);
    // After a leap the rows stand in the middle of what is in view.
    const stays = before && (shift === null ? top - (height - innerHeight) / 2 : before.above - shift);
    const kept = start === 0 ? 0 : Math.max(stays ?? above, 1);
    makeRoom(element, kept, below);
    if (before && shift !== null && kept !== stays) scrollBy(0, kept - (stays ?? 0));
    if (before?.hasFocus && document.activeElement === document.body) {
      element.querySelector('ol')?.focus({ preventScroll: true });
    }
    drawn.current = { rowsKey, start, above: kept, edges: edgesOf(element), hasFocus: false };
  });

  const look = useEffectEvent(() => {
    const [element, now] = [room.current, drawn.current];
    if (!element || !now) return;
    now.edges = edgesOf(element);
    now.hasFocus = element.contains(document.activeElement);
    const top = placeInView(element);
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

/** Of the top of the screen in the list, in pixels from its top. */
function placeInView(room: HTMLElement): number {
  return -room.getBoundingClientRect().top;
}

function edgesOf(room: HTMLElement): number[] {
  const rows = [...room.querySelectorAll<HTMLElement>('ol > li')];
  const last = rows.at(-1);
  const tops = rows.map(row => row.offsetTop - room.offsetTop);
  return last ? [...tops, last.offsetTop - room.offsetTop + last.offsetHeight] : [0];
}

function makeRoom(room: HTMLElement, above: number, below: number): void {
  const [before, behind] = [room.firstElementChild, room.lastElementChild];
  if (before instanceof HTMLElement) before.style.height = `${above}px`;
  if (behind instanceof HTMLElement) behind.style.height = `${below}px`;
}
