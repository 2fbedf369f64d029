import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatDay } from '../../i18n/calendar-format';
import { windowText } from '../../i18n/date-text';
import { type DateTools, useDates } from '../../i18n/use-dates';
import type { TextTools } from '../../i18n/use-text';
import { dateShape } from '../../lib/date-shape';
import type { DaySpan } from '../../lib/day';
import type { OpenDataset } from '../../model/answer';
import { type Facet, type FacetValue, NONE } from '../../model/dataset';
import { countOf, facetTree } from '../../model/facet-tree';
import { type LaneOptions, laneFacet, laneValues, type OthersLane, type ValueLane } from '../../model/lanes';
import type { TimeAxis } from '../../model/time-axis';
import { sortedUnique, type View } from '../../model/view';
import type { Replies } from '../../model/wants';
import { clampWindow, shownWindow, windowPatch } from '../../model/window';
import { panned } from '../../model/window-moves';
import { useNavigation } from '../../navigation/navigation';
import { useMedia } from '../../ui/use-media';
import { useOpenDataset } from '../open-dataset';
import type { PanelProps } from '../panel';
import { rowsOfLane } from './arrange';
import { compareFeed } from './compare-feed';
import { type Feed, marksOf, named } from './feed';
import { Island } from './island';
import { laneSilence } from './lane-silence';
import { ALL_LANE, type Lane, laneIndex, lanesOf } from './lanes';
import { markWords } from './mark-words';
import { aroundPile, zoomed } from './moves';
import { type OpenPile, PileList } from './PileList';
import { isSameWindow } from './shown-range';
import { Toolbar } from './Toolbar';
import { useIsland } from './use-island';
import './vis/vis.css';
import './timeline.css';
import './lanes.css';
import './marks.css';
import './mark-labels.css';
import './mark-states.css';

/** Without lanes, or without days, some of these are not asked for. */
type TimelineReplies = Pick<Replies, 'counts' | 'marks'> & Partial<Pick<Replies, 'compared' | 'lanes' | 'laneDensity'>>;

interface Props extends Pick<PanelProps, 'view' | 'opened' | 'children'> {
  replies: TimelineReplies;
  lanes: Facet | null;
  axis: TimeAxis;
}

/** The selection on the axis of time, in lanes. Zooming and panning set the window of the view. */
export function Timeline({ view, replies, opened, axis, children }: PanelProps) {
  const { head } = useOpenDataset();
  const { marks } = replies;
  if (!axis || !marks) return null;
  const lanes = view.compare === null ? laneFacet(head, view.lanes) : null;
  return <TimelineOnAxis {...{ view, opened, axis, lanes, children }} replies={{ ...replies, marks }} />;
}

function TimelineOnAxis(props: Props) {
  const { go } = useNavigation();
  const { view, lanes, axis } = props;
  const { bounds, folds } = axis;
  const open = useOpenDataset();
  const tools = useDates();
  const { t, language } = tools;
  const container = useRef<HTMLDivElement>(null);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const feed = useFeed(props, open, tools);
  const helpId = useId();
  const [pile, setPile] = useState<OpenPile | null>(null);
  const apart = pile && aroundPile(pile.span, feed.window, pile.count > rowsOfLane(feed.lanes.length));

  const setWindow = (window: DaySpan) => {
    const { from, to } = clampWindow(window.earliest, window.latest, bounds);
    go(windowPatch(from, to), 'replace');
  };
  const zoomOf = (factor: number, about = feed.window) => zoomed(feed.window, { factor, about, bounds, folds });
  const zoom = (factor: number, about?: DaySpan) => setWindow(zoomOf(factor, about));
  const pan = (share: number) => panned(feed.window, { share, bounds, folds });

  const toggleLane = (lane: string) => {
    const isOpen = view.openLanes.includes(lane);
    const others = view.openLanes.filter(id => id !== lane);
    go({ openLanes: isOpen ? others : sortedUnique([...others, lane]) });
  };

  // The island outlives renders: it reads what to do from here.
  const live = useRef({ feed, setWindow, zoom, toggleLane, tools, isStill });
  live.current = { feed, setWindow, zoom, toggleLane, tools, isStill };
  const island = useIsland(
    container,
    language,
    element =>
      new Island(
        element,
        language,
        live.current.feed,
        {
          onWindow: window => live.current.setWindow(window),
          onOpen: activity => go({ activity }),
          onPile: (pile, button) => {
            const { left, top, bottom } = button.getBoundingClientRect();
            setPile({
              ...pile,
              place: { left: left + scrollX, top: top + scrollY, bottom: bottom + scrollY },
            });
          },
          onLane: lane => live.current.toggleLane(lane),
          onZoom: (factor, about) => live.current.zoom(factor, about),
          pileText: n => `+${live.current.tools.compact(n)}`,
          pileName: (n, { earliest, latest }, lane) => {
            const period = named(windowText(live.current.tools, earliest, latest), lane);
            return live.current.tools.t('timeline.pile', { n, period });
          },
        },
        () => !live.current.isStill,
      ),
  );
  const drawn = useDeferredValue(feed);
  useEffect(() => island?.update(drawn), [island, drawn]);

  return (
    <section aria-label={t('timeline.label')} aria-describedby={helpId} className="pt-2">
      <Toolbar
        head={open.head}
        lanes={lanes}
        view={view}
        axis={axis}
        can={{
          earlier: !isSameWindow(feed.window, pan(-0.5)),
          later: !isSameWindow(feed.window, pan(0.5)),
          zoomIn: !isSameWindow(feed.window, zoomOf(0.5)),
          zoomOut: view.from !== null || view.to !== null,
        }}
        onZoom={zoom}
        onPan={share => setWindow(pan(share))}
      >
        {props.children}
      </Toolbar>
      <p id={helpId} className="sr-only">
        {t('timeline.help')}
      </p>
      <div dir="ltr" className="timeline-frame">
        <div ref={container} />
      </div>
      {pile && (
        <PileList
          key={pile.activities.join(' ')}
          pile={pile}
          rows={props.replies.marks.marks.filter(({ id }) => pile.activities.includes(id))}
          onZoom={
            apart &&
            (() => {
              setPile(null);
              setWindow(apart);
            })
          }
          onClose={() => setPile(null)}
        />
      )}
    </section>
  );
}

