import type { FedLane } from './feed';

const PARTS = ['toggle', 'name', 'count', 'silence'] as const;

/** The element beside a lane: what opens it, its name and number, and what an empty one says. */
export function createLaneLabel(onToggle: () => void): HTMLElement {
  const label = document.createElement('div');
  label.className = 'lane-label';
  for (const part of PARTS) {
    const element = document.createElement(part === 'toggle' ? 'button' : 'span');
    element.className = `lane-${part}`;
    label.append(element);
  }
  label.querySelector('button')?.addEventListener('click', onToggle);
  return label;
}

export function describeLane(label: HTMLElement, lane: FedLane): void {
  const [toggle, name, count, silence] = label.children;
  label.style.setProperty('--depth', String(lane.depth));
  label.toggleAttribute('data-deep', lane.depth > 0);
  if (toggle instanceof HTMLButtonElement) {
    toggle.type = 'button';
    toggle.disabled = lane.isOpen === null;
    toggle.ariaExpanded = String(lane.isOpen === true);
    toggle.ariaLabel = lane.toggleName;
  }
  if (name instanceof HTMLElement) {
    name.textContent = lane.label;
    name.title = lane.title;
  }
  if (count) count.textContent = lane.count;
  if (silence) silence.textContent = lane.silence;
}
