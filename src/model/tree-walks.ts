import type { FacetValue } from './dataset';
import type { FacetTree } from './facet-tree';

/** Returns the ids of a value and of its ancestors, up to the top value. */
export function pathOf(tree: FacetTree, id: string): string[] {
  const path: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = tree.parentOf(at)) path.push(at);
  return path;
}

/** Returns the ids of a value and of its descendants. Parents come before children. */
export function descendantsOf(tree: FacetTree, id: string): string[] {
  return [id, ...inTreeOrder(tree, tree.childrenOf(id)).map(value => value.id)];
}

/** Returns sibling values, each followed by its descendants. `sorted` sorts the siblings of each level. */
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
