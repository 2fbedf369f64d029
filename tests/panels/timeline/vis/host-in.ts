import { vi } from 'vitest';
import { createTimelineHost } from '../../../../src/panels/timeline/vis/timeline-host';

function named(kind: 'mark' | 'lane', id: string): HTMLElement {
  const element = document.createElement('span');
  element.dataset[kind] = id;
  return element;
}

/** A timeline whose marks and lanes are empty elements with their key or id as a data attribute. */
export function hostIn(page: HTMLElement) {
  const container = page.appendChild(document.createElement('div'));
  const drawn = vi.fn();
  const host = createTimelineHost(container, {
    markElement: key => named('mark', key),
    laneLabel: lane => named('lane', lane),
    axisLabels: ({ start, xOf }) => {
      const tick = { day: start, x: xOf(start) + 1, label: 'a day' };
      return { minor: [tick], major: [tick] };
    },
    onDrawn: drawn,
    onMove: () => {},
    onGestureEnd: () => {},
  });
  return { host, container, drawn };
}
