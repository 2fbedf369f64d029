import type { FacetValue } from './dataset';
import type { FacetTree } from './facet-tree';

/** Returns a value and its ancestors, up to the top value. */
export function pathOf(tree: FacetTree, id: string): string[] {
  const path: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = tree.parentOf(at)) path.push(at);
  return path;
}

/** Returns a value and its descendants, parents first. */
export function descendantsOf(tree: FacetTree, id: string): string[] {
  return [id, ...inTreeOrder(tree, tree.childrenOf(id)).map(value => value.id)];
}

/** Returns siblings and their descendants in tree order. `sorted` orders the children of each value. */
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
