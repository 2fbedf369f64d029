import { lazyWithMessages } from '../../i18n/later-messages';

/** Loads after the explorer's first paint, because browsers do not wait for code when they print. */
export const printModule = lazyWithMessages(() => import('./PrintPart'));
