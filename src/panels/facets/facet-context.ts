import { createContext } from 'react';
import { useRequired } from '../../ui/use-required';

/** What all rows of a facet have in common. */
interface FacetRowsShared {
  facet: string;
  /** How many digits a count may have, so that nothing moves when one changes. */
  digits: number;
  /** The count whose bar is as wide as the row. */
  largest: number;
  /** How the sparklines are painted, and of how many parts they are; null where none is drawn. */
  spark: { paint: string; parts: number } | null;
  onExpand: (id: string, isExpanded: boolean) => void;
  onToggle: (id: string, hasShift: boolean) => void;
  onOnly: (id: string) => void;
  onExclude: (id: string) => void;
}

export const FacetRowsContext = createContext<FacetRowsShared | null>(null);

export function useFacetRows(): FacetRowsShared {
  return useRequired(FacetRowsContext);
}
