import { fold } from '../../lib/fold';
import type { Spellings } from '../../model/reading';

/** Returns a key that is equal for labels that differ only by case, spaces or accents. */
export function similarKey(label: string): string {
  return fold(label.normalize('NFKC')).replace(/\s+/g, '');
}

/** Returns the groups of labels that differ only by case, spaces or accents. The most frequent groups come first. */
export function similarValues(counts: ReadonlyMap<string, number>): Spellings[] {
  const groups = new Map<string, { label: string; count: number }[]>();
  for (const [label, count] of counts) {
    const key = similarKey(label);
    const group = groups.get(key);
    if (group) group.push({ label, count });
    else groups.set(key, [{ label, count }]);
  }
  const total = (group: Spellings) => group.reduce((sum, { count }) => sum + count, 0);
  return [...groups.values()]
    .filter(group => group.length > 1)
    .map(group => group.sort((a, b) => b.count - a.count))
    .sort((a, b) => total(b) - total(a));
}
