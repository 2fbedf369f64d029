import { type KeyboardEvent, useRef } from 'react';
import { toggled } from '../../model/choosing';
import type { FacetChoice } from '../../model/view';
import { between, rangeToggled } from './choices';

/**
 * Returns event handlers for the checkboxes of a list. A click toggles one checkbox. A click with Shift also gives the
 * new state to all checkboxes between this checkbox and the previously toggled one.
 */
export function useRange(choice: FacetChoice, ids: readonly string[], onChoose: (choice: FacetChoice) => void) {
  const last = useRef<string | null>(null);
  // True if Shift was held when the space bar was pressed. Browsers disagree on `shiftKey` in the click event that
  // follows the key press.
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
