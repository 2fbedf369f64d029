import { dateText } from '../../i18n/date-text';
import type { TextTools } from '../../i18n/text-tools';
import { type FedLane, type Feed, marksOf } from '../../layout/feed';
import { laneLabel, laneName, laneOptions } from '../../layout/lane-names';
import { laneSilence } from '../../layout/lane-silence';
import { ALL_LANE, laneIndex, lanesOf } from '../../layout/lanes';
import { markWords } from '../../layout/mark-words';
import type { Colouring } from '../../model/colour';
import { type DatasetHead, NONE } from '../../model/dataset';
import { laneValues } from '../../model/lanes';
import type { TimeAxis } from '../../model/time-axis';
import { shownWindow } from '../../model/window';
import type { PictureFacts } from './picture-facts';

/**
 * Returns the feed of a picture: lanes, marks, gaps and histograms. The timeline of the page draws feeds of the same
 * type.
 */
export function pictureFeed(
  facts: PictureFacts,
  { axis, colouring }: { axis: TimeAxis; colouring: Colouring | null },
  head: DatasetHead,
  tools: TextTools,
): Feed {
  const { replies, view } = facts;
  const facet = head.facets.find(({ id }) => id === facts.lanes) ?? null;
  const weights = facts.counts.find(count => count.facet === facet?.id)?.counts ?? [];
  const options = laneOptions(facet, view, weights, tools);
  const names = new Map(facet ? laneValues(facet, options).map(lane => [lane.id, laneName(lane, tools)]) : []);
  const nameOf = (lane: string) => names.get(lane) ?? (lane === NONE ? tools.t('facet.noneNamed') : '');
  const lanes = lanesOf(facet, options, { ...replies.counts, lanes: replies.lanes }).map(
    (lane): FedLane => ({
      id: lane.id,
      label: laneLabel(lane, tools),
      title: lane.title === null ? '' : tools.words(lane.title),
      count: facet ? tools.number(lane.count) : '',
      depth: lane.depth,
      isOpen: null,
      toggleName: '',
      silence: laneSilence(lane, tools),
      isUnmatched: lane.count === 0,
    }),
  );
  const dated = { ...tools, date: (edtf: string) => dateText(tools, edtf) };
  const density = replies.laneDensity.selection;
  return {
    lanes,
    marks: marksOf(replies.marks.marks, axis.bounds, laneIndex(facet, options), nameOf, row =>
      markWords(row, dated, colouring),
    ),
    gaps: axis.gapsLeft,
    folds: axis.folds,
    density: density && {
      edges: density.edges,
      lanes: new Map(density.lanes.map(({ lane, counts }) => [lane ?? ALL_LANE, counts])),
    },
    isColoured: colouring !== null,
    opened: null,
    window: shownWindow(view, axis.bounds),
    bounds: axis.bounds,
  };
}
