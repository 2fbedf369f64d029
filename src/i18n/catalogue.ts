import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { type LazyModule, lazyModule } from '../lib/lazy-module';
import { loadLaterMessages, withLaterMessages } from './later-messages';

const catalogues = {
  en: lazyModule(async () => createI18n('en', await import('../locales/en.po'))),
  fr: lazyModule(async () => createI18n('fr', await import('../locales/fr.po'))),
};

/** Creates a catalogue with a copy of the messages, because Lingui adds messages that load later to the given object. */
function createI18n(locale: string, { messages }: { messages: Messages }): Promise<I18n> {
  return withLaterMessages(
    setupI18n({ locale, messages: { [locale]: { ...messages } }, missing: (_locale, id) => `⟨${id}⟩` }),
  );
}

export type Language = keyof typeof catalogues;

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(catalogues, tag);
}

/**
 * Returns the first wanted language that is offered and has a catalogue, otherwise the first offered language that has
 * a catalogue. Both lists are BCP 47 tags. If `offered` has no language with a catalogue, all languages are offered.
 */
export function chooseLanguage(wanted: readonly string[], offered: readonly string[] | null = null): Language {
  const known = languagesOf(offered ?? []);
  return languagesOf(wanted).find(language => known.length === 0 || known.includes(language)) ?? known[0] ?? 'en';
}

function languagesOf(tags: readonly string[]): Language[] {
  return tags.map(tag => tag.toLowerCase().split('-')[0] ?? '').filter(isLanguage);
}

export function languageModule(language: Language): LazyModule<I18n> {
  return catalogues[language];
}

/** Loads all messages of a language, including those of lazily loaded code. */
export async function activateLanguage(language: Language): Promise<I18n> {
  const i18n = await catalogues[language].load();
  await loadLaterMessages();
  return i18n;
}
