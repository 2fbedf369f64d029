import type { Facet } from '../../model/dataset';
import { FacetGroup, type FacetWidget } from './FacetGroup';

/** The widgets other than check boxes. A facet is shown by the first widget whose `fits` accepts the facet. */
const WIDGETS: readonly FacetWidget[] = [];

/** Returns the first widget that fits a facet; check boxes if none fits. */
export function widgetFor(facet: Facet, widgets: readonly FacetWidget[] = WIDGETS): FacetWidget['Widget'] {
  return widgets.find(({ fits }) => fits(facet))?.Widget ?? FacetGroup;
}
