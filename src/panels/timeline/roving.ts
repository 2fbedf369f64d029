/** A mark as the keys walk it: its lane's place from the top, and where it is on the axis. */
export interface Walked {
  key: string;
  lane: number;
  x: number;
  isInView: boolean;
}

/**
 * The mark that a key leads to: left and right in time within the lane, up and down to the nearest of the next lane that
 * has any, Home and End to the lane's first and last in view. Null when the key leads nowhere.
 */
export function walk(marks: readonly Walked[], from: string, key: string): string | null {
  const here = marks.find(mark => mark.key === from);
  if (!here) return marks[0]?.key ?? null;
  const lane = marks.filter(mark => mark.lane === here.lane).sort((a, b) => a.x - b.x);
  const at = lane.indexOf(here);
  switch (key) {
    case 'ArrowLeft':
      return lane[at - 1]?.key ?? null;
    case 'ArrowRight':
      return lane[at + 1]?.key ?? null;
    case 'Home':
      return lane.find(mark => mark.isInView)?.key ?? null;
    case 'End':
      return lane.findLast(mark => mark.isInView)?.key ?? null;
    case 'ArrowUp':
    case 'ArrowDown':
      return nearestInNextLane(marks, here, key === 'ArrowUp' ? -1 : 1);
    default:
      return null;
  }
}

function nearestInNextLane(marks: readonly Walked[], here: Walked, direction: 1 | -1): string | null {
  const beyond = marks.filter(mark => (mark.lane - here.lane) * direction > 0);
  if (beyond.length === 0) return null;
  const next = Math.min(...beyond.map(mark => Math.abs(mark.lane - here.lane)));
  const lane = beyond.filter(mark => Math.abs(mark.lane - here.lane) === next);
  return lane.reduce((best, mark) => (Math.abs(mark.x - here.x) < Math.abs(best.x - here.x) ? mark : best)).key;
}
