/** Returns `later`, with each member that has the same JSON in `earlier` taken from there. */
export function reuseUnchanged<Parts extends object>(earlier: Parts, later: Parts): Parts {
  const parts = { ...later };
  for (const key of Object.keys(later) as (keyof Parts)[]) {
    if (JSON.stringify(earlier[key]) === JSON.stringify(later[key])) parts[key] = earlier[key];
  }
  return parts;
}
