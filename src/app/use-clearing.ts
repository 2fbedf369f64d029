import { useState } from 'react';
import { NOTHING_CHOSEN, type View } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { useHandedFocus } from '../ui/use-handed-focus';
import { hrefOf } from '../url/use-view';
import { type Side, sidePatch } from './compared';

export interface Clearing {
  clear: () => void;
  /** Restores the filters. Null if there is nothing to restore. */
  undo: (() => void) | null;
  /** The ref for the undo button. When "Clear all" is pressed, the focus moves to the undo button. */
  undoRef: (button: HTMLButtonElement | null) => void;
}

/** Lets the reader clear the filters of one side, and undo the clearing until the next change of the view. */
export function useClearing(view: View, side: Side): Clearing {
  const { go } = useNavigation();
  const [before, setBefore] = useState<View | null>(null);
  const [undoRef, handToUndo] = useHandedFocus<HTMLButtonElement>();
  const now = hrefOf(view);
  const isCleared = before !== null && now === hrefOf({ ...before, ...sidePatch(before, side, NOTHING_CHOSEN) });
  if (before !== null && !isCleared && now !== hrefOf(before)) setBefore(null);
  return {
    clear: () => {
      handToUndo();
      setBefore(view);
      go(sidePatch(view, side, NOTHING_CHOSEN));
    },
    undo: isCleared ? () => go(before) : null,
    undoRef,
  };
}
