/**
 * Returns positions for labels of `size` pixels so that none overlaps the next and each is as near as possible to its wanted
 * position, which is its middle. The sum of the squared distances is as small as it can be without moving a label above 0.
 * `wanted` is ascending, and so are the results, which are the labels' upper edges.
 */
export function pushApart(wanted: readonly number[], size: number): number[] {
  // Without their places in the row, labels that touch want the same position: the mean of what they want.
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
