import { isDot, isSameMark, type MarkModel } from './feed';
import type { LabelSide, PlacedMark } from './layout';

const FIRST_ROW = 16;
const ROW_HEIGHT = 18;
/** Rows hang a little lower than their height says, so that the first row has air. */
const ROW_DROP = 3;

/** Where the middle of a row is, from the top of its lane. */
export function rowCentre(row: number): number {
  return row === 0 ? FIRST_ROW : FIRST_ROW + ROW_DROP + row * ROW_HEIGHT;
}

export function laneHeight(rows: number): number {
  return rows <= 1 ? 32 : rowCentre(rows - 1) + 13;
}

export interface MarkElement {
  /** The timeline moves this element, which is as wide as the mark's days. */
  box: HTMLElement;
  /** Holds everything of the mark; only the button and the label take the pointer. */
  frame: HTMLElement;
  button: HTMLButtonElement;
  /** For the eye: the button's name says more than it. */
  label: HTMLElement;
  /** Where its label hangs below it, and where it stands for others: null until it has. */
  leader: HTMLElement | null;
  pile: HTMLElement | null;
  /** What it says and how it stands at present. */
  mark: MarkModel;
  standing: Standing | null;
}

/** The elements of a mark: a real button on its shape, and its label. A leader or a pile comes when it first stands so. */
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
  if (mark.shape.form === 'between') frame.append(element('span', 'mark-span'));
  frame.append(button, label);
  box.append(frame);
  const made = { box, frame, button, label, leader: null, pile: null, mark, standing: null };
  writeMark(made);
  return made;
}

export function describeMark(parts: MarkElement, mark: MarkModel): void {
  const isSame = isSameMark(parts.mark, mark);
  parts.mark = mark;
  if (isSame) return;
  parts.standing = null;
  writeMark(parts);
}

function writeMark({ frame, button, label, mark }: MarkElement): void {
  const { form, isDoubtful, openStart, openEnd } = mark.shape;
  const traits = [
    mark.isShared && 'shared',
    isDoubtful && 'doubtful',
    openStart && 'open-start',
    openEnd && 'open-end',
  ].filter(Boolean);
  frame.className = ['mark', `mark-${form}`, ...traits.map(trait => `mark-${trait}`)].join(' ');
  frame.dataset.key = mark.key;
  button.dataset.activity = mark.activity;
  button.dataset.key = mark.key;
  button.setAttribute('aria-label', mark.name);
  frame.title = mark.name;
  label.textContent = mark.label;
}

/**
 * How a mark stands after the layout. `shift`: a pile's middle, from the middle of the mark that carries it. `anchor`:
 * where the leader begins, from the start of the shape.
 */
export interface Standing {
  placed: PlacedMark | null;
  shift: number;
  anchor: number;
  isOpened: boolean;
  pileText: string;
  pileName: string;
}

function isSameStanding({ placed: a, ...one }: Standing, { placed: b, ...other }: Standing): boolean {
  const keys = ['shift', 'anchor', 'isOpened', 'pileText', 'pileName'] as const;
  if (keys.some(key => one[key] !== other[key])) return false;
  if (a === null || b === null) return a === b;
  return a.row === b.row && a.labelRow === b.labelRow && a.side === b.side && (a.pile === null) === (b.pile === null);
}

/** Puts a mark where the layout wants it; a mark that stands in another one's pile is hidden. */
export function standMark(parts: MarkElement, standing: Standing): void {
  const isSame = parts.standing !== null && isSameStanding(parts.standing, standing);
  parts.standing = standing;
  if (isSame) return;
  const { frame, button, mark } = parts;
  const { placed, isOpened } = standing;
  frame.hidden = placed === null;
  frame.toggleAttribute('data-opened', isOpened);
  button.setAttribute('aria-current', isOpened ? 'true' : 'false');
  if (!placed) return;
  const isPile = placed.pile !== null;
  const drop = rowCentre(placed.labelRow) - rowCentre(placed.row);
  frame.style.top = `${rowCentre(placed.row) - 12}px`;
  frame.dataset.side = placed.side;
  frame.classList.toggle('mark-piled', isPile);
  button.toggleAttribute('data-pile', isPile);
  frame.toggleAttribute('data-below', drop > 0);
  frame.style.setProperty('--shift', `${standing.shift}px`);
  if (!isDot(mark.shape)) frame.style.setProperty('--at', `${standing.anchor}px`);
  button.setAttribute('aria-label', isPile ? standing.pileName : mark.name);
  frame.title = isPile ? standing.pileName : mark.name;
  if (isPile && !parts.pile) {
    parts.pile = element('span', 'mark-pile');
    button.append(parts.pile);
  }
  if (parts.pile) parts.pile.textContent = standing.pileText;
  hangLabel(parts, placed.side, drop);
}

/** Puts the label beside the mark, or below it on a leader, `drop` pixels long; a mark of no side goes unnamed. */
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

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
