import type { DaySpan } from '../../lib/day';
import { type Arrangement, spanOf } from './arrange';
import type { MarkModel } from './feed';
import { createMarkElement, describeMark, type MarkElement, standMark } from './mark-element';
import { walk } from './roving';

/** Activities that stand too close to be told apart. */
export interface ChosenPile {
  activities: readonly string[];
  /** With those of its days that are not drawn as marks. */
  count: number;
  span: DaySpan;
}

/** What a reader does with marks and is decided elsewhere. */
export interface BoardEvents {
  onOpen: (activity: string) => void;
  onPile: (pile: ChosenPile, button: HTMLElement) => void;
  /** A key led to a mark that is out of the window. */
  onReach: (span: DaySpan) => void;
  /** About some days, those of the mark that has the focus. */
  onZoom: (factor: number, about: DaySpan) => void;
  pileText: (count: number) => string;
  pileName: (count: number, span: DaySpan, laneName: string) => string;
}

const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2 };
/** A press that moves further than this is a drag and opens nothing. */
const STILL_PX = 4;

/** The marks as elements: made, arranged, clicked, and walked by keys with one of them in the tab order. */
export class MarkBoard {
  private readonly listening = new AbortController();
  private readonly elements = new Map<string, MarkElement>();
  private arrangement: Arrangement = { marks: new Map(), lanes: [], walked: [] };
  private focused: string | null = null;
  private awaited: string | null = null;
  /** Where the pointer went down, and whether it has been further from there than a still hand. */
  private press: { x: number; y: number; isDrag: boolean } | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly events: BoardEvents,
  ) {
    const { signal } = this.listening;
    container.addEventListener('pointerdown', event => this.handlePointerDown(event), { signal });
    // Captured, because the timeline stops the events that it drags by.
    container.addEventListener('pointermove', event => this.handlePointerMove(event), { signal, capture: true });
    container.addEventListener('click', event => this.handleClick(event), { signal });
    container.addEventListener('keydown', event => this.handleKey(event), { signal });
    container.addEventListener('focusin', event => this.handleFocus(event), { signal });
  }

  destroy(): void {
    this.listening.abort();
  }

  /** Makes, changes and drops elements, so that there is one for each of these marks. */
  setMarks(marks: readonly MarkModel[]): void {
    // A large change takes the focused element out of the page and puts it back.
    this.awaited ??= this.keyAt(document.activeElement);
    const kept = new Set(marks.map(mark => mark.key));
    for (const key of this.elements.keys()) if (!kept.has(key)) this.elements.delete(key);
    if (this.awaited !== null && !kept.has(this.awaited)) this.awaited = null;
    for (const mark of marks) {
      const existing = this.elements.get(mark.key);
      if (existing) describeMark(existing, mark);
      else this.elements.set(mark.key, createMarkElement(mark));
    }
  }

  boxOf(key: string): HTMLElement | undefined {
    return this.elements.get(key)?.box;
  }

  apply(arrangement: Arrangement, opened: string | null): void {
    const held = this.awaited ?? this.keyAt(document.activeElement);
    this.arrangement = arrangement;
    for (const [key, { mark, placed, shift, anchor, pile, pileCount }] of arrangement.marks) {
      const parts = this.elements.get(key);
      if (!parts) continue;
      parts.button.dataset.standsFor = pile ? pile.map(member => member.activity).join(' ') : '';
      standMark(parts, {
        placed,
        shift,
        anchor,
        isOpened: mark.activity === opened,
        pileText: pile ? this.events.pileText(pileCount) : '',
        pileName: pile ? this.events.pileName(pileCount, spanOf(pile), mark.laneName) : '',
      });
    }
    this.keepFocusable();
    if (held !== null && this.elements.get(held)?.frame.hidden) this.focusPileOf(held);
  }

  /** Gives the focus to a mark that was out of the window, or taken out, once it is drawn. */
  focusAwaited(): void {
    const { activeElement, body } = document;
    if (activeElement !== body && !this.container.contains(activeElement)) this.awaited = null;
    const parts = this.awaited === null ? null : this.elements.get(this.awaited);
    if (!parts?.frame.isConnected || parts.frame.hidden) return;
    this.awaited = null;
    parts.button.focus();
  }

  /** A mark that had the focus and is now part of a pile hands it on to the pile. */
  private focusPileOf(key: string): void {
    for (const [carrier, { pile }] of this.arrangement.marks) {
      if (pile?.some(mark => mark.key === key)) this.awaited = carrier;
    }
    this.focusAwaited();
  }

  /** One mark is in the tab order: the one last focused, else the first in view. */
  private keepFocusable(): void {
    const { walked } = this.arrangement;
    const first = walked.find(mark => mark.isInView) ?? walked[0];
    const wanted = walked.some(mark => mark.key === this.focused && mark.isInView) ? this.focused : first?.key;
    for (const [key, { button }] of this.elements) button.tabIndex = key === wanted ? 0 : -1;
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
    const mark = this.elements.get(this.keyAt(event.target) ?? '')?.mark;
    const isDrag = this.press?.isDrag === true;
    this.press = null;
    if (!mark || isDrag) return;
    const { pile = null, pileCount = 0 } = this.arrangement.marks.get(mark.key) ?? {};
    const button = this.elements.get(mark.key)?.button;
    if (pile && button) {
      const activities = [...new Set(pile.map(member => member.activity))];
      this.events.onPile({ activities, count: pileCount, span: spanOf(pile) }, button);
    } else this.events.onOpen(mark.activity);
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = this.keyAt(event.target);
    const mark = this.elements.get(key ?? '')?.mark;
    if (key === null || !mark) return;
    const factor = ZOOM_KEYS[event.key];
    if (factor !== undefined) this.events.onZoom(factor, mark.shape);
    const next = walk(this.arrangement.walked, key, event.key);
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
    const button = this.elements.get(key)?.button;
    const mark = this.elements.get(key)?.mark;
    const isInView = this.arrangement.walked.some(walked => walked.key === key && walked.isInView);
    if (!button || !mark) return;
    if (button.isConnected && isInView) {
      button.focus();
      return;
    }
    this.awaited = key;
    this.events.onReach(mark.shape);
  }
}
