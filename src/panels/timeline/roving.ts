import type { PlacedMark } from '../../layout/lane-marks';

/** The part of a placed mark that keyboard navigation needs. */
export type Walked = Pick<PlacedMark, 'key' | 'lane' | 'x' | 'isInView'>;

/**
 * Returns the key (`mark.key`) of the mark to which a pressed keyboard key moves the focus. Null if there is no such
 * mark. Left and Right stay in the lane. Up and Down go to the nearest mark of the next lane that has marks. Home and
 * End go to the first and last visible mark of the lane.
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
