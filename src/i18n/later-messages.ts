import type { I18n, Messages } from '@lingui/core';
import { type LazyModule, lazyModule } from '../lib/lazy-module';

/** Messages that only lazily loaded code uses, by language. Separate files make the page start faster. */
const laterMessages: Readonly<Record<string, LazyModule<Messages>>> = {
  en: lazyModule(async () => (await import('../locales/later.en.po')).messages),
  fr: lazyModule(async () => (await import('../locales/later.fr.po')).messages),
};

const created = new Set<I18n>();
const completed = new WeakSet<I18n>();
let isWanted = false;

/** Adds the later messages to a catalogue, at once if they were loaded before, otherwise once they are loaded. */
export async function withLaterMessages(i18n: I18n): Promise<I18n> {
  created.add(i18n);
  if (isWanted) await addTo(i18n);
  return i18n;
}

/** Loads the later messages of every language in use. */
export async function loadLaterMessages(): Promise<void> {
  isWanted = true;
  await Promise.all([...created].map(addTo));
}

/** Like `lazyModule`, but also waits for the messages of `locales/later.*.po`. */
export function lazyWithMessages<Part>(fetchPart: () => Promise<Part>): LazyModule<Part> {
  return lazyModule(async () => {
    const [part] = await Promise.all([fetchPart(), loadLaterMessages()]);
    return part;
  });
}

async function addTo(i18n: I18n): Promise<void> {
  const messages = await laterMessages[i18n.locale]?.load();
  if (!messages || completed.has(i18n)) return;
  completed.add(i18n);
  i18n.load(i18n.locale, messages);
}
