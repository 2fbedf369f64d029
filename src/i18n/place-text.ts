import { isolated } from '../lib/isolated';
import type { Place } from '../model/dataset';
import type { TextTools } from './text-tools';
import { intlLocale } from './translate';

const countryNames = new Map<string, Intl.DisplayNames>();

export function countryName(language: string, code: string): string | undefined {
  const names = countryNames.get(language) ?? new Intl.DisplayNames(intlLocale(language), { type: 'region' });
  countryNames.set(language, names);
  return names.of(code);
}

/** Writes the name and country of a place: `Brussels, Belgium`. */
export function placeText(
  { words, language }: Pick<TextTools, 'words' | 'language'>,
  { name, country }: Place,
): string {
  const place = isolated(words(name));
  const countryText = country && countryName(language, country);
  return countryText && countryText !== words(name) ? `${place}, ${countryText}` : place;
}
