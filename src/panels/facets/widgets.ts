import type { ComponentType } from 'react';
import type { Facet } from '../../model/dataset';
import { FacetGroup, type FacetWidgetProps } from './FacetGroup';

/** A way to show the values of a facet and to choose among them. */
export interface FacetWidget {
  /** Decides by the facet's data. A widget never knows the facets of a dataset by their ids. */
  fits: (facet: Facet) => boolean;
  Widget: ComponentType<FacetWidgetProps>;
}

/** All widgets besides the check boxes. The first that fits a facet shows it. */
const WIDGETS: readonly FacetWidget[] = [];

/** Returns the first widget that fits, or check boxes if none does. */
export function widgetFor(facet: Facet, widgets: readonly FacetWidget[] = WIDGETS): FacetWidget['Widget'] {
  return widgets.find(({ fits }) => fits(facet))?.Widget ?? FacetGroup;
}
