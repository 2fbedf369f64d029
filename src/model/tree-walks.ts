import type { FacetValue } from './dataset';
import type { FacetTree } from './facet-tree';

/** A value and those above it, from the value to its top. */
export function pathOf(tree: FacetTree, id: string): string[] {
  const path: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = tree.parentOf(at)) path.push(at);
  return path;
}

/** A value and all values below it, each before those below it. */
export function descendantsOf(tree: FacetTree, id: string): string[] {
  return [id, ...inTreeOrder(tree, tree.childrenOf(id)).map(value => value.id)];
}

/**
 * Some siblings and all values below them, each followed by those below it. The values right below the same one stand in
 * the order that `sorted` gives them.
 */
export function inTreeOrder(
  tree: FacetTree,
  siblings: readonly FacetValue[] = tree.tops,
  sorted: (siblings: readonly FacetValue[]) => readonly FacetValue[] = given => given,
): FacetValue[] {
  const ordered: FacetValue[] = [];
  const waiting = sorted(siblings).toReversed();
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    ordered.push(value);
    for (const child of sorted(tree.childrenOf(value.id)).toReversed()) waiting.push(child);
  }
  return ordered;
}
