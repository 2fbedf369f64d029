import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Feed } from '../../layout/feed';
import { inSteps } from './in-steps';
import { Island, type IslandEvents } from './island';

/** The values that an island takes from the panel that shows it. */
export interface IslandPanel {
  feed: Feed;
  events: IslandEvents;
  /** Whether the reader prefers reduced motion. */
  isStill: boolean;
}

/** An island and its element. `source.panel` refers to the panel component that shows the island at present. */
interface Framed {
  island: Island;
  language: string;
  frame: HTMLElement;
  source: { panel: { readonly current: IslandPanel } };
}

/** Hidden islands by dataset. Showing an island again takes a tenth of the time of creating one. */
const parked = new WeakMap<object, Framed>();

/**
 * Shows the island of a dataset in `place`. Returns null until the axis and lanes of the island are drawn. Creating an
 * island is slow, so it is done in separate tasks after the element is mounted, and the island is kept while another
 * panel is shown. Another language gets a new island. Throws if the timeline's style sheet is missing, because the
 * timeline would be unreadable.
 */
export function useIsland(
  place: RefObject<HTMLElement | null>,
  dataset: object,
  language: string,
  panel: IslandPanel,
): Island | null {
  const [present, setPresent] = useState<Framed | null>(null);
  const [isUnstyled, setUnstyled] = useState(false);
  const latest = useRef(panel);
  latest.current = panel;
  useLayoutEffect(() => {
    const kept = takeParked(dataset, language);
    const frame = kept?.frame ?? createFrame();
    place.current?.append(frame);
    let framed = kept;
    let cancel = () => {};
    let isReady = true;
    if (kept) {
      kept.source.panel = latest;
      kept.island.show();
      setPresent(kept);
    } else {
      isReady = false;
      cancel = inSteps(() => {
        if (!isStyled(frame)) {
          setUnstyled(true);
          return [];
        }
        const made = frameIsland(frame, language, latest);
        framed = made;
        const finish = () => {
          isReady = true;
          setPresent(made);
        };
        return [() => made.island.show(), () => made.island.drawGround(), finish];
      });
    }
    return () => {
      cancel();
      frame.remove();
      if (framed && isReady) parked.set(dataset, framed);
      else framed?.island.destroy();
      setPresent(null);
    };
  }, [place, dataset, language]);
  if (isUnstyled) throw new Error('the style sheet of the timeline is missing');
  return present?.language === language ? present.island : null;
}

function takeParked(dataset: object, language: string): Framed | null {
  const framed = parked.get(dataset) ?? null;
  parked.delete(dataset);
  if (framed === null || framed.language === language) return framed;
  framed.island.destroy();
  return null;
}

function createFrame(): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'timeline-frame';
  frame.dir = 'ltr';
  return frame;
}

function frameIsland(frame: HTMLElement, language: string, panel: { readonly current: IslandPanel }): Framed {
  const source = { panel };
  const events = () => source.panel.current.events;
  const container = frame.appendChild(document.createElement('div'));
  const island = new Island(
    container,
    language,
    panel.current.feed,
    {
      onWindow: window => events().onWindow(window),
      onOpen: activity => events().onOpen(activity),
      onPile: (pile, button) => events().onPile(pile, button),
      onPlaced: () => {
        frame.dataset.placed = '';
        events().onPlaced();
      },
      onLane: lane => events().onLane(lane),
      onZoom: (factor, about) => events().onZoom(factor, about),
      tipWords: activity => events().tipWords(activity),
      pileWords: pile => events().pileWords(pile),
    },
    () => !source.panel.current.isStill,
  );
  return { island, language, frame, source };
}

/** Only the timeline's style sheet sets `--is-styled`. */
function isStyled(element: HTMLElement): boolean {
  return getComputedStyle(element).getPropertyValue('--is-styled') !== '';
}
