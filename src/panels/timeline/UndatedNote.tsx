import { lazyWithMessages } from '../../i18n/later-messages';
import { LazyPart } from '../../ui/LazyPart';

const lineModule = lazyWithMessages(() => import('./UndatedLine'));

/** Loads the code and messages of the line only if there are activities without a date. */
export function UndatedNote({ count }: { count: number }) {
  return count > 0 && <LazyPart code={lineModule}>{({ UndatedLine }) => <UndatedLine count={count} />}</LazyPart>;
}
