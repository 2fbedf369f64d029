export type Print = (line: string) => void;

const STEP = 100_000;

/** The count with some more; each time it passes a hundred thousand, that is told. */
export function tellCount(count: number, more: number, tell: Print): number {
  const sum = count + more;
  if (Math.floor(sum / STEP) > Math.floor(count / STEP)) tell(`${sum.toLocaleString('en')} activities`);
  return sum;
}

export function* withProgress<T>(items: Iterable<T>, tell: Print): Generator<T> {
  let count = 0;
  for (const item of items) {
    yield item;
    count = tellCount(count, 1, tell);
  }
}

/** Progress goes to the error stream, so that the output stays what it is. */
export function tellOnStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
