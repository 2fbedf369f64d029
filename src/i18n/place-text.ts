import type { Place } from '../model/dataset';
import { intlLocale } from './translate';
import type { TextTools } from './use-text';

/** `Brussels, Belgium`. */
export function placeText(
  { words, language }: Pick<TextTools, 'words' | 'language'>,
  { name, country }: Place,
): string {
  const place = words(name);
  const land = country && new Intl.DisplayNames(intlLocale(language), { type: 'region' }).of(country);
  return land && land !== place ? `${place}, ${land}` : place;
}
