import type { FedMark } from './feed';
import type { PlacedMark } from './layout';

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

interface MarkElement {
  content: HTMLElement;
  button: HTMLButtonElement;
  label: HTMLElement;
  leader: HTMLElement;
  pile: HTMLElement;
}

/** The elements of a mark: a real button with its shape, its label and the leader between them. Text only. */
export function createMarkElement(mark: FedMark): MarkElement {
  const content = element('div', 'mark-box');
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  const leader = element('span', 'mark-leader');
  const label = element('span', 'mark-label');
  const pile = element('span', 'mark-pile');
  if (mark.shape.form === 'between') button.append(element('span', 'mark-span'));
  button.append(leader, element('span', 'mark-shape'), label, pile);
  content.append(button);
  const made = { content, button, label, leader, pile };
  describeMark(made, mark);
  return made;
}

export function describeMark({ button, label }: MarkElement, mark: FedMark): void {
  const { form, isDoubtful, openStart, openEnd } = mark.shape;
  const traits = [isDoubtful && 'doubtful', openStart && 'open-start', openEnd && 'open-end'].filter(Boolean);
  button.className = ['mark', `mark-${form}`, ...traits.map(trait => `mark-${trait}`)].join(' ');
  button.dataset.activity = mark.activity;
  button.dataset.key = mark.key;
  button.setAttribute('aria-label', mark.name);
  button.title = mark.name;
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

/** Puts a mark where the layout wants it; a mark that stands in another one's pile is hidden. */
export function standMark(parts: MarkElement, mark: FedMark, standing: Standing): void {
  const { button, label, leader, pile } = parts;
  const { placed, isOpened } = standing;
  button.hidden = placed === null;
  button.setAttribute('aria-current', isOpened ? 'true' : 'false');
  if (!placed) return;
  const isPile = placed.pile !== null;
  const drop = rowCentre(placed.labelRow) - rowCentre(placed.row);
  button.style.top = `${rowCentre(placed.row) - 12}px`;
  button.dataset.side = placed.side;
  button.toggleAttribute('data-pile', isPile);
  button.style.setProperty('--shift', `${standing.shift}px`);
  if (mark.shape.form !== 'day') button.style.setProperty('--at', `${standing.anchor}px`);
  pile.textContent = standing.pileText;
  button.setAttribute('aria-label', isPile ? standing.pileName : mark.name);
  button.title = isPile ? standing.pileName : mark.name;
  leader.hidden = drop === 0 || placed.side === 'none';
  leader.style.height = `${drop}px`;
  label.hidden = placed.side === 'none';
  label.style.setProperty('--drop', `${drop}px`);
  button.toggleAttribute('data-below', drop > 0);
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

export type { MarkElement };
