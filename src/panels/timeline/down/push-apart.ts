/**
 * Returns the upper edges of labels of `size` pixels, ascending, so that labels do not overlap. `wanted` has the wanted
 * middle of each label, ascending. The result minimises the sum of the squared distances from the wanted middles, but
 * no edge is below 0.
 */
export function pushApart(wanted: readonly number[], size: number): number[] {
  // Isotonic regression by pooling adjacent violators. Subtracting `i * size` from the position of label i gives
  // touching labels a common position: the mean of their wanted positions.
  const groups: { sum: number; count: number }[] = [];
  const meanOf = ({ sum, count }: { sum: number; count: number }) => Math.max(0, sum / count);
  wanted.forEach((middle, i) => {
    let group = { sum: middle - size / 2 - i * size, count: 1 };
    for (let before = groups.at(-1); before && meanOf(before) >= meanOf(group); before = groups.at(-1)) {
      groups.pop();
      group = { sum: before.sum + group.sum, count: before.count + group.count };
    }
    groups.push(group);
  });
  return groups
    .flatMap(group => Array.from({ length: group.count }, () => meanOf(group)))
    .map((at, i) => at + i * size);
}
