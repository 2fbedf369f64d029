/** The later of two plain objects, with every part that says the same as in the earlier one taken from that. */
export function reuseUnchanged<Parts extends object>(earlier: Parts, later: Parts): Parts {
  const parts = { ...later };
  for (const key of Object.keys(later) as (keyof Parts)[]) {
    if (JSON.stringify(earlier[key]) === JSON.stringify(later[key])) parts[key] = earlier[key];
  }
  return parts;
}
