const SIZES = ['offsetLeft', 'offsetTop', 'offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight'] as const;

/**
 * Makes elements report the size and position that they had when `hold` was called. vis-timeline alternates between
 * reading sizes and changing the page, and each such read would make the browser lay out the page.
 */
export class SteadySizes {
  private readonly held = new Set<HTMLElement>();

  /** Fixes the sizes that the elements report until `release` is called. Call this when the page is laid out. */
  hold(elements: Iterable<HTMLElement>): void {
    for (const element of elements) {
      const known = SIZES.map(size => element[size]);
      SIZES.forEach((size, i) => {
        Object.defineProperty(element, size, { configurable: true, value: known[i] });
      });
      this.held.add(element);
    }
  }

  release(): void {
    for (const element of this.held) for (const size of SIZES) Reflect.deleteProperty(element, size);
    this.held.clear();
  }
}
