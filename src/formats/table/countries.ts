import { fold } from '../../lib/fold';
import { COUNTRY_CODES, countryCode } from '../../model/country-codes';

const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl'];

let names: ReadonlyMap<string, string> | undefined;

/** Returns the ISO 3166-1 code of a country that a cell names by its code, or by its name in one of eight languages. */
export function countryOf(cell: string): string | null {
  if (/^[A-Z]{2,3}$/i.test(cell)) return /^[A-Z]+$/.test(cell) ? countryCode(cell) : null;
  if (cell.length > 60) return null;
  names ??= namesOfCountries();
  return names.get(fold(cell)) ?? null;
}

function namesOfCountries(): Map<string, string> {
  const found = new Map<string, string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of COUNTRY_CODES) {
      const name = display.of(code);
      if (name !== undefined && name !== code) found.set(fold(name), code);
    }
  }
  return found;
}
