import { type KeyboardEvent, useRef } from 'react';
import { toggled } from '../../model/choosing';
import type { FacetChoice } from '../../model/view';
import { between, rangeToggled } from './choices';

/** Ticks one checkbox of a list at a time or, with Shift, all checkboxes between it and the one ticked last. */
export function useRange(choice: FacetChoice, ids: readonly string[], onChoose: (choice: FacetChoice) => void) {
  const last = useRef<string | null>(null);
  // Whether Shift was held when the space bar was pressed. Browsers set `shiftKey` differently for the click that follows.
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
