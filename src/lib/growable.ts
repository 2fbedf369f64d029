type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export interface Growable<T extends Numbers> {
  readonly length: number;
  push(value: number): void;
  append(values: ArrayLike<number>): void;
  /** Returns the values without copying them. The next `push` or `append` may make the returned array outdated. */
  view(): T;
}

export function growable<T extends Numbers>(make: (length: number) => T): Growable<T> {
  let array = make(64);
  let length = 0;
  function reserve(needed: number): void {
    if (needed <= array.length) return;
    const larger = make(Math.max(needed, array.length * 2));
    larger.set(array);
    array = larger;
  }
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === array.length) reserve(length + 1);
      array[length] = value;
      length += 1;
    },
    append(values) {
      reserve(length + values.length);
      array.set(values, length);
      length += values.length;
    },
    view: () => array.subarray(0, length) as T,
  };
}

/** Number lists stored one after another: list i is `values` from `offsets[i]` up to `offsets[i + 1]`. */
export interface Lists<T extends Numbers> {
  offsets: Uint32Array;
  values: T;
}

export function growableLists<T extends Numbers>(make: (length: number) => T) {
  const offsets = growable(length => new Uint32Array(length));
  const values = growable(make);
  offsets.push(0);
  return {
    push(list: ArrayLike<number>): void {
      values.append(list);
      offsets.push(values.length);
    },
    /** Adds a number to the list that the next `end` completes. */
    add(value: number): void {
      values.push(value);
    },
    end(): void {
      offsets.push(values.length);
    },
    view: (): Lists<T> => ({ offsets: offsets.view(), values: values.view() }),
  };
}
