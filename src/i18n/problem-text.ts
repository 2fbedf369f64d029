import type { I18n } from '@lingui/core';
import type { OpenFailure, Problem } from '../model/problem';

/** What is wrong, what was found and, where there is one, how it was probably meant: one to three sentences. */
export function problemText(i18n: I18n, { code, found, proposal, loss }: Problem): string {
  const sentences = [i18n._(`problem.${code}`, { found: found ?? '' })];
  if (proposal !== undefined) sentences.push(i18n._('problem.proposal', { proposal }));
  if (loss !== 'note') sentences.push(i18n._(`problem.loss.${loss}`));
  return sentences.join(' ');
}

/** What was expected, what was found and what to do. */
export function failureText(i18n: I18n, { code, found }: Pick<OpenFailure, 'code' | 'found'>): string {
  return i18n._(`failure.${code}`, { found });
}
