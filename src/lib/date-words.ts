import { foldedName, monthNames, weekdayNames } from './month-names';

const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl'];

/** Season names by EDTF code, in the order of `LANGUAGES`, in lower case and without accents. */
const SEASONS: Readonly<Record<number, string>> = {
  21: 'spring printemps fruhling fruhjahr primavera lente voorjaar wiosna',
  22: 'summer ete sommer verano estate verao zomer lato',
  23: 'autumn fall automne herbst otono autunno outono herfst najaar jesien',
  24: 'winter hiver invierno inverno zima',
};

let months: ReadonlyMap<string, number> | undefined;

export function monthOf(name: string): number | undefined {
  months ??= new Map([...LANGUAGES.flatMap(language => [...monthNames(language)]), ['sept', 9]]);
  return months.get(foldedName(name));
}

let weekdays: ReadonlyMap<string, number> | undefined;

export function isWeekday(name: string): boolean {
  weekdays ??= new Map(LANGUAGES.flatMap(language => [...weekdayNames(language)]));
  return weekdays.has(foldedName(name));
}

export function seasonOf(name: string): number | undefined {
  const wanted = foldedName(name);
  const code = Object.entries(SEASONS).find(([, names]) => names.split(' ').includes(wanted))?.[0];
  return code === undefined ? undefined : Number(code);
}
