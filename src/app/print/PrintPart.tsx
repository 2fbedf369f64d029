import { useEffect, useMemo, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { isLarge } from '../../model/record-size';
import { selectionOf } from '../../model/selection-of';
import type { View } from '../../model/view';
import { orderOf } from '../../model/wants';
import { useVersion } from '../../queries/exports';
import { usePrinted } from '../../queries/printed';
import type { Answering } from '../../queries/replies';
import { PrintedPage } from './PrintedPage';

/** How long a view has to rest before its activities are read for printing. */
const REST_MS = 1000;

interface Props {
  answering: Answering;
  /** The view of which the page is shown, and its sentence and number of activities. */
  view: View;
  sentence: string;
  total: number;
}

/**
 * Puts a briefing page in place of the page while it is being printed. Browsers print what stands there at the end of their
 * event `beforeprint`, so activities are loaded before, as soon as a view rests. In large datasets the activities
 * are only loaded by the button `Print`. A comparison is printed as it is on the screen.
 */
export function PrintPart({ answering, view, sentence, total }: Props) {
  const { open } = answering;
  const isPrinting = usePrinting();
  const isResting = useRest(view);
  const toPrint = useMemo(() => {
    const selection = selectionOf(
      view,
      open.head.facets.map(({ id }) => id),
    );
    return { selection, order: orderOf(view) };
  }, [view, open]);
  const isReady = isResting && !isLarge(open.total);
  const activities = usePrinted(answering, toPrint, isPrinting || isReady);
  // After the activities, as the engine reads one selection at a time.
  const version = useVersion(answering, isReady && activities !== undefined) ?? open.head.updated;
  if (!isPrinting || view.compare !== null) return null;
  return createPortal(<PrintedPage {...{ open, view, sentence, total, activities, version }} />, document.body);
}

/** Whether the page is being printed. It is rendered before the browser prints. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    const turn = () => setPrinting(paper.matches);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    paper.addEventListener('change', turn);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      paper.removeEventListener('change', turn);
    };
  }, []);
  return isPrinting;
}

function useRest(view: View): boolean {
  const [rested, setRested] = useState<View | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(view), REST_MS);
    return () => clearTimeout(timer);
  }, [view]);
  return rested === view;
}
