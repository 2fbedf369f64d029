/**
 * Returns `key`, but with the left and right arrow keys swapped in right-to-left text, so that `ArrowRight` always
 * means forward.
 */
export function readingKey(key: string, element: Element): string {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return key;
  if (getComputedStyle(element).direction !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
}

/**
 * Focuses the first element that accepts the focus; hidden elements don't. Returns whether there is such an element.
 */
export function focusFirst(elements: readonly HTMLElement[]): boolean {
  return elements.some(element => {
    element.focus();
    return document.activeElement === element;
  });
}
