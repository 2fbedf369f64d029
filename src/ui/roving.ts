/** The key as it would be in a script that runs from left to right: elsewhere the left arrow leads on, the right one back. */
export function readingKey(key: string, element: Element): string {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return key;
  if (getComputedStyle(element).direction !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
}

/** Gives the focus to the first of some elements that takes it, as what isn't shown doesn't. Returns whether one did. */
export function focusFirst(elements: readonly HTMLElement[]): boolean {
  return elements.some(element => {
    element.focus();
    return document.activeElement === element;
  });
}
