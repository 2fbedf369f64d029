import type { I18n } from '@lingui/core';
import type { OpenFailure, Problem } from '../model/problem';
import { listText } from './list-text';
import { translateWith } from './translate';

/** What is wrong, what was found and, where there is one, how it may have been meant: one to three sentences. */
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

/** The same behind its place, for a list of lines; what is said of the whole file has no place. */
export function problemLine(i18n: I18n, problem: Problem): string {
  const text = problemText(i18n, problem);
  return problem.path === '' ? text : `${problem.path}  ${text}`;
}

/** What was expected, what was found and what to do. */
export function failureText(i18n: I18n, { code, found }: Pick<OpenFailure, 'code' | 'found'>): string {
  const t = translateWith(i18n);
  return t(`failure.${code}`, { found });
}
