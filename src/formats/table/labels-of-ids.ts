import { slugOf } from './slugs';

/** An id in a cell of ids, with the label at the same place in the cell of labels. */
export interface LabelledId {
  id: string;
  label: string;
  /** Whether the row also has a path that ends in the label, as in an export that nobody has edited. */
  hasPath: boolean;
  /** The number of rows with this id and label. */
  count: number;
}

/**
 * Returns the label of each id: the label whose slug is the id, otherwise the most frequent label. If every label of an
 * id belongs to other ids and no path ends in them, the id gets no label.
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

/** If the label chosen for an id is the only label of another id, chooses another label for the first id. */
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
