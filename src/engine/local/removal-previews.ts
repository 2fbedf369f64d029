import { getOwn } from '../../lib/get-own';
import type { Constraint, RemovalPreview } from '../../model/answer';
import { choiceWithout, constraintsOf } from '../../model/constraints';
import type { Selection } from '../../model/selection';
import type { Index } from './build-index';
import { filterSetsOf, intersectAll } from './filter-sets';
import { filterStateOf } from './reply-cache';

/** The maximum number of chosen values with a preview of their removal, because a link can contain thousands. */
const MAX_PREVIEWED = 50;

/** For each constraint, counts the activities that would be selected without the constraint. */
export function removalPreviewsOf(index: Index, selection: Selection): RemovalPreview[] {
  return previewedConstraints(selection).map(constraint => {
    const filterSets = filterSetsOf(index, filterStateOf(index), withoutConstraint(selection, constraint));
    intersectAll(index, index.scratch.work, filterSets);
    return { constraint, total: index.kernel.count(index.scratch.work) };
  });
}

/** Returns the constraints for which previews are made: the text, the window, and the first `MAX_PREVIEWED` values. */
export function previewedConstraints(selection: Selection): Constraint[] {
  const hasWindow = selection.from !== null || selection.to !== null;
  const values = constraintsOf(selection.facets, '', false).slice(0, MAX_PREVIEWED);
  return [...values, ...constraintsOf({}, selection.text, hasWindow)];
}

export function withoutConstraint(selection: Selection, constraint: Constraint): Selection {
  switch (constraint.kind) {
    case 'text':
      return { ...selection, text: '' };
    case 'window':
      return { ...selection, from: null, to: null };
    case 'value': {
      const choice = getOwn(selection.facets, constraint.facet);
      if (!choice) return selection;
      const left = choiceWithout(choice, constraint.value, constraint.excluded);
      return { ...selection, facets: { ...selection.facets, [constraint.facet]: left } };
    }
  }
}