const NO_BINS: Replies['laneDensity'] = { selection: null, compared: null };

function useFeed({ replies, opened: openedRow, view, lanes, axis }: Props, open: OpenDataset, tools: DateTools): Feed {
  const { bounds, gapsLeft, folds } = axis;
  const { counts, compared: both = null, lanes: laneCounts = null, laneDensity: bins = NO_BINS } = replies;
  const { total, recorded } = counts;
  const { marks } = replies.marks;
  const laneDensity = bins.selection;
  const isThere = openedRow === null || marks.some(row => row.id === openedRow.id);
  const shown = useMemo(() => (isThere || !openedRow ? marks : [...marks, openedRow]), [isThere, marks, openedRow]);
  const options = useLaneOptions(open, lanes, view, tools);
  const nameOfLane = useMemo(() => {
    const drawn = lanes ? laneValues(lanes, options) : [];
    const names = new Map(drawn.map(lane => [lane.id, laneName(lane, tools)]));
    return (lane: string) => names.get(lane) ?? (lane === NONE ? tools.t('facet.noneNamed') : '');
  }, [lanes, options, tools]);
  const fedMarks = useMemo(
    () => marksOf(shown, bounds, laneIndex(lanes, options), nameOfLane, row => markWords(row, tools)),
    [shown, bounds, lanes, options, nameOfLane, tools],
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
        row => markWords(row, tools),
      ),
    [both, counts, replies.marks, shown, bins, bounds, tools],
  );
  const opened = view.activity;
  const line = useMemo(() => {
    if (opened === null || openedRow?.id !== opened) return null;
    const shape = dateShape(openedRow.date, openedRow, bounds);
    if (shape.form === 'between' || shape.form === 'period') return null;
    const day = shape.earliest;
    return { day, label: formatDay(tools.language, { day: 'numeric', month: 'short' }, day) };
  }, [opened, openedRow, bounds, tools]);
  const { earliest, latest } = shownWindow(view, bounds);
  return useMemo(
    () => ({
      lanes: compared?.lanes ?? fedLanes,
      marks: compared?.marks ?? fedMarks,
      gaps: gapsLeft,
      folds,
      density: compared ? compared.density : density,
      opened,
      line,
      window: { earliest, latest },
      bounds,
    }),
    [compared, fedLanes, fedMarks, gapsLeft, folds, density, opened, line, earliest, latest, bounds],
  );
}

/** What a mark's name says of the lane it stands in. */
function laneName(lane: ValueLane | OthersLane, tools: TextTools): string {
  return lane.kind === 'value' ? tools.words(lane.value.label) : othersLabel(lane.values.length, tools);
}

function othersLabel(n: number, { t }: TextTools): string {
  return t('timeline.otherValues', { n });
}

function laneLabel({ id, label, others }: Lane, tools: TextTools): string {
  if (others > 0) return othersLabel(others, tools);
  if (id === NONE) return tools.t('facet.noneNamed');
  return label === null ? '' : tools.words(label);
}

function useLaneOptions(open: OpenDataset, lanes: Facet | null, view: View, tools: TextTools): LaneOptions {
  const { openLanes, laneSort } = view;
  return useMemo(() => {
    const weights = open.counts.find(({ facet }) => facet === lanes?.id)?.counts ?? [];
    const weightOf = ({ id }: FacetValue) => (lanes ? countOf(facetTree(lanes), weights, id) : 0);
    const compare: LaneOptions['compare'] = (a, b) => {
      if (laneSort === 'count') return weightOf(b) - weightOf(a);
      return laneSort === 'name' ? tools.words(a.label).localeCompare(tools.words(b.label), tools.language) : 0;
    };
    return { open: openLanes, weights, compare };
  }, [open, lanes, openLanes, laneSort, tools]);
}
