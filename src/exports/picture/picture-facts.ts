import type { OpenDataset } from '../../model/answer';
import { facetTree } from '../../model/facet-tree';
import { laneFacet } from '../../model/lanes';
import { axisBase, axisIn, type TimeAxis } from '../../model/time-axis';
import type { View } from '../../model/view';
import type { Replies, Wants } from '../../model/wants';
import { shownWindow } from '../../model/window';

/** With more activities, the marks are a sample. Otherwise each activity is drawn, alone or in a pile. */
const MOST_MARKS = 320;

const BINS = 460;

/** What a picture of a timeline shows, in addition to the facts that every export states. It is plain data. */
export interface PictureFacts {
  view: Pick<View, 'from' | 'to' | 'openLanes' | 'laneSort' | 'colour'>;
  palette: 'light' | 'dark';
  lanes: string | null;
  /** The axis over the whole selection. Null if no activity has a known day. */
  axis: TimeAxis | null;
  counts: OpenDataset['counts'];
  replies: Pick<Replies, 'marks' | 'lanes' | 'laneDensity'> & {
    counts: Pick<Replies['counts'], 'total' | 'recorded' | 'undated'>;
  };
}

export type PicturedView = PictureFacts['view'] & Pick<View, 'gaps' | 'lanes'>;

type Asked = Required<Pick<Wants, 'counts' | 'marks'>> & Pick<Wants, 'lanes' | 'laneDensity'>;

/** Asks an engine about the selection of the view. A reply may lack activities whose text is not loaded yet. */
export type AskEngine = (wants: Asked) => Promise<Answered>;

type Answered = Pick<Replies, 'marks'> &
  Pick<PictureFacts['replies'], 'counts'> &
  Partial<Pick<Replies, 'lanes' | 'laneDensity'>>;

/** Asks for everything that a picture of a view shows. If texts are not loaded yet, waits for `wait` and asks again. */
export async function pictureFacts(
  ask: AskEngine,
  { view, open, palette = 'light' }: { view: PicturedView; open: OpenDataset; palette?: PictureFacts['palette'] },
  wait: () => Promise<void>,
): Promise<PictureFacts> {
  const base = axisBase(open, view.gaps);
  const axis = base && axisIn(base, view);
  const facet = laneFacet(open.head, view.lanes);
  const wants = pictureWants(view, facet?.id ?? null, { open, axis });
  let replies = await ask(wants);
  while (replies.marks.isPartial) {
    await wait();
    replies = await ask(wants);
  }
  const { counts, marks, lanes = null, laneDensity = { selection: null, compared: null } } = replies;
  const { from, to, openLanes, laneSort, colour } = view;
  return {
    view: { from, to, openLanes, laneSort, colour },
    palette,
    lanes: facet?.id ?? null,
    axis,
    counts: open.counts,
    replies: {
      counts: { total: counts.total, recorded: counts.recorded, undated: counts.undated },
      marks: { ...marks, compared: [] },
      lanes,
      laneDensity: { ...laneDensity, compared: null },
    },
  };
}

function pictureWants(
  view: PicturedView,
  facet: string | null,
  { open, axis }: { open: OpenDataset; axis: TimeAxis | null },
): Asked {
  const value = open.head.facets.find(({ id }) => id === facet);
  const opened = value ? view.openLanes.filter(id => facetTree(value).childrenOf(id).length > 0) : [];
  const lanes = facet === null ? null : { facet, open: opened };
  const wants: Asked = { counts: true, marks: { limit: MOST_MARKS, margin: 0, lanes }, ...(lanes && { lanes }) };
  if (!axis) return wants;
  const { earliest, latest } = shownWindow(view, axis.bounds);
  const bins = { start: earliest, end: latest + 1, count: Math.min(BINS, latest + 1 - earliest) };
  return { ...wants, laneDensity: { lanes, bins, above: 0 } };
}
