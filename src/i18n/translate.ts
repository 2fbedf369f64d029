import type { I18n } from '@lingui/core';
import { isolated } from '../lib/isolated';

/** Inserts values into the message `id`. Isolates right-to-left values, so that they do not reorder other words. */
export type Translate = (id: string, values?: Record<string, unknown>) => string;

export function translateWith(i18n: I18n): Translate {
  return (id, values) => i18n._(id, values && withIsolated(values));
}

function withIsolated(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? isolated(value) : value]),
  );
}

/** Returns the `Intl` locale for a language. English is en-GB, which writes the day before the month. */
export function intlLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
