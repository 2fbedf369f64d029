import { type I18n, setupI18n } from '@lingui/core';

const catalogues = {
  en: () => import('../locales/en.po'),
  fr: () => import('../locales/fr.po'),
};

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

const loaded = new Map<Language, Promise<I18n>>();

/** The messages of a language, loaded once. */
export function activateLanguage(language: Language): Promise<I18n> {
  let promise = loaded.get(language);
  if (!promise) {
    promise = catalogues[language]().then(({ messages }) =>
      setupI18n({ locale: language, messages: { [language]: messages }, missing: (_locale, id) => `⟨${id}⟩` }),
    );
    loaded.set(language, promise);
  }
  return promise;
}
