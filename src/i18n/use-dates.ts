import { type DateStyle, dateText } from './date-text';
import { type TextTools, useText } from './use-text';

export interface DateTools extends TextTools {
  date: (edtf: string, style?: DateStyle) => string;
}

/** What `useText` gives, and dates in words. It stands apart, as the first paint needs no dates. */
export function useDates(): DateTools {
  return withDates(useText());
}

const made = new WeakMap<TextTools, DateTools>();

function withDates(tools: TextTools): DateTools {
  const known = made.get(tools);
  if (known) return known;
  const dated = { ...tools, date: remembered((edtf, style) => dateText(tools, edtf, style)) };
  made.set(tools, dated);
  return dated;
}

const MAX_REMEMBERED = 5000;

/** The same activities are shown by one answer after the other, and `Intl` takes its time over a range of days. */
function remembered(spell: DateTools['date']): DateTools['date'] {
  const texts = new Map<string, string>();
  return (edtf, style) => {
    const key = `${style} ${edtf}`;
    const text = texts.get(key) ?? spell(edtf, style);
    if (texts.size >= MAX_REMEMBERED) texts.clear();
    texts.set(key, text);
    return text;
  };
}
