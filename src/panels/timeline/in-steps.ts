/** Runs `first`, then each function that it returns in its own task after a frame. Returns a cancel function. */
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
