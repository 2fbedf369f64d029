import { lazyWithMessages } from '../i18n/later-messages';

/** The code that marks estimates and asks for exact numbers. */
export const estimateModule = lazyWithMessages(() => import('./EstimateNote'));
