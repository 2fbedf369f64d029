const SIZES = ['offsetLeft', 'offsetTop', 'offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight'] as const;

/**
 * Elements that stay as large as they are, and where they are, for as long as they are held. Who asks an element for that
 * between two changes makes the browser lay everything out; held ones say what they said when they were taken.
 */
export class SteadySizes {
  private readonly held = new Set<HTMLElement>();

  /** Reads the sizes of all: at a time when everything is laid out. */
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
