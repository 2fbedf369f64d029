import type { View } from '../model/view';
import { clampWindow, shownWindow, wholeRecord, windowPatch } from '../model/window';
import { panned } from '../model/window-moves';
import { useNavigation } from '../navigation/navigation';
import { useShortcuts } from '../ui/use-shortcut';
import type { Shown } from './use-shown';

/**
 * Adds keyboard shortcuts to every panel: `[` and `]` move the window, `f` resets it to the whole dataset. Without a
 * window, the timeline itself handles `[` and `]`, because only the timeline knows the days that its axis shows.
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
