import type { I18n } from '@lingui/core';
import type { OpenFailure, Problem } from '../model/problem';
import { listText } from './list-text';
import { translateWith } from './translate';

/** Matches the path of a part of the dataset that is no activity, such as a facet or a value. */
const OF_ROOT = /^(?:facets|sources|fields)\[/;

/** Writes a problem in one to three sentences: the problem, the proposed correction, and the lost data. */
export function problemText(i18n: I18n, { path, code, found, proposals = [], loss }: Problem): string {
  const t = translateWith(i18n);
  const sentences = [t(`problem.${code}`, { found: found ?? '' })];
  if (proposals.length > 0) {
    const quoted = proposals.map(text => t('quoted', { text }));
    sentences.push(t('problem.proposal', { proposal: listText(i18n.locale, quoted, 'disjunction') }));
  }
  if (loss !== 'note') {
    const isPart = loss === 'field' || OF_ROOT.test(path);
    sentences.push(t(isPart ? 'problem.loss.field' : 'problem.loss.record'));
  }
  return sentences.join(' ');
}

export function failureText(i18n: I18n, { code, found }: Pick<OpenFailure, 'code' | 'found'>): string {
  const t = translateWith(i18n);
  return t(`failure.${code}`, { found });
}
