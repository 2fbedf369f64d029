import type { View } from '../model/view';
import { clampWindow, shownWindow, wholeRecord, windowPatch } from '../model/window';
import { panned } from '../model/window-moves';
import { useNavigation } from '../navigation/navigation';
import { useShortcuts } from '../ui/use-shortcut';
import type { Shown } from './use-shown';

/**
 * Keyboard shortcuts that move the window earlier or later or reset it to the whole dataset, in every panel. Without a
 * window, only the timeline handles the keys that move it, because only the timeline knows which days its axis shows.
 */
export function useWindowKeys(view: View, { axis, isSubject }: Pick<Shown, 'axis' | 'isSubject'>): void {
  const { go } = useNavigation();
  const page = (share: number) => {
    if (!axis) return;
    const { earliest, latest } = panned(shownWindow(view, axis.bounds), { share, ...axis });
    const { from, to } = clampWindow(earliest, latest, axis.bounds);
    go(windowPatch(from, to), 'replace');
  };
  useShortcuts({
    ...((view.from !== null || view.to !== null) && { '[': () => page(-1), ']': () => page(1) }),
    f: () => go(wholeRecord(view, isSubject), 'replace'),
  });
}
