import type { AxisQuery, Query } from '../../model/answer';
import type { MatrixFacets } from '../../model/matrix-facets';

/** How far one facet is unfolded in the matrix. */
export interface AxisState {
  opened: readonly string[];
  /** How often more lines were asked for. */
  more: number;
}

/** Facet id → how far it is unfolded, as rows or as columns. */
export type AxisStates = ReadonlyMap<string, AxisState>;

export type Side = 'rows' | 'columns';

const FIRST: Readonly<Record<Side, number>> = { rows: 18, columns: 10 };
const MORE: Readonly<Record<Side, number>> = { rows: 100, columns: 20 };

const FOLDED: AxisState = { opened: [], more: 0 };

export function axisState(states: AxisStates, facet: string): AxisState {
  return states.get(facet) ?? FOLDED;
}

/** How many lines the next "more" brings. */
export function moreLines(side: Side, held: number): number {
  return Math.min(MORE[side], held);
}

/** What the engine is asked for two facets that are unfolded so far. */
export function matrixQuery(facets: MatrixFacets | null, states: AxisStates): Query['matrix'] {
  if (!facets) return null;
  const axis = (side: Side): AxisQuery => {
    const { id } = facets[side];
    const { opened, more } = axisState(states, id);
    return { facet: id, opened, limit: FIRST[side] + more * MORE[side] };
  };
  return { rows: axis('rows'), columns: axis('columns') };
}
