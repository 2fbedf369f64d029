import { intlLocale } from '../../i18n/translate';

/** A moment of the axis; only its instant is used. */
interface Instant {
  valueOf(): number;
}

/** Labels of the axis through Intl, so that no other library's languages are needed. */
export function axisFormat(language: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(intlLocale(language), { ...options, timeZone: 'UTC' });
    return (date: Instant) => made.format(date.valueOf());
  };
  const minor: Readonly<Record<string, (date: Instant) => string>> = {
    weekday: format({ weekday: 'short', day: 'numeric' }),
    day: format({ day: 'numeric' }),
    week: format({ day: 'numeric' }),
    month: format({ month: 'short' }),
    year: format({ year: 'numeric' }),
  };
  const major: Readonly<Record<string, (date: Instant) => string>> = {
    weekday: format({ month: 'long', year: 'numeric' }),
    day: format({ month: 'long', year: 'numeric' }),
    week: format({ month: 'long', year: 'numeric' }),
    month: format({ year: 'numeric' }),
  };
  return {
    minorLabels: (date: Instant, scale: string) => minor[scale]?.(date) ?? '',
    majorLabels: (date: Instant, scale: string) => major[scale]?.(date) ?? '',
  };
}
