import type { I18n } from '@lingui/core';
import type { OpenFailure, Problem } from '../model/problem';
import { listText } from './list-text';
import { translateWith } from './translate';

/** Writes a problem in one to three sentences: the problem, the proposed correction, and the lost data. */
export function problemText(i18n: I18n, { code, found, proposals = [], loss }: Problem): string {
  const t = translateWith(i18n);
  const sentences = [t(`problem.${code}`, { found: found ?? '' })];
  if (proposals.length > 0) {
    const quoted = proposals.map(text => t('quoted', { text }));
    sentences.push(t('problem.proposal', { proposal: listText(i18n.locale, quoted, 'disjunction') }));
  }
  if (loss !== 'note') sentences.push(t(`problem.loss.${loss}`));
  return sentences.join(' ');
}

export function failureText(i18n: I18n, { code, found }: Pick<OpenFailure, 'code' | 'found'>): string {
  const t = translateWith(i18n);
  return t(`failure.${code}`, { found });
}
