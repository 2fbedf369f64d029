import { lazyWithMessages } from '../../i18n/later-messages';

/** The code of the printed page, which the page loads once it is shown. */
export const printModule = lazyWithMessages(() => import('./PrintPart'));
