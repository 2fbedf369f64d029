/** Takes a step, and then each that it names, in a task of its own after a frame. Returns what cancels those to come. */
export function inSteps(first: () => (() => void)[]): () => void {
  let frame = 0;
  let timer = 0;
  const take = (steps: readonly (() => void)[]) => {
    const [next, ...others] = steps;
    if (!next) return;
    frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => {
        next();
        take(others);
      });
    });
  };
  timer = window.setTimeout(() => take(first()));
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
