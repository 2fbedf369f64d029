/**
 * Creates a cache from texts to values that keeps between `size` and twice as many of the values that were set last. It
 * never drops all of them at once.
 */
export function createRecentCache<T>(size: number) {
  let recent = new Map<string, T>();
  let earlier = recent;
  return {
    get: (text: string): T | undefined => recent.get(text) ?? earlier.get(text),
    set(text: string, value: T): void {
      if (recent.size >= size) {
        earlier = recent;
        recent = new Map();
      }
      recent.set(text, value);
    },
  };
}
