/**
 * Returns a copy of `later`. Takes members whose JSON is the same in both objects from `earlier`, so that unchanged
 * members stay identical (`===`).
 */
export function reuseUnchanged<Parts extends object>(earlier: Parts, later: Parts): Parts {
  const parts = { ...later };
  for (const key of Object.keys(later) as (keyof Parts)[]) {
    if (JSON.stringify(earlier[key]) === JSON.stringify(later[key])) parts[key] = earlier[key];
  }
  return parts;
}
