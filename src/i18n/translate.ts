import type { I18n } from '@lingui/core';
import { isolated } from '../lib/isolated';

/**
 * Returns the message `id` with the values inserted. Isolates values in right-to-left scripts, so that they do not
 * reorder the words around them.
 */
export type Translate = (id: string, values?: Record<string, unknown>) => string;

export function translateWith(i18n: I18n): Translate {
  return (id, values) => i18n._(id, values && withIsolated(values));
}

function withIsolated(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? isolated(value) : value]),
  );
}

/**
 * Returns the locale that `Intl` uses for a language. For English it is en-GB, which writes the day before the month.
 */
export function intlLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
