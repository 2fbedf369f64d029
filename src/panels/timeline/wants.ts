import type { Day, DaySpan } from '../../lib/day';
import type { Facet } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import { laneFacet } from '../../model/lanes';
import { markLimit } from '../../model/record-size';
import { windowOf } from '../../model/selection-of';
import type { View } from '../../model/view';
import type { LaneBins, LanesWant, PanelState, Wants } from '../../model/wants';

const LANE_BINS = 900;

export function timelineWants(view: View, { open: { head, extent, total } }: PanelState): Wants {
  const { from, to } = windowOf(view);
  const facet = view.compare === null ? laneFacet(head, view.lanes) : null;
  const lanes = facet && { facet: facet.id, open: openLanes(view, facet) };
  const limit = markLimit(total);
  const bins = laneBinsOf(from, to, extent);
  return {
    marks: { limit, margin: marginOf(from, to, extent), lanes },
    ...(lanes && { lanes }),
    ...(bins && { laneDensity: { lanes, bins, above: limit } }),
  };
}

function openLanes(view: View, facet: Facet): LanesWant['open'] {
  return view.openLanes.filter(id => facetTree(facet).childrenOf(id).length > 0);
}

/**
 * Returns the bins of the lanes' density. They cover the window and, if the view names a window, as much time again
 * before and after the window. Null if no activity has a date.
 */
function laneBinsOf(from: Day | null, to: Day | null, extent: DaySpan | null): LaneBins | null {
  if (!extent) return null;
  const margin = marginOf(from, to, extent);
  const { earliest, latest } = windowWithin(from, to, extent);
  const [start, end] = [earliest - margin, latest + 1 + margin];
  return { start, end, count: Math.min(LANE_BINS, end - start) };
}

function marginOf(from: Day | null, to: Day | null, extent: DaySpan | null): number {
  if (!extent || (from === null && to === null)) return 0;
  const { earliest, latest } = windowWithin(from, to, extent);
  return latest - earliest + 1;
}

/** Returns the window cut to the dataset's extent. An open side ends where the extent ends. */
function windowWithin(from: Day | null, to: Day | null, { earliest, latest }: DaySpan): DaySpan {
  const within = (day: Day) => Math.min(Math.max(day, earliest), latest);
  return { earliest: within(from ?? earliest), latest: within(to ?? latest) };
}
