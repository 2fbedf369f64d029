/** The languages whose names of months and days of the week are known. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl'];

/** Seasons by their code in EDTF, in the same languages. */
const SEASONS: Readonly<Record<number, string>> = {
  21: 'spring printemps fruhling fruhjahr primavera lente voorjaar wiosna',
  22: 'summer ete sommer verano estate verao zomer lato',
  23: 'autumn fall automne herbst otono autunno outono herfst najaar jesien',
  24: 'winter hiver invierno inverno zima',
};

/** Names as they are compared: without upper case, accents and full stops. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

let months: ReadonlyMap<string, number> | undefined;

/** 1 to 12 for the name of a month, long or short, alone or beside a day; undefined for another word. */
export function monthOf(name: string): number | undefined {
  months ??= new Map([
    ...namesOf([{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }], 'month', 12, month =>
      Date.UTC(2001, month - 1, 1),
    ),
    ['sept', 9],
  ]);
  return months.get(folded(name));
}

let weekdays: ReadonlyMap<string, number> | undefined;

export function isWeekday(name: string): boolean {
  weekdays ??= namesOf([{ weekday: 'long' }, { weekday: 'short' }], 'weekday', 7, day => Date.UTC(2001, 0, day));
  return weekdays.has(folded(name));
}

/** The code of a season in EDTF, 21 to 24; undefined for another word. */
export function seasonOf(name: string): number | undefined {
  const wanted = folded(name);
  const code = Object.entries(SEASONS).find(([, names]) => names.split(' ').includes(wanted))?.[0];
  return code === undefined ? undefined : Number(code);
}

function namesOf(
  styles: readonly Intl.DateTimeFormatOptions[],
  type: Intl.DateTimeFormatPartTypes,
  count: number,
  instantOf: (number: number) => number,
): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const style of styles) {
      const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
      for (let number = 1; number <= count; number += 1) {
        const name = format.formatToParts(instantOf(number)).find(part => part.type === type)?.value;
        if (name !== undefined) names.set(folded(name), number);
      }
    }
  }
  return names;
}
