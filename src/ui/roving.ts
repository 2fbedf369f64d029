/** Swaps the left and right arrow keys in right-to-left text, so that `ArrowRight` always means forward. */
export function readingKey(key: string, element: Element): string {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return key;
  if (getComputedStyle(element).direction !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
}

/** Focuses the first element that is not hidden. Returns whether there is one. */
export function focusFirst(elements: readonly HTMLElement[]): boolean {
  return elements.some(element => {
    element.focus();
    return document.activeElement === element;
  });
}
