import type { I18n } from '@lingui/core';

/** The message of an id in the reader's language, with its values filled in. */
export type Translate = (id: string, values?: Record<string, unknown>) => string;

export function translateWith(i18n: I18n): Translate {
  return (id, values) => i18n._(id, values);
}

/** The locale for Intl: English dates are written day first. */
export function intlLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
