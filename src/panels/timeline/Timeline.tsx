import { useDeferredValue, useId, useLayoutEffect, useRef, useState } from 'react';
import { windowText } from '../../i18n/date-text';
import { lazyWithMessages } from '../../i18n/later-messages';
import { useDates } from '../../i18n/use-dates';
import { rowsOfLane } from '../../layout/arrange';
import { named } from '../../layout/feed';
import { drawnDays } from '../../lib/date-form';
import type { DaySpan } from '../../lib/day';
import { isUndated } from '../../lib/undated';
import { laneFacet } from '../../model/lanes';
import { sortedUnique } from '../../model/view';
import { chosenWindow, isFiltered, shownWindow } from '../../model/window';
import { panned } from '../../model/window-moves';
import { useNavigation } from '../../navigation/navigation';
import { sharesOf } from '../../ui/colour-look';
import { LazyPart } from '../../ui/LazyPart';
import { useMedia } from '../../ui/use-media';
import { useShortcuts } from '../../ui/use-shortcut';
import { ColourChoice } from '../ColourChoice';
import { ColourLegend } from '../ColourLegend';
import { useColouring } from '../colouring';
import { FittedAxisContext } from '../fitted-axis';
import { useOpenDataset } from '../open-dataset';
import type { PanelProps } from '../panel';
import { aroundPile, zoomed } from './moves';
import { type OpenPile, PileList } from './PileList';
import { isSameWindow } from './shown-range';
import { subjectWindow } from './subject-window';
import { Toolbar } from './Toolbar';
import { tipWords } from './tip-words';
import { UndatedNote } from './UndatedNote';
import { useMatchedLanes } from './unmatched-lanes';
import { type Shown, useFeed } from './use-feed';
import { useFit } from './use-fit';
import { useIsland } from './use-island';
import { useRoom } from './use-room';
import './vis/vis.css';
import './timeline.css';
import './lanes.css';
import './marks.css';
import './mark-labels.css';
import './mark-states.css';
import './mark-colours.css';
import './mark-tip.css';

const unmatchedModule = lazyWithMessages(() => import('./UnmatchedLanes'));

const NO_SHORTCUTS = {};

/** Shows the selection's activities along a time axis, in lanes. Zooming and panning change the view's window. */
export function Timeline({ view, replies, opened, isSubject, axis, onRoom, children }: PanelProps) {
  const { head } = useOpenDataset();
  const { marks } = replies;
  if (!axis || !marks) return null;
  const lanes = view.compare === null ? laneFacet(head, view.lanes) : null;
  return (
    <TimelineOnAxis {...{ view, opened, isSubject, axis, lanes, onRoom, children }} replies={{ ...replies, marks }} />
  );
}

