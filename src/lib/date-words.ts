import { foldedName, monthNames, weekdayNames } from './month-names';

/** The languages whose names of months and days of the week are known. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl'];

/** Seasons by their code in EDTF, in the same languages. */
const SEASONS: Readonly<Record<number, string>> = {
  21: 'spring printemps fruhling fruhjahr primavera lente voorjaar wiosna',
  22: 'summer ete sommer verano estate verao zomer lato',
  23: 'autumn fall automne herbst otono autunno outono herfst najaar jesien',
  24: 'winter hiver invierno inverno zima',
};

let months: ReadonlyMap<string, number> | undefined;

/** 1 to 12 for the name of a month, long or short, alone or beside a day; undefined for another word. */
export function monthOf(name: string): number | undefined {
  months ??= new Map([...LANGUAGES.flatMap(language => [...monthNames(language)]), ['sept', 9]]);
  return months.get(foldedName(name));
}

let weekdays: ReadonlyMap<string, number> | undefined;

export function isWeekday(name: string): boolean {
  weekdays ??= new Map(LANGUAGES.flatMap(language => [...weekdayNames(language)]));
  return weekdays.has(foldedName(name));
}

/** The code of a season in EDTF, 21 to 24; undefined for another word. */
export function seasonOf(name: string): number | undefined {
  const wanted = foldedName(name);
  const code = Object.entries(SEASONS).find(([, names]) => names.split(' ').includes(wanted))?.[0];
  return code === undefined ? undefined : Number(code);
}
