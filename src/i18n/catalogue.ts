import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { type LazyModule, lazyModule } from '../lib/lazy-module';
import { loadLaterMessages, withLaterMessages } from './later-messages';

const catalogues = {
  en: lazyModule(async () => createI18n('en', await import('../locales/en.po'))),
  fr: lazyModule(async () => createI18n('fr', await import('../locales/fr.po'))),
};

function createI18n(locale: string, { messages }: { messages: Messages }): Promise<I18n> {
  return withLaterMessages(
    setupI18n({ locale, messages: { [locale]: messages }, missing: (_locale, id) => `⟨${id}⟩` }),
  );
}

export type Language = keyof typeof catalogues;

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(catalogues, tag);
}

/** Returns the first of the BCP 47 tags that has a catalogue; English if none has. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}

export function languageModule(language: Language): LazyModule<I18n> {
  return catalogues[language];
}

/** Loads all messages of a language, those of lazily loaded code included. */
export async function activateLanguage(language: Language): Promise<I18n> {
  const i18n = await catalogues[language].load();
  await loadLaterMessages();
  return i18n;
}
