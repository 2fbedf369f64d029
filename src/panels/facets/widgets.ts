import type { Facet } from '../../model/dataset';
import { FacetGroup, type FacetWidget } from './FacetGroup';

/** All widgets besides the check boxes. The first that fits a facet shows it. */
const WIDGETS: readonly FacetWidget[] = [];

/** Returns the first widget that fits, or check boxes if none does. */
export function widgetFor(facet: Facet, widgets: readonly FacetWidget[] = WIDGETS): FacetWidget['Widget'] {
  return widgets.find(({ fits }) => fits(facet))?.Widget ?? FacetGroup;
}
