import type { I18n } from '@lingui/core';
import type { OpenFailure, Problem } from '../model/problem';
import { translateWith } from './translate';

/** What is wrong, what was found and, where there is one, how it was probably meant: one to three sentences. */
export function problemText(i18n: I18n, { code, found, proposal, loss }: Problem): string {
  const t = translateWith(i18n);
  const sentences = [t(`problem.${code}`, { found: found ?? '' })];
  if (proposal !== undefined) sentences.push(t('problem.proposal', { proposal }));
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
