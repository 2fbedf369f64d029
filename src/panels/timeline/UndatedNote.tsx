import { lazyWithMessages } from '../../i18n/later-messages';
import { LazyPart } from '../../ui/LazyPart';

const lineModule = lazyWithMessages(() => import('./UndatedLine'));

/** Shows an `UndatedLine` if there are activities without a date. Loads the code of the line only then. */
export function UndatedNote({ count }: { count: number }) {
  return count > 0 && <LazyPart code={lineModule}>{({ UndatedLine }) => <UndatedLine count={count} />}</LazyPart>;
}
