import { type KeyboardEvent, useRef } from 'react';
import { toggled } from '../../model/choosing';
import type { FacetChoice } from '../../model/view';
import { between, rangeToggled } from './choices';

/** Ticks checkboxes of a list one by one or, with Shift, all from the last one ticked. */
export function useRange(choice: FacetChoice, ids: readonly string[], onChoose: (choice: FacetChoice) => void) {
  const last = useRef<string | null>(null);
  // Browsers disagree on `shiftKey` of a click made by the space bar, so the key event tells.
  const isShiftSpace = useRef(false);
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === ' ') isShiftSpace.current = event.shiftKey;
    },
    onToggle: (id: string, hasShift: boolean) => {
      const range = hasShift || isShiftSpace.current ? between(ids, last.current ?? id, id) : null;
      isShiftSpace.current = false;
      last.current = id;
      onChoose(
        range && range.length > 1 ? rangeToggled(choice, range, !choice.include.includes(id)) : toggled(choice, id),
      );
    },
  };
}
