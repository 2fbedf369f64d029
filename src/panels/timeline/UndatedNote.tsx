import { lazyWithMessages } from '../../i18n/later-messages';
import { LazyPart } from '../../ui/LazyPart';

const lineModule = lazyWithMessages(() => import('./UndatedLine'));

/** Shows the line about activities without a date, if there are any. The code and messages of the line load only then. */
export function UndatedNote({ count }: { count: number }) {
  return count > 0 && <LazyPart code={lineModule}>{({ UndatedLine }) => <UndatedLine count={count} />}</LazyPart>;
}
