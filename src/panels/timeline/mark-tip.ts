export interface TipWords {
  title: string;
  date: string;
  /** One line for each facet in which the activity has values. */
  values: readonly { name: string; text: string }[];
}

/** Delays in milliseconds: until the tooltip appears, and until it disappears after the pointer has left. */
const DELAY = 250;
const GRACE = 200;
/** The time in milliseconds that a finger must be held on a mark before the tooltip appears. */
const LONG_PRESS = 500;
/** Distances in pixels: between the tooltip and its mark, and between the tooltip and the sides of the screen. */
const DISTANCE = 6;
const MARGIN = 8;

let made = 0;

/** The tooltip of the mark under the pointer, with the focus, or under a held finger. Escape hides the tooltip. */
export class MarkTip {
  private readonly element = document.createElement('div');
  private readonly listening = new AbortController();
  private shownFor: HTMLElement | null = null;
  private timer = 0;
  /** True after a held finger has opened the tooltip. Lifting the finger must not open the activity. */
  private isHeld = false;

  /** `wordsOf` returns the words for the button of a mark. Null if the mark gets no tooltip. */
  constructor(
    private readonly container: HTMLElement,
    private readonly wordsOf: (button: HTMLElement) => TipWords | null,
  ) {
    const { signal } = this.listening;
    made += 1;
    this.element.id = `mark-tip-${made}`;
    this.element.className = 'mark-tip';
    this.element.setAttribute('role', 'tooltip');
    this.element.hidden = true;
    (container.parentElement ?? container).append(this.element);
    container.addEventListener('pointerover', event => this.handleOver(event), { signal });
    container.addEventListener('pointerout', event => this.handleOut(event), { signal });
    container.addEventListener('click', event => this.handleClick(event), { signal, capture: true });
    container.addEventListener('contextmenu', event => this.handleMenu(event), { signal });
    container.addEventListener('focusin', event => this.handleFocus(event), { signal });
    container.addEventListener('focusout', () => this.hide(), { signal });
    this.element.addEventListener('pointerover', () => clearTimeout(this.timer), { signal });
    this.element.addEventListener('pointerout', () => this.wait(GRACE, () => this.hide()), { signal });
    document.addEventListener('pointerdown', event => this.handleDown(event), { signal, capture: true });
    document.addEventListener('keydown', event => this.handleKey(event), { signal, capture: true });
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.listening.abort();
    this.element.remove();
  }

  hide(): void {
    clearTimeout(this.timer);
    this.shownFor?.removeAttribute('aria-describedby');
    this.shownFor = null;
    // The state is checked first, because writing to the page is slow even if the value is the same.
    if (!this.element.hidden) this.element.hidden = true;
  }

  private wait(time: number, then: () => void): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(then, time);
  }

  private handleOver(event: PointerEvent): void {
    const button = buttonAt(event.target);
    if (!button || event.pointerType === 'touch' || event.buttons !== 0) return;
    if (button === this.shownFor) clearTimeout(this.timer);
    else this.wait(DELAY, () => this.show(button));
  }

  /** Hides the tooltip after a press outside of it. A finger that is held on a mark shows the tooltip of that mark. */
  private handleDown({ target, pointerType }: PointerEvent): void {
    if (!(target instanceof Node) || this.element.contains(target)) return;
    this.isHeld = false;
    this.hide();
    const button = this.container.contains(target) ? buttonAt(target) : null;
    if (!button || pointerType !== 'touch') return;
    this.wait(LONG_PRESS, () => {
      this.isHeld = true;
      this.show(button);
    });
  }

  /** Hides the tooltip once the pointer has left, but not after a held finger, which may have covered the tooltip. */
  private handleOut({ pointerType }: PointerEvent): void {
    if (this.isHeld && pointerType === 'touch') return;
    this.wait(GRACE, () => this.hide());
  }

  private handleClick(event: MouseEvent): void {
    // A click that comes from the keyboard has a `detail` of 0.
    if (!this.isHeld || event.detail === 0) return;
    this.isHeld = false;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Prevents the context menu that browsers open on a long press, because the menu would cover the tooltip. */
  private handleMenu(event: MouseEvent): void {
    if (this.isHeld) event.preventDefault();
  }

  private handleFocus(event: FocusEvent): void {
    const button = buttonAt(event.target);
    if (button?.matches(':focus-visible')) this.show(button);
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.element.hidden) return;
    // Escape hides only the tooltip, and must not also close a dialog or an opened activity.
    event.preventDefault();
    event.stopPropagation();
    this.hide();
  }

  private show(button: HTMLElement): void {
    const words = this.wordsOf(button);
    this.hide();
    if (!words || !button.isConnected) return;
    this.shownFor = button;
    this.element.replaceChildren(...partsOf(words));
    this.element.hidden = false;
    button.setAttribute('aria-describedby', this.element.id);
    this.place(button);
  }

  /** Places the tooltip below the mark, or above the mark if there is no room below. */
  private place(button: HTMLElement): void {
    const frame = this.element.offsetParent?.getBoundingClientRect();
    if (!frame) return;
    const mark = (button.querySelector('.mark-shape') ?? button).getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.element;
    const below = mark.bottom + DISTANCE;
    const isAbove = below + offsetHeight > innerHeight - MARGIN && mark.top - DISTANCE - offsetHeight > MARGIN;
    const left = Math.max(MARGIN, Math.min(Math.max(mark.left, 0) - 12, innerWidth - offsetWidth - MARGIN));
    this.element.style.left = `${left - frame.left}px`;
    this.element.style.top = `${(isAbove ? mark.top - DISTANCE - offsetHeight : below) - frame.top}px`;
  }
}

function buttonAt(target: EventTarget | null): HTMLElement | null {
  const mark = target instanceof Element ? target.closest('.mark') : null;
  return mark?.querySelector<HTMLElement>('button[data-activity]') ?? null;
}

function partsOf({ title, date, values }: TipWords): HTMLElement[] {
  return [
    part('mark-tip-title', title),
    ...(date === '' ? [] : [part('mark-tip-date', date)]),
    ...values.map(({ name, text }) => {
      const line = part('mark-tip-values', '');
      const label = document.createElement('b');
      label.textContent = `${name}: `;
      line.append(label, text);
      return line;
    }),
  ];
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.dir = 'auto';
  element.textContent = text;
  return element;
}
