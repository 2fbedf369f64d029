import type { DaySpan } from '../lib/day';
import type { Folds } from '../model/folding';
import type { View } from '../model/view';
import { clampWindow, shownWindow, windowPatch } from '../model/window';
import { useNavigation } from '../navigation/navigation';
import { panned } from '../panels/timeline/moves';
import { useShortcuts } from '../ui/use-shortcut';

interface Axis {
  bounds: DaySpan | null;
  folds: Folds;
}

/** Keys for the window, whatever panel shows it: a window earlier or later, and all of the record. */
export function useWindowKeys(view: View, { bounds, folds }: Axis): void {
  const { go } = useNavigation();
  const page = (share: number) => {
    if (!bounds || (view.from === null && view.to === null)) return;
    const { earliest, latest } = panned(shownWindow(view, bounds), { share, bounds, folds });
    const { from, to } = clampWindow(earliest, latest, bounds);
    go(windowPatch(from, to), 'replace');
  };
  useShortcuts({
    '[': () => page(-1),
    ']': () => page(1),
    f: () => go({ from: null, to: null }, 'replace'),
  });
}
