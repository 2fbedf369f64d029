import { useMemo } from 'react';
import type { TextTools } from '../../i18n/text-tools';
import type { DateTools } from '../../i18n/use-dates';
import { type Feed, marksOf } from '../../layout/feed';
import { laneLabel, laneName, laneOptions } from '../../layout/lane-names';
import { laneSilence } from '../../layout/lane-silence';
import { ALL_LANE, laneIndex, lanesOf } from '../../layout/lanes';
import { markWords } from '../../layout/mark-words';
import type { DaySpan } from '../../lib/day';
import { isUndated } from '../../lib/undated';
import type { ActivityRow, OpenDataset } from '../../model/answer';
import { type Facet, NONE } from '../../model/dataset';
import { type LaneOptions, laneValues } from '../../model/lanes';
import type { TimeAxis } from '../../model/time-axis';
import type { View } from '../../model/view';
import type { Replies } from '../../model/wants';
import { useColouring } from '../colouring';
import { compareFeed } from './compare-feed';

/** `compared` and the replies about lanes exist only if the page asked for them. */
type TimelineReplies = Pick<Replies, 'counts' | 'marks'> &
  Partial<Pick<Replies, 'compared' | 'lanes' | 'laneDensity' | 'colourCounts'>>;

export interface Shown {
  replies: TimelineReplies;
  /** Null if none is opened. An opened activity with a date gets a mark even outside the selection. */
  opened: ActivityRow | null;
  view: View;
  lanes: Facet | null;
  axis: TimeAxis;
  /** The days that the axis shows. */
  window: DaySpan;
}

const NO_BINS: Replies['laneDensity'] = { selection: null, compared: null };

/** Returns the feed that the timeline draws. Unchanged parts remain the same objects. */
export function useFeed(
  { replies, opened: openedRow, view, lanes, axis, window }: Shown,
  open: OpenDataset,
  tools: DateTools,
): Feed {
  const { bounds, gapsLeft, folds } = axis;
  const colouring = useColouring();
  const { counts, compared: both = null, lanes: laneCounts = null, laneDensity: bins = NO_BINS } = replies;
  const { total, recorded } = counts;
  const { marks } = replies.marks;
  const laneDensity = bins.selection;
  const isThere = openedRow === null || isUndated(openedRow) || marks.some(row => row.id === openedRow.id);
  const shown = useMemo(() => (isThere || !openedRow ? marks : [...marks, openedRow]), [isThere, marks, openedRow]);
  const options = useLaneOptions(open, lanes, view, tools);
  const nameOfLane = useMemo(() => {
    const drawn = lanes ? laneValues(lanes, options) : [];
    const names = new Map(drawn.map(lane => [lane.id, laneName(lane, tools)]));
    return (lane: string) => names.get(lane) ?? (lane === NONE ? tools.t('facet.noneNamed') : '');
  }, [lanes, options, tools]);
  const fedMarks = useMemo(
    () => marksOf(shown, bounds, laneIndex(lanes, options), nameOfLane, row => markWords(row, tools, colouring)),
    [shown, bounds, lanes, options, nameOfLane, tools, colouring],
  );
  const fedLanes = useMemo(() => {
    return lanesOf(lanes, options, { total, recorded, lanes: laneCounts }).map(lane => ({
      id: lane.id,
      label: laneLabel(lane, tools),
      title: lane.title === null ? '' : tools.words(lane.title),
      count: lanes ? tools.number(lane.count) : '',
      depth: lane.depth,
      isOpen: lane.isOpen,
      toggleName:
        lane.isOpen === null || lane.title === null ? '' : tools.t('timeline.below', { lane: tools.words(lane.title) }),
      silence: laneSilence(lane, tools),
      isUnmatched: lane.count === 0 && lane.recorded > 0,
    }));
  }, [lanes, options, laneCounts, total, recorded, tools]);
  const density = useMemo(
    () =>
      laneDensity && {
        edges: laneDensity.edges,
        lanes: new Map(laneDensity.lanes.map(({ lane, counts }) => [lane ?? ALL_LANE, counts])),
      },
    [laneDensity],
  );
  const compared = useMemo(
    () =>
      both &&
      compareFeed(
        { counts, compared: both, marks: { ...replies.marks, marks: shown }, laneDensity: bins },
        bounds,
        tools,
        row => markWords(row, tools, colouring),
      ),
    [both, counts, replies.marks, shown, bins, bounds, tools, colouring],
  );
  const opened = view.activity;
  const { earliest, latest } = window;
  return useMemo(
    () => ({
      lanes: compared?.lanes ?? fedLanes,
      marks: compared?.marks ?? fedMarks,
      gaps: gapsLeft,
      folds,
      density: compared ? compared.density : density,
      isColoured: colouring !== null,
      opened,
      window: { earliest, latest },
      bounds,
    }),
    [compared, fedLanes, fedMarks, gapsLeft, folds, density, colouring, opened, earliest, latest, bounds],
  );
}

function useLaneOptions(open: OpenDataset, lanes: Facet | null, view: View, tools: TextTools): LaneOptions {
  const { openLanes, laneSort } = view;
  return useMemo(() => {
    const weights = open.counts.find(({ facet }) => facet === lanes?.id)?.counts ?? [];
    return laneOptions(lanes, { openLanes, laneSort }, weights, tools);
  }, [open, lanes, openLanes, laneSort, tools]);
}
