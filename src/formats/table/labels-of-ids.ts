import { slugOf } from './slugs';

/** An id in a cell of ids. The label is at the same place in the cell of labels. */
export interface LabelledId {
  id: string;
  label: string;
  /** Whether the row has a path that ends with the label. In an unedited export, it does. */
  hasPath: boolean;
  count: number;
}

/**
 * Returns the label of each id: the label whose slug is the id, otherwise the most frequent label. An id gets no label
 * if every label belongs to another id and no path ends with it.
 */
export function labelsOfIds(found: Iterable<LabelledId>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const withPath = new Set<string>();
  for (const { id, label, hasPath, count } of found) {
    if (hasPath) withPath.add(id);
    const labels = counts.get(id) ?? new Map<string, number>();
    counts.set(id, labels.set(label, (labels.get(label) ?? 0) + count));
  }
  const belongsToOther = (label: string, id: string) => {
    const slug = slugOf(label);
    return slug !== '' && !id.includes(slug) && (counts.get(slug)?.has(label) ?? false);
  };
  const chosen = new Map<string, string>();
  for (const [id, labels] of counts) {
    const own = [...labels].filter(([label]) => !belongsToOther(label, id));
    const candidates = own.length === 0 && withPath.has(id) ? [...labels] : own;
    const best = candidates.sort(([, a], [, b]) => b - a);
    const label = (best.find(([label]) => slugOf(label) === id) ?? best[0])?.[0];
    if (label !== undefined) chosen.set(id, label);
  }
  return withoutForeign(chosen, counts);
}

/** Chooses another label for an id if its label is the only label of another id. */
function withoutForeign(
  chosen: Map<string, string>,
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, string> {
  const unanimous = new Map<string, string>();
  for (const [id, labels] of counts) if (labels.size === 1) unanimous.set(chosen.get(id) ?? '', id);
  for (const [id, labels] of counts) {
    const label = chosen.get(id);
    if (labels.size === 1 || label === undefined || slugOf(label) === id || !unanimous.has(label)) continue;
    const other = [...labels].sort(([, a], [, b]) => b - a).find(([candidate]) => !unanimous.has(candidate));
    if (other) chosen.set(id, other[0]);
  }
  return chosen;
}
