type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** A typed array that grows at its end. */
export interface Growable<T extends Numbers> {
  readonly length: number;
  push(value: number): void;
  append(values: T): void;
  /** What is in it, without a copy; good until it grows again. */
  view(): T;
}

export function growable<T extends Numbers>(make: (length: number) => T): Growable<T> {
  let array = make(1024);
  let length = 0;
  function reserve(more: number): void {
    if (length + more <= array.length) return;
    const larger = make(Math.max(length + more, array.length * 2));
    larger.set(array);
    array = larger;
  }
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === array.length) reserve(1);
      array[length] = value;
      length += 1;
    },
    append(values) {
      reserve(values.length);
      array.set(values, length);
      length += values.length;
    },
    view: () => array.subarray(0, length) as T,
  };
}
