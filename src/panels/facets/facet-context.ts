import { createContext } from 'react';
import { useRequired } from '../../ui/use-required';

interface FacetRowsShared {
  facet: string;
  /**
   * The number of digits of the largest count. All counts get this width, so that nothing moves when a count changes.
   */
  digits: number;
  /** The count whose bar is as wide as the row. All other bars are drawn in proportion. */
  largest: number;
  /**
   * `paint` is the id of the gradient that fills the sparklines, and `parts` their number of columns. Null if there are
   * no sparklines.
   */
  spark: { paint: string; parts: number } | null;
  /**
   * Whether every row has room for its sparkline and always shows it. If not, sparklines are visible only while the
   * pointer or the focus is in the facet.
   */
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
