import type { I18n } from '@lingui/core';
import { cutRuns } from '../lib/cut-runs';
import { once } from '../lib/once';
import type { SpokenText } from '../lib/spoken-text';
import type { Text } from '../model/dataset';
import { textIn } from '../model/text';
import { intlLocale, type Translate, translateWith } from './translate';

export interface TextTools {
  t: Translate;
  language: string;
  words: (text: Text) => string;
  /** Like `words`, but with the language of the text for a `lang` attribute; null if it is the page's language. */
  spoken: (text: Text) => SpokenText;
  /** Formats a number of activities, which may be an estimate. */
  number: (value: number) => string;
  /** Formats a number that is never an estimate. */
  exact: (value: number) => string;
  /** Formats a large number in few characters: `1.2K`. */
  compact: (value: number) => string;
  compare: (a: string, b: string) => number;
}

const cache = new WeakMap<I18n, Map<string, TextTools>>();

/** Returns the tools for the language of `i18n`. Dataset texts that name no language are in `fallback`. */
export function toolsFor(i18n: I18n, fallback: string): TextTools {
  const key = `${i18n.locale} ${fallback}`;
  return cache.get(i18n)?.get(key) ?? makeAndCache(i18n, fallback, key);
}

function makeAndCache(i18n: I18n, fallback: string, key: string): TextTools {
  const tools = makeTools(i18n, fallback);
  cache.set(i18n, new Map(cache.get(i18n)).set(key, tools));
  return tools;
}

function makeTools(i18n: I18n, fallback: string): TextTools {
  const language = i18n.locale;
  const t = translateWith(i18n);
  const locale = intlLocale(language);
  // Creating the first `Intl` object of each kind takes 10 ms, so none is created before its first use.
  const numbers = once(() => new Intl.NumberFormat(locale));
  const compact = once(() => new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 }));
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const spoken = (text: Text): SpokenText => {
    const found = textIn(text, [language, fallback]);
    const textLanguage = found.language ?? fallback;
    return { text: cutRuns(found.text), language: textLanguage.split('-')[0] === language ? null : textLanguage };
  };
  const exact = (value: number) => numbers().format(value);
  return {
    t,
    language,
    spoken,
    words: text => spoken(text).text,
    number: exact,
    exact,
    compact: value => compact().format(value),
    compare: (a, b) => collator().compare(a, b),
  };
}
