/** Returns `later` with all members of unchanged JSON taken from `earlier`, so that they stay identical (`===`). */
export function reuseUnchanged<Parts extends object>(earlier: Parts, later: Parts): Parts {
  const parts = { ...later };
  for (const key of Object.keys(later) as (keyof Parts)[]) {
    if (JSON.stringify(earlier[key]) === JSON.stringify(later[key])) parts[key] = earlier[key];
  }
  return parts;
}
