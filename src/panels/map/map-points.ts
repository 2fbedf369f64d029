/** A position in the units of the outline. `colours` are indices of coloured values, undefined without colouring. */
export interface MapPoint {
  x: number;
  y: number;
  colours?: readonly number[];
}

/** One SVG path for all points that share the same `colours`. */
interface PointPath {
  key: string;
  d: string;
  colours: readonly number[] | null;
}

/**
 * Joins points to one path for each combination of colours, points without a colour first. Activities at the same place
 * make one point, which has the first two of their colours.
 */
export function pathsByColour(points: readonly MapPoint[]): PointPath[] {
  const places = new Map<string, Set<number>>();
  for (const { x, y, colours = [] } of points) {
    const d = `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
    const found = places.get(d) ?? new Set();
    for (const colour of colours) found.add(colour);
    places.set(d, found);
  }
  const isColoured = points.some(({ colours }) => colours !== undefined);
  const paths = new Map<string, PointPath>();
  for (const [d, found] of places) {
    const colours = [...found].sort((a, b) => a - b).slice(0, 2);
    const key = colours.join();
    const path = paths.get(key) ?? { key, d: '', colours: isColoured ? colours : null };
    path.d += d;
    paths.set(key, path);
  }
  return [...paths.values()].sort((a, b) => a.key.localeCompare(b.key));
}
