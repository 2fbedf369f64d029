import { lazyWithMessages } from '../../i18n/later-messages';

/**
 * The code of the printed page. The explorer loads it after its first paint, because browsers do not wait for code when
 * they print.
 */
export const printModule = lazyWithMessages(() => import('./PrintPart'));
