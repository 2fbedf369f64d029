import type { DaySpan } from '../lib/day';
import type { Folds } from '../model/folding';
import { windowOf } from '../model/query-of';
import type { OnChange, View } from '../model/view';
import { windowPatch } from '../model/window';
import { useShortcuts } from '../ui/use-shortcut';
import { panned } from '../views/timeline/moves';

interface Axis {
  bounds: DaySpan | null;
  folds: Folds;
}

/** Keys for the window, whatever panel shows it: a window earlier or later, and all of the record. */
export function useWindowKeys(view: View, { bounds, folds }: Axis, onChange: OnChange): void {
  const page = (share: number) => {
    const { from, to } = windowOf(view);
    if (!bounds || (from === null && to === null)) return;
    const window = { earliest: from ?? bounds.earliest, latest: to ?? bounds.latest };
    const { earliest, latest } = panned(window, { share, bounds, folds });
    onChange(windowPatch(earliest, latest), 'replace');
  };
  useShortcuts({
    '[': () => page(-1),
    ']': () => page(1),
    f: () => onChange({ from: null, to: null }, 'replace'),
  });
}
