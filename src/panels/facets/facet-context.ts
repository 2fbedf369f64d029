import { createContext } from 'react';
import { useRequired } from '../../ui/use-required';

interface FacetRowsShared {
  facet: string;
  /** The number of digits of the largest count, so that all counts get the same width. */
  digits: number;
  /** The count whose bar is as wide as the row. All other bars are drawn in proportion. */
  largest: number;
  /** The id of the gradient (`paint`) and the number of columns (`parts`). Null if there are no sparklines. */
  spark: { paint: string; parts: number } | null;
  /** Whether every row always shows its sparkline. If not, sparklines appear with the pointer or focus in the facet. */
  hasRoom: boolean;
  onExpand: (id: string, isExpanded: boolean) => void;
  onToggle: (id: string, hasShift: boolean) => void;
  onOnly: (id: string) => void;
  onExclude: (id: string) => void;
}

export const FacetRowsContext = createContext<FacetRowsShared | null>(null);

export function useFacetRows(): FacetRowsShared {
  return useRequired(FacetRowsContext);
}
