import { isDot, isSameMark, type MarkModel } from '../../layout/feed';
import type { LabelSide, PlacedMark } from '../../layout/lane-marks';
import { rowCentre } from '../../layout/row-centre';

const DRAWN_BY = ['row', 'labelRow', 'side', 'shift', 'leader', 'isOpened'] as const;

export interface MarkElement {
  /** The element that vis-timeline moves. The box is as wide as the mark's days. */
  box: HTMLElement;
  /** Contains all visible parts of the mark. Only button and label react to the pointer. */
  frame: HTMLElement;
  button: HTMLButtonElement;
  /** Hidden from assistive technology, because the button has a more detailed accessible name. */
  label: HTMLElement;
  /** Null until first needed. */
  leader: HTMLElement | null;
  pile: HTMLElement | null;
  mark: MarkModel;
  /** The layout drawn last, as a string to compare with the next layout. Null if the mark has to be drawn again. */
  drawn: string | null;
}

export function createMarkElement(mark: MarkModel): MarkElement {
  const box = element('div', 'mark-box');
  const frame = element('div', 'mark');
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.className = 'mark-button';
  const label = element('span', 'mark-label');
  label.setAttribute('aria-hidden', 'true');
  button.append(element('span', 'mark-shape'));
  if (mark.form.kind === 'between') frame.append(element('span', 'mark-span'));
  frame.append(button, label);
  box.append(frame);
  const made = { box, frame, button, label, leader: null, pile: null, mark, drawn: null };
  writeMark(made);
  return made;
}

export function describeMark(parts: MarkElement, mark: MarkModel): void {
  const isSame = isSameMark(parts.mark, mark);
  parts.mark = mark;
  if (isSame) return;
  parts.drawn = null;
  writeMark(parts);
}

function writeMark({ frame, button, label, mark }: MarkElement): void {
  const { kind, isDoubtful, openStart, openEnd } = mark.form;
  const traits = [
    mark.isShared && 'shared',
    isDoubtful && 'doubtful',
    openStart && 'open-start',
    openEnd && 'open-end',
  ].filter(Boolean);
  frame.className = ['mark', `mark-${kind}`, ...traits.map(trait => `mark-${trait}`)].join(' ');
  const { colours = [] } = mark;
  if (colours.length > 0) frame.dataset.colours = colours.join(' ');
  else delete frame.dataset.colours;
  frame.dataset.key = mark.key;
  button.dataset.activity = mark.activity;
  button.dataset.key = mark.key;
  button.setAttribute('aria-label', mark.name);
  label.textContent = mark.label;
}

export interface PileWords {
  text: string;
  name: string;
  /** The stops of a CSS gradient with the colours of the pile's marks. Null if no value has a colour. */
  shares: string | null;
}

/** Draws a mark at its place. `pile` has the texts of the pile that the mark represents. Null for a single mark. */
export function drawMark(parts: MarkElement, placed: PlacedMark, pile: PileWords | null): void {
  const drawn = [...DRAWN_BY.map(key => placed[key]), pile?.text, pile?.name, pile?.shares].join('|');
  if (parts.drawn === drawn) return;
  parts.drawn = drawn;
  const { box, frame, button, mark } = parts;
  box.classList.toggle('is-opened', placed.isOpened);
  frame.toggleAttribute('data-opened', placed.isOpened);
  if (placed.isOpened) frame.style.setProperty('--above', `${rowCentre(placed.row) - 12}px`);
  write(button, 'aria-current', placed.isOpened ? 'true' : 'false');
  const drop = rowCentre(placed.labelRow) - rowCentre(placed.row);
  frame.style.top = `${rowCentre(placed.row) - 12}px`;
  write(frame, 'data-side', placed.side);
  frame.classList.toggle('mark-piled', pile !== null);
  button.toggleAttribute('data-pile', pile !== null);
  frame.toggleAttribute('data-below', drop > 0);
  frame.style.setProperty('--shift', `${placed.shift}px`);
  if (!isDot(mark.form)) frame.style.setProperty('--at', `${placed.leader}px`);
  write(button, 'aria-label', pile?.name ?? mark.name);
  if (pile && !parts.pile) {
    parts.pile = element('span', 'mark-pile');
    button.append(parts.pile);
  }
  if (parts.pile) parts.pile.textContent = pile?.text ?? '';
  parts.pile?.style.setProperty('--shares', pile?.shares ?? '');
  hangLabel(parts, placed.side, drop);
}

/** Places the label beside the mark, or `drop` pixels below with a leader. `none` hides the label. */
function hangLabel(parts: MarkElement, side: LabelSide, drop: number): void {
  const isHanging = drop > 0 && side !== 'none';
  if (isHanging && !parts.leader) {
    parts.leader = element('span', 'mark-leader');
    parts.frame.prepend(parts.leader);
  }
  if (parts.leader) {
    parts.leader.hidden = !isHanging;
    parts.leader.style.height = `${drop}px`;
  }
  parts.label.hidden = side === 'none';
  parts.label.style.setProperty('--drop', `${drop}px`);
}

/** Compares first, because writing to the page is slow. */
function write(element: HTMLElement, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
