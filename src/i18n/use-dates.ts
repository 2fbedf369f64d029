import { type DateStyle, dateText } from './date-text';
import type { TextTools } from './text-tools';
import { useText } from './use-text';

export interface DateTools extends TextTools {
  date: (edtf: string, style?: DateStyle) => string;
}

/** Returns the tools of `useText` and a date writer. A separate module, because the first paint needs no dates. */
export function useDates(): DateTools {
  return withDates(useText());
}

const cache = new WeakMap<TextTools, DateTools>();

function withDates(tools: TextTools): DateTools {
  const known = cache.get(tools);
  if (known) return known;
  const dated = { ...tools, date: cached((edtf, style) => dateText(tools, edtf, style)) };
  cache.set(tools, dated);
  return dated;
}

const MAX_CACHED = 5000;

/** Caches results, because replies repeat the same activities and `Intl` formats date ranges slowly. */
function cached(write: DateTools['date']): DateTools['date'] {
  const texts = new Map<string, string>();
  return (edtf, style) => {
    const key = `${style} ${edtf}`;
    const text = texts.get(key) ?? write(edtf, style);
    if (texts.size >= MAX_CACHED) texts.clear();
    texts.set(key, text);
    return text;
  };
}
