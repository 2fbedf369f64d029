import { fold } from './fold';

/** Returns a name in lower case, without accents and full stops. */
export function foldedName(name: string): string {
  return fold(name).replaceAll('.', '');
}

const MONTH_STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

/** Maps long and short month names, in the form of `foldedName` and including forms used after a day, to 1 to 12. */
export function monthNames(language: string): Map<string, number> {
  return namesOf(language, MONTH_STYLES, 'month', 12, month => Date.UTC(2001, month - 1, 1));
}

/** Maps the long and short weekday names of a language, in the form of `foldedName`, to the numbers 1 (Monday) to 7. */
export function weekdayNames(language: string): Map<string, number> {
  return namesOf(language, [{ weekday: 'long' }, { weekday: 'short' }], 'weekday', 7, day => Date.UTC(2001, 0, day));
}

function namesOf(
  language: string,
  styles: readonly Intl.DateTimeFormatOptions[],
  type: Intl.DateTimeFormatPartTypes,
  count: number,
  instantOf: (number: number) => number,
): Map<string, number> {
  const names = new Map<string, number>();
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
    for (let number = 1; number <= count; number += 1) {
      const name = format.formatToParts(instantOf(number)).find(part => part.type === type)?.value;
      if (name !== undefined) names.set(foldedName(name), number);
    }
  }
  return names;
}
