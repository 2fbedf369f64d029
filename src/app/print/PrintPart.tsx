import { useEffect, useMemo, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useText } from '../../i18n/use-text';
import { isLarge } from '../../model/record-size';
import type { View } from '../../model/view';
import { useVersion } from '../../queries/exports';
import { usePrinted } from '../../queries/printed';
import type { Answering } from '../../queries/replies';
import { type Subject, sharedOf } from '../share/shared';
import { PrintedPage } from './PrintedPage';
import { toPrint } from './to-print';

/** The milliseconds that a view must stay unchanged before its activities are loaded for printing. */
const REST_MS = 1000;

interface Props {
  answering: Answering;
  subject: Subject;
}

/**
 * Replaces the page by a briefing page while the browser prints. Browsers print what the page shows at the end of the
 * event `beforeprint`. So the activities are loaded as soon as the view has not changed for a second. In large
 * datasets, only the button `Print` loads the activities. A comparison is printed as it appears on the screen.
 */
export function PrintPart({ answering, subject }: Props) {
  const tools = useText();
  const { open } = answering;
  const { view } = subject;
  const isView = subject.kind === 'view';
  const isPrinting = usePrinting();
  const isResting = useRest(view);
  const page = useMemo(() => toPrint(view, open), [view, open]);
  const isReady = isResting && !isLarge(open.total);
  const printed = usePrinted(answering, page, isPrinting || isReady);
  // Asks for the version after the activities, because the engine reads one selection at a time.
  const version = useVersion(answering, isReady && printed !== undefined) ?? open.head.updated ?? '';
  if (!isPrinting || (isView && view.compare !== null)) return null;
  const { aboutOf, exported } = sharedOf(tools, open, subject);
  const shown = 'activities' in exported ? { activities: exported.activities, figure: null } : printed;
  return createPortal(
    <PrintedPage
      head={open.head}
      about={aboutOf(version)}
      isByDate={!isView || page.order === 'date' || page.order === '-date'}
      activities={shown?.activities}
      figure={shown?.figure ?? null}
    />,
    document.body,
  );
}

/** Whether the page is being printed. Renders synchronously, because the browser prints right after the event. */
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
    // Printing may have begun before this code was loaded.
    turn();
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
