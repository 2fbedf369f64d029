import { focusFirst, readingKey } from '../../ui/roving';

/**
 * Moves the focus within a facet, which is one Tab stop. Up and Down move between lines, Home and End to the first and
 * last value. Right (Left in right-to-left text) expands a value or moves to its buttons. The opposite key collapses
 * the value or moves back. Returns whether the key was used.
 */
export function walkFacet(facet: HTMLElement, from: HTMLElement, key: string): boolean {
  const boxes = [...facet.querySelectorAll<HTMLElement>('[data-facet-box]')];
  const isBox = boxes.includes(from);
  switch (key) {
    case 'Home':
    case 'End':
      return isBox && focusFirst(key === 'Home' ? boxes : boxes.toReversed());
    case 'ArrowUp':
    case 'ArrowDown':
      return isWritten(from, 'select') ? false : step(facet, from, key === 'ArrowDown');
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (isWritten(from, 'input[type="search"]')) return false;
      return alongLine(from, readingKey(key, facet) === 'ArrowRight', isBox);
    }
    default:
      return false;
  }
}

const LINE = '[data-facet-line]';

function isWritten(element: HTMLElement, selector: string): boolean {
  return element.matches(selector);
}

/** Focuses the first control of the line above or below. Always returns true, because the key is used. */
function step(facet: HTMLElement, from: HTMLElement, isDown: boolean): boolean {
  const lines = [...facet.querySelectorAll<HTMLElement>('[data-facet-stop]')];
  const here = from.closest(LINE)?.querySelector<HTMLElement>('[data-facet-stop]') ?? from;
  const at = lines.indexOf(here);
  focusFirst(isDown ? lines.slice(at + 1) : lines.slice(0, Math.max(0, at)).toReversed());
  return true;
}

function alongLine(from: HTMLElement, isForward: boolean, isBox: boolean): boolean {
  const line = from.closest<HTMLElement>(LINE);
  if (!line) return false;
  const toggle = isBox ? line.querySelector<HTMLElement>('[data-facet-toggle]') : null;
  const isOpen = toggle?.getAttribute('aria-expanded') === 'true';
  if (toggle && isOpen !== isForward) {
    toggle.click();
    return true;
  }
  if (isBox && !isForward) return focusFirst(parentOf(line));
  const controls = [...line.querySelectorAll<HTMLElement>('[data-facet-stop], [data-facet-act]')];
  const at = controls.indexOf(from);
  focusFirst(isForward ? controls.slice(at + 1) : controls.slice(0, Math.max(0, at)).toReversed());
  return true;
}

/** Returns a list with the checkbox of the parent value, or an empty list for a top-level value. */
function parentOf(line: HTMLElement): HTMLElement[] {
  const depth = Number(line.dataset.facetDepth ?? 0);
  for (let above = line.previousElementSibling; above; above = above.previousElementSibling) {
    if (!(above instanceof HTMLElement) || Number(above.dataset.facetDepth) >= depth) continue;
    return [...above.querySelectorAll<HTMLElement>('[data-facet-box]')];
  }
  return [];
}
