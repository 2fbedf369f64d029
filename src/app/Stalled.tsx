import { useEffect } from 'react';
import { lazyWithMessages } from '../i18n/later-messages';
import { LazyPart } from '../ui/LazyPart';
import { useLong } from '../ui/use-long';

/** The number of seconds before the note is shown. Even a slow answer takes less time. */
const SECONDS = 20;

const noteModule = lazyWithMessages(() => import('./StalledNote'));

interface Props {
  waitsFor: 'dataset' | 'answer';
  onRetry: () => void;
}

/** Shows a note with a button to try again, but only 20 seconds after mounting. The code of the note loads at once. */
export function Stalled(props: Props) {
  useEffect(noteModule.begin, []);
  if (!useLong(true, SECONDS * 1000)) return null;
  return <LazyPart code={noteModule}>{part => <part.StalledNote {...props} seconds={SECONDS} />}</LazyPart>;
}
