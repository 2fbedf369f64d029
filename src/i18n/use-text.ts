import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { createContext, useContext } from 'react';
import { cutRuns } from '../lib/cut-runs';
import { once } from '../lib/once';
import type { SpokenText } from '../lib/spoken-text';
import type { Text } from '../model/dataset';
import { textIn } from '../model/text';
import { intlLocale, type Translate, translateWith } from './translate';

/** The language that texts of the dataset are in when they don't say. */
export const DatasetLanguage = createContext('en');

export interface TextTools {
  t: Translate;
  language: string;
  /** A text of the dataset in the reader's language where it has it. */
  words: (text: Text) => string;
  /** The same with its language, for a `lang` attribute; null where that is the page's own. */
  spoken: (text: Text) => SpokenText;
  number: (value: number) => string;
  /** A large number in few letters: `1.2K`. */
  compact: (value: number) => string;
  /** Which of two names comes first in an alphabet. */
  compare: (a: string, b: string) => number;
}

/** Everything a panel needs to put words, dates and numbers on the screen; the same object for all of a page. */
export function useText(): TextTools {
  const { i18n } = useLingui();
  return toolsFor(i18n, useContext(DatasetLanguage));
}

const made = new WeakMap<I18n, Map<string, TextTools>>();

function toolsFor(i18n: I18n, fallback: string): TextTools {
  const key = `${i18n.locale} ${fallback}`;
  return made.get(i18n)?.get(key) ?? makeAndKeep(i18n, fallback, key);
}

function makeAndKeep(i18n: I18n, fallback: string, key: string): TextTools {
  const tools = makeTools(i18n, fallback);
  made.set(i18n, new Map(made.get(i18n)).set(key, tools));
  return tools;
}

function makeTools(i18n: I18n, fallback: string): TextTools {
  const language = i18n.locale;
  const t = translateWith(i18n);
  const locale = intlLocale(language);
  // The first of a kind takes ten milliseconds, which the first words of the page need not wait for.
  const numbers = once(() => new Intl.NumberFormat(locale));
  const compact = once(() => new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 }));
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const spoken = (text: Text): SpokenText => {
    const found = textIn(text, [language, fallback]);
    const own = found.language ?? fallback;
    return { text: cutRuns(found.text), language: own.split('-')[0] === language ? null : own };
  };
  return {
    t,
    language,
    spoken,
    words: text => spoken(text).text,
    number: value => numbers().format(value),
    compact: value => compact().format(value),
    compare: (a, b) => collator().compare(a, b),
  };
}
