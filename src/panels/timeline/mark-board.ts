import type { Arrangement, Pile } from '../../layout/arrange';
import type { MarkModel } from '../../layout/feed';
import type { PlacedMark } from '../../layout/lane-marks';
import type { DaySpan } from '../../lib/day';
import { createMarkElement, describeMark, drawMark, type MarkElement, type PileWords } from './mark-element';
import { walk } from './roving';

/** The callbacks with which the island handles the reader's actions on marks, and supplies the texts of piles. */
export interface BoardEvents {
  onOpen: (activity: string) => void;
  onPile: (pile: Pile, button: HTMLElement) => void;
  /** Called when a key moves the focus to a mark outside the window. `span` has the days of that mark. */
  onReach: (span: DaySpan) => void;
  /** Called when a key zooms. `about` is the focused mark's days, which stay in the window. */
  onZoom: (factor: number, about: DaySpan) => void;
  /** Returns the text on a pile, and its accessible name. */
  pileWords: (pile: Pile) => PileWords;
}

const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2 };
/** In pixels. A press in which the pointer moves further is a drag, which opens nothing. */
const STILL_PX = 4;

/** Creates and draws the elements of the marks in view, and handles their events. Only one mark is in the tab order. */
export class MarkBoard {
  private readonly listening = new AbortController();
  private models: ReadonlyMap<string, MarkModel> = new Map();
  /** The elements of placed marks, by the key of the mark. Each is created when vis-timeline first asks for it. */
  private readonly elements = new Map<string, MarkElement>();
  private arrangement: Arrangement = { marks: new Map(), piles: new Map(), lanes: [] };
  /** The key of the mark in the tab order. */
  private tabStop: string | null = null;
  private focused: string | null = null;
  /** The key of the mark that gets the focus as soon as it is drawn. */
  private awaited: string | null = null;
  /** Where the pointer was pressed, and whether it has moved too far for a click. Null without a press. */
  private press: { x: number; y: number; isDrag: boolean } | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly events: BoardEvents,
  ) {
    const { signal } = this.listening;
    container.addEventListener('pointerdown', event => this.handlePointerDown(event), { signal });
    // In the capture phase, because vis-timeline stops the propagation of events that it uses for dragging.
    container.addEventListener('pointermove', event => this.handlePointerMove(event), { signal, capture: true });
    container.addEventListener('click', event => this.handleClick(event), { signal });
    container.addEventListener('keydown', event => this.handleKey(event), { signal });
    container.addEventListener('focusin', event => this.handleFocus(event), { signal });
  }

  destroy(): void {
    this.listening.abort();
  }

  /** Sets the marks that the next arrangement places, and updates the existing elements. */
  setMarks(marks: readonly MarkModel[]): void {
    // vis-timeline may remove the focused element from the page and insert it again, so its key is remembered here.
    this.awaited ??= this.keyAt(document.activeElement);
    this.models = new Map(marks.map(mark => [mark.key, mark]));
    if (this.awaited !== null && !this.models.has(this.awaited)) this.awaited = null;
    for (const [key, parts] of this.elements) {
      const mark = this.models.get(key);
      if (mark) describeMark(parts, mark);
    }
  }

  /** Returns the element of a mark, created if needed. Undefined if the layout does not place the mark. */
  boxOf(key: string): HTMLElement | undefined {
    const existing = this.elements.get(key);
    const mark = this.models.get(key);
    const placed = this.arrangement.marks.get(key);
    if (existing || !mark || !placed) return existing?.box;
    const parts = createMarkElement(mark);
    this.elements.set(key, parts);
    this.draw(parts, placed);
    if (key === this.tabStop) parts.button.tabIndex = 0;
    return parts.box;
  }

  /** Draws the marks of an arrangement that have elements, and drops the elements of all other marks. */
  apply(arrangement: Arrangement): void {
    const held = this.awaited ?? this.keyAt(document.activeElement);
    this.arrangement = arrangement;
    for (const [key, parts] of this.elements) {
      const placed = arrangement.marks.get(key);
      if (placed) this.draw(parts, placed);
      else this.elements.delete(key);
    }
    this.keepFocusable();
    if (held !== null && this.models.has(held) && !arrangement.marks.has(held)) this.focusPileOf(held);
  }

  private draw(parts: MarkElement, placed: PlacedMark): void {
    const pile = this.arrangement.piles.get(placed.key);
    const standsFor = pile ? pile.activities.join(' ') : '';
    // The value is compared first, because writing to the page is slow even if the value is the same.
    if (parts.button.dataset.standsFor !== standsFor) parts.button.dataset.standsFor = standsFor;
    drawMark(parts, placed, pile ? this.events.pileWords(pile) : null);
  }

  /** Focuses the mark `awaited` if it is drawn. Gives up if the reader has moved the focus elsewhere. */
  focusAwaited(): void {
    const { activeElement, body } = document;
    if (activeElement !== body && !this.container.contains(activeElement)) this.awaited = null;
    const parts = this.awaited === null ? null : this.elements.get(this.awaited);
    if (!parts?.frame.isConnected) return;
    this.awaited = null;
    parts.button.focus();
  }

  /** Moves the focus from a mark to the pile that the mark is now part of. */
  private focusPileOf(key: string): void {
    for (const [carrier, { pile }] of this.arrangement.marks) {
      if (pile?.includes(key)) this.awaited = carrier;
    }
    this.focusAwaited();
  }

  /** Puts one mark into the tab order: the last focused mark if it is in view, otherwise the first mark in view. */
  private keepFocusable(): void {
    const marks = [...this.arrangement.marks.values()];
    const inView = marks.filter(mark => mark.isInView);
    this.tabStop = (inView.find(mark => mark.key === this.focused) ?? inView[0] ?? marks[0])?.key ?? null;
    for (const [key, { button }] of this.elements) {
      const tabIndex = key === this.tabStop ? 0 : -1;
      if (button.tabIndex !== tabIndex) button.tabIndex = tabIndex;
    }
  }

  private keyAt(target: EventTarget | null): string | null {
    const frame = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
    return frame?.dataset.key ?? null;
  }

  private handlePointerDown(event: PointerEvent): void {
    this.press = { x: event.clientX, y: event.clientY, isDrag: false };
  }

  private handlePointerMove({ clientX, clientY }: PointerEvent): void {
    const { press } = this;
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > STILL_PX) press.isDrag = true;
  }

  private handleClick(event: MouseEvent): void {
    const parts = this.elements.get(this.keyAt(event.target) ?? '');
    const isDrag = this.press?.isDrag === true;
    this.press = null;
    if (!parts || isDrag) return;
    const { mark, button } = parts;
    const pile = this.arrangement.piles.get(mark.key);
    if (pile) this.events.onPile(pile, button);
    else this.events.onOpen(mark.activity);
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = this.keyAt(event.target);
    const mark = this.elements.get(key ?? '')?.mark;
    if (key === null || !mark) return;
    const factor = ZOOM_KEYS[event.key];
    if (factor !== undefined) this.events.onZoom(factor, mark);
    const next = walk([...this.arrangement.marks.values()], key, event.key);
    if (next === null) return;
    event.preventDefault();
    this.focus(next);
  }

  private handleFocus(event: FocusEvent): void {
    const key = this.keyAt(event.target);
    if (key === null) return;
    this.focused = key;
    this.keepFocusable();
  }

  private focus(key: string): void {
    const mark = this.models.get(key);
    if (!mark) return;
    const button = this.elements.get(key)?.button;
    if (button?.isConnected && this.arrangement.marks.get(key)?.isInView) {
      button.focus();
      return;
    }
    this.awaited = key;
    this.events.onReach(mark);
  }
}
