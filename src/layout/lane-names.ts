import type { TextTools } from '../i18n/text-tools';
import { type Facet, type FacetValue, NONE } from '../model/dataset';
import { countOf, facetTree } from '../model/facet-tree';
import type { LaneOptions, OthersLane, ValueLane } from '../model/lanes';
import type { View } from '../model/view';
import type { Lane } from './lanes';

export function laneName(lane: ValueLane | OthersLane, tools: TextTools): string {
  return lane.kind === 'value' ? tools.words(lane.value.label) : othersLabel(lane.values.length, tools);
}

function othersLabel(n: number, { t }: TextTools): string {
  return t('timeline.otherValues', { n });
}

/** Returns the visible label of a lane, or '' for the lane of all activities. */
export function laneLabel({ id, label, others }: Lane, tools: TextTools): string {
  if (others > 0) return othersLabel(others, tools);
  if (id === NONE) return tools.t('facet.noneNamed');
  return label === null ? '' : tools.words(label);
}

/**
 * Returns which lanes of a view are open, and their order. `weights` are the numbers of activities of the facet's
 * values in the whole dataset.
 */
export function laneOptions(
  lanes: Facet | null,
  { openLanes, laneSort }: Pick<View, 'openLanes' | 'laneSort'>,
  weights: readonly number[],
  tools: TextTools,
): LaneOptions {
  const weightOf = ({ id }: FacetValue) => (lanes ? countOf(facetTree(lanes), weights, id) : 0);
  const compare: LaneOptions['compare'] = (a, b) => {
    if (laneSort === 'count') return weightOf(b) - weightOf(a);
    return laneSort === 'name' ? tools.words(a.label).localeCompare(tools.words(b.label), tools.language) : 0;
  };
  return { open: openLanes, weights, compare };
}
