import { activateLanguage, type Language } from '../../src/i18n/catalogue';
import type { DateWords } from '../../src/i18n/date-text';
import type { TextTools } from '../../src/i18n/text-tools';
import { translateWith } from '../../src/i18n/translate';
import { textIn } from '../../src/model/text';

export async function dateWords(language: Language): Promise<DateWords> {
  return { t: translateWith(await activateLanguage(language)), language };
}

/** Returns the text tools of `useText` without rendering a page. */
export async function textTools(
  language: Language,
): Promise<Omit<TextTools, 'date' | 'spoken' | 'number' | 'exact' | 'compact' | 'compare'>> {
  const words = await dateWords(language);
  return { ...words, words: text => textIn(text, [language, 'en']).text };
}
