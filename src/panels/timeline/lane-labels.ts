import type { FedLane } from '../../layout/feed';
import type { LaneBand } from './density-canvas';

const PARTS = ['toggle', 'name', 'count', 'silence'] as const;

/** On a phone, a count with more characters than this is placed below the lane's name. */
const MAX_BESIDE = 5;

/** The labels beside the lanes: a button that opens the lane, the name, the count, and a note if the lane is empty. */
export class LaneLabels {
  private readonly elements = new Map<string, HTMLElement>();
  private toggled: HTMLElement | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly onToggle: (lane: string) => void,
  ) {}

  describe(lanes: readonly FedLane[]): void {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.matches('.lane-toggle')) this.toggled = activeElement;
    for (const lane of lanes) {
      const label = this.elements.get(lane.id) ?? createLabel(() => this.onToggle(lane.id));
      this.elements.set(lane.id, label);
      describeLabel(label, lane);
    }
    const { classList } = this.container;
    classList.toggle(
      'tree-lanes',
      lanes.some(lane => lane.isOpen !== null),
    );
    classList.toggle('one-lane', lanes.length === 1 && lanes[0]?.label === '');
  }

  /** Makes the labels as high as their lanes, and shows the notes of lanes without marks. */
  fit(lanes: readonly { id: string; isEmpty: boolean }[], heights: ReadonlyMap<string, number>): void {
    for (const { id, isEmpty } of lanes) {
      const label = this.elements.get(id);
      if (!label) continue;
      label.style.minHeight = `${heights.get(id)}px`;
      // `isEmpty` depends on the lane's marks, not on its count. The opened activity has a mark even if the filters
      // exclude it.
      label.classList.toggle('lane-empty', isEmpty);
    }
  }

  of(lane: string): HTMLElement | undefined {
    return this.elements.get(lane);
  }

  /** Returns the positions of the lanes in pixels below `height`, itself in pixels from the top of the screen. */
  bandsBelow(height: number): LaneBand[] {
    const standing = [...this.elements].filter(([, label]) => label.isConnected);
    return standing.map(([id, label]) => {
      const box = label.getBoundingClientRect();
      return { id, top: box.top - height, height: box.height };
    });
  }

  /** Restores the focus. When lanes change, vis-timeline removes and reinserts labels, which loses the focus. */
  returnFocus(): void {
    const { activeElement, body } = document;
    if (activeElement !== body && activeElement !== this.toggled) this.toggled = null;
    else if (activeElement === body) this.toggled?.focus({ preventScroll: true });
  }
}

function createLabel(onToggle: () => void): HTMLElement {
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

function describeLabel(label: HTMLElement, lane: FedLane): void {
  const [toggle, name, count, silence] = label.children;
  label.style.setProperty('--depth', String(lane.depth));
  label.toggleAttribute('data-deep', lane.depth > 0);
  label.toggleAttribute('data-wide', lane.count.length > MAX_BESIDE);
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
  if (silence) silence.textContent = lane.silence ?? '';
}
