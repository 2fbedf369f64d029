import { lazyWithMessages } from '../../i18n/later-messages';
import { LazyPart } from '../../ui/LazyPart';

const lineModule = lazyWithMessages(() => import('./UndatedLine'));

/** Loads the line about activities without a date, with its messages, where there are such activities. */
export function UndatedNote({ count }: { count: number }) {
  return count > 0 && <LazyPart code={lineModule}>{({ UndatedLine }) => <UndatedLine count={count} />}</LazyPart>;
}
