import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { type LazyModule, lazyModule } from '../lib/lazy-module';

const catalogues = {
  en: lazyModule(async () => speaking('en', await import('../locales/en.po'))),
  fr: lazyModule(async () => speaking('fr', await import('../locales/fr.po'))),
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
export function languageModule(language: Language): LazyModule<I18n> {
  return catalogues[language];
}

/** The same once they are here. */
export function activateLanguage(language: Language): Promise<I18n> {
  return catalogues[language].load();
}