function TimelineOnAxis(props: Omit<Shown, 'window'> & Pick<PanelProps, 'isSubject' | 'onRoom' | 'children'>) {
  const { go } = useNavigation();
  const { view, lanes, axis } = props;
  const { colourCounts } = props.replies;
  const colouring = useColouring();
  const { bounds, folds } = axis;
  const open = useOpenDataset();
  const tools = useDates();
  const { t, language } = tools;
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const fit = useFit(props);
  const { isSubject, opened } = props;
  const isDrawn = isSubject && opened?.id === view.activity && !isUndated(opened);
  const subject = isDrawn ? subjectWindow(drawnDays(opened, bounds), bounds) : null;
  const isFitted = subject !== null || (fit !== null && !view.wholeAxis);
  const window = subject ?? (fit !== null && isFitted ? fit : shownWindow(view, bounds));
  const [hasAllLanes, setAllLanes] = useState(false);
  const { feed, unmatched } = useMatchedLanes(useFeed({ ...props, window }, open, tools), view, hasAllLanes);
  const helpId = useId();
  const [isPlaced, setPlaced] = useState(false);
  const [pile, setPile] = useState<OpenPile | null>(null);
  const apart = pile && aroundPile(pile.span, feed.window, pile.count > rowsOfLane(feed.lanes.length));

  const setWindow = (window: DaySpan) => {
    go(chosenWindow(window, bounds, isFitted || isFiltered(view)), 'replace');
  };
  const zoomOf = (factor: number, about = feed.window) => zoomed(feed.window, { factor, about, bounds, folds });
  const zoom = (factor: number, about?: DaySpan) => setWindow(zoomOf(factor, about));
  const pan = (share: number) => panned(feed.window, { share, bounds, folds });

  const page = (share: number) => {
    const next = pan(share);
    if (!isSameWindow(next, feed.window)) setWindow(next);
  };
  useShortcuts(isFitted ? { '[': () => page(-1), ']': () => page(1) } : NO_SHORTCUTS);

  const toggleLane = (lane: string) => {
    const isOpen = view.openLanes.includes(lane);
    const others = view.openLanes.filter(id => id !== lane);
    go({ openLanes: isOpen ? others : sortedUnique([...others, lane]) });
  };

  const place = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  /** The reply whose marks the island was last given to draw. */
  const fed = useRef(props.replies.marks);
  const tellRoom = useRoom(end, props.onRoom);
  const island = useIsland(place, open, language, {
    feed,
    isStill,
    events: {
      onWindow: setWindow,
      onOpen: activity => go({ activity }),
      onPile: (pile, button) => {
        const { left, top, bottom } = button.getBoundingClientRect();
        setPile({
          ...pile,
          place: { left: left + scrollX, top: top + scrollY, bottom: bottom + scrollY },
        });
      },
      tipWords: activity => {
        const { marks, compared } = props.replies.marks;
        const row = [...marks, ...compared, ...(props.opened ? [props.opened] : [])].find(({ id }) => id === activity);
        return row ? tipWords(row, open.head, tools) : null;
      },
      onPlaced: () => {
        setPlaced(true);
        tellRoom(fed.current);
      },
      onLane: toggleLane,
      onZoom: zoom,
      pileWords: ({ count, span, laneName, shares }) => {
        const period = named(windowText(tools, span.earliest, span.latest), laneName);
        const name = t('timeline.pile', { n: count, period });
        return { text: `+${tools.compact(count)}`, name, shares: shares && sharesOf(shares) };
      },
    },
  });
  const drawn = useDeferredValue(feed);
  const drawnMarks = useDeferredValue(props.replies.marks);
  useLayoutEffect(() => {
    fed.current = drawnMarks;
    island?.update(drawn);
  }, [island, drawn, drawnMarks]);

  return (
    <section aria-label={t('timeline.label')} aria-describedby={helpId} className="pt-2">
      <Toolbar
        lanes={lanes}
        view={view}
        axis={axis}
        can={{
          earlier: !isSameWindow(feed.window, pan(-0.5)),
          later: !isSameWindow(feed.window, pan(0.5)),
          zoomIn: !isSameWindow(feed.window, zoomOf(0.5)),
          fit: fit !== null && !isFitted,
          zoomOut: isFitted || view.from !== null || view.to !== null,
        }}
        onZoom={zoom}
        onPan={share => setWindow(pan(share))}
        colour={<ColourChoice view={view} counts={colourCounts} />}
      >
        <FittedAxisContext value={isFitted ? feed.window : null}>{props.children}</FittedAxisContext>
      </Toolbar>
      {colouring && (
        <div className="hidden pb-2 print:block">
          <ColourLegend colouring={colouring} counts={view.compare === null ? colourCounts : undefined} />
        </div>
      )}
      <p id={helpId} className="sr-only">
        {t('timeline.help')}
      </p>
      <div ref={end}>
        <div ref={place} />
        {isPlaced && unmatched.length > 0 && (
          <LazyPart code={unmatchedModule} fallback={<div className="h-5" />}>
            {({ UnmatchedLanes }) => (
              <UnmatchedLanes
                lanes={unmatched}
                total={props.replies.counts.total}
                areShown={hasAllLanes}
                onTurn={() => setAllLanes(!hasAllLanes)}
              />
            )}
          </LazyPart>
        )}
        {isPlaced && <UndatedNote count={props.replies.counts.undated} />}
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
