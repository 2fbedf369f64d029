const SIZES = ['offsetLeft', 'offsetTop', 'offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight'] as const;

/**
 * Elements that are as large, and stand where they stand, for as long as they are held. Who asks them for that between two
 * changes of something else makes the browser lay everything out; held ones say what they said the first time.
 */
export class SteadySizes {
  private readonly held = new Set<HTMLElement>();

  hold(elements: Iterable<HTMLElement>): void {
    for (const element of elements) {
      if (this.held.has(element)) continue;
      this.held.add(element);
      for (const size of SIZES) {
        let known: number | null = null;
        Object.defineProperty(element, size, {
          configurable: true,
          get: () => {
            known ??= Number(Reflect.get(HTMLElement.prototype, size, element));
            return known;
          },
        });
      }
    }
  }

  release(): void {
    for (const element of this.held) for (const size of SIZES) Reflect.deleteProperty(element, size);
    this.held.clear();
  }
}
