import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { type LateCode, lateCode } from '../lib/late-code';

const catalogues = {
  en: lateCode(async () => speaking('en', await import('../locales/en.po'))),
  fr: lateCode(async () => speaking('fr', await import('../locales/fr.po'))),
};

function speaking(locale: string, { messages }: { messages: Messages }): I18n {
  return setupI18n({ locale, messages: { [locale]: messages }, missing: (_locale, id) => `⟨${id}⟩` });
}

export type Language = keyof typeof catalogues;

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(catalogues, tag);
}

/** The first of the wanted BCP 47 languages that there is a catalogue for, else English. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}

/** The messages of a language. */
export function languageCode(language: Language): LateCode<I18n> {
  return catalogues[language];
}

/** The same once they are here. */
export function activateLanguage(language: Language): Promise<I18n> {
  return catalogues[language].load();
}
