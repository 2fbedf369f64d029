import { useMemo } from 'react';
import { type LazyModule, loadedModule } from '../lib/lazy-module';
import type { Colouring } from '../model/colour';
import { selectionOf } from '../model/selection-of';
import type { Panel, View } from '../model/view';
import type { PanelState, Wants } from '../model/wants';
import { isFiltered } from '../model/window';
import { belowWants } from '../panels/list/below-wants';
import type { PanelEntry } from '../panels/panel';
import { type Answering, questionsOf, useAskAhead, useReplies } from '../queries/replies';
import { useEventCallback } from '../ui/use-event-callback';
import { useLastWhile } from '../ui/use-last-while';
import { useLazyModule } from '../ui/use-lazy-module';
import { useStable } from '../ui/use-stable';
import { hasPanel } from './compared';
import { estimateModule } from './estimate-module';
import { entryFor, entryOf } from './panels';
import type { Answered } from './present';
import type { Comparing } from './use-comparing';
import type { Shown } from './use-shown';

function comparedWants({ sort }: View, { bars, listed }: Comparing): Wants {
  return {
    compared: true,
    differences: { bars: { a: bars?.a ?? [], b: bars?.b ?? [] } },
    sides: { ...listed, order: sort },
  };
}

const NO_MARKS: LazyModule<unknown> = loadedModule({});

/** The wants that the page asks for with every panel. */
const PAGE_WANTS: Wants = { counts: true, density: true, removals: true };

function colourWants(colouring: Colouring | null): Wants {
  if (!colouring) return {};
  const want = { facet: colouring.facet.id, values: colouring.values.map(({ id }) => id) };
  return { colourCounts: want, colourDensity: want };
}

interface Asked {
  view: View;
  /** The view without the change of an unfinished gesture. */
  settled: View;
  entry: PanelEntry;
  /** The panel whose code could not be loaded, so that the page shows its stand-in. Null if no panel failed. */
  failed: Panel | null;
  isNarrow: boolean;
}

/**
 * Asks the engine for all replies that a view needs. Returns the previous answer until all new replies have arrived, so
 * that all numbers on the page belong to the same view. `askAhead` loads the code and the replies of another panel.
 */
export function useAnswer(answering: Answering, { view, settled, entry, failed, isNarrow }: Asked, shown: Shown) {
  const { open } = answering;
  const { still, isHeld, hasListBelow } = shown;
  const isDraft = view !== settled;
  const facetIds = useMemo(() => open.head.facets.map(({ id }) => id), [open]);
  const selection = useMemo(() => selectionOf(view, facetIds, shown.other), [view, facetIds, shown.other]);
  const stillSelection = useMemo(() => selectionOf(still, facetIds, shown.other), [still, facetIds, shown.other]);
  const state: PanelState = { open, axis: shown.axis, ...shown.asked };
  const { comparing } = shown;
  const page = {
    ...PAGE_WANTS,
    ...(comparing && comparedWants(view, comparing)),
    ...colourWants(shown.colouring),
  };
  // A list below the panel waits for the end of a gesture, whatever the size of the dataset.
  const settledSelection = useMemo(() => selectionOf(settled, facetIds), [settled, facetIds]);
  const questionsFor = (entry: PanelEntry, standIn: PanelEntry | null) => {
    const isPanelShown = hasPanel(entry.id, view);
    const liveWants = isPanelShown && entry.isLive && entry.wants(view, state);
    const stillEntry = standIn ?? (entry.isLive ? null : entry);
    // A filtered result probably leaves room for a list below the panel, so the page asks for the rows of that list,
    // too.
    const mayLeaveRoom = entry.leavesRoom && !standIn && view.compare === null && (hasListBelow || isFiltered(settled));
    const stillWants = isPanelShown && stillEntry?.wants(still, { ...state, axis: shown.stillAxis });
    return {
      ...questionsOf(answering, selection, { ...page, ...liveWants }, isDraft),
      ...(mayLeaveRoom && questionsOf(answering, settledSelection, belowWants(settled), false)),
      ...(stillWants && questionsOf(answering, stillSelection, stillWants, isDraft && !isHeld)),
    };
  };
  const standIn = entry.standIn && (failed === entry.id || entry.code.get() === null) ? entryOf(entry.standIn) : null;
  const { replies, rate, isWaiting: isAsking, error } = useReplies(answering, questionsFor(entry, standIn));
  const ask = useAskAhead(answering);
  const askAhead = useEventCallback((next: Panel) => {
    const reached = entryFor({ ...view, panel: next }, isNarrow, shown.axis !== null);
    reached.code.begin();
    ask(questionsFor(reached, null));
  });
  // An estimate is shown only once the code that marks it is there.
  const { part: marks } = useLazyModule(rate > 0 ? estimateModule : NO_MARKS);
  const isWaiting = isAsking || marks === null;
  const present = useStable<Answered>({ replies: useStable(replies), view, rate, rowsKey: shown.paging.rowsKey });
  return { answered: useLastWhile(present, !isWaiting), isWaiting, error, askAhead };
}
