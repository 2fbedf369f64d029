import type { Facet } from '../../model/dataset';
import { FacetGroup, type FacetWidget } from './FacetGroup';

/** The widgets other than checkboxes. The first widget whose `fits` accepts a facet shows the facet. */
const WIDGETS: readonly FacetWidget[] = [];

/** Returns the widget that shows a facet: checkboxes if no other widget fits. */
export function widgetFor(facet: Facet, widgets: readonly FacetWidget[] = WIDGETS): FacetWidget['Widget'] {
  return widgets.find(({ fits }) => fits(facet))?.Widget ?? FacetGroup;
}
