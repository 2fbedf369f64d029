import { fold } from '../../lib/fold';
import { countryCode } from '../../model/country-codes';
import { COUNTRY_CODES } from '../../model/iso-countries';

const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl'];

/** Names that `Intl.DisplayNames` lacks, each after its code: formal, former and short names. */
const OTHER_NAMES = `
  BN Brunei Darussalam
  BO Bolivia (Plurinational State of)
  BO Plurinational State of Bolivia
  CD Democratic Republic of the Congo
  CD DR Congo
  CG Congo
  CG Republic of the Congo
  CI Ivory Coast
  CV Cape Verde
  CZ Czech Republic
  FM Micronesia (Federated States of)
  FM Federated States of Micronesia
  GB Great Britain
  GB U.K.
  GB UK
  GB United Kingdom of Great Britain and Northern Ireland
  GM The Gambia
  IR Iran (Islamic Republic of)
  IR Islamic Republic of Iran
  KP Democratic People's Republic of Korea
  KR Korea, Republic of
  KR Republic of Korea
  LA Lao People's Democratic Republic
  MD Moldova, Republic of
  MD Republic of Moldova
  MK Macedonia
  MK Republic of North Macedonia
  MK The former Yugoslav Republic of Macedonia
  MM Burma
  MO Macau
  NL Holland
  NL Netherlands (Kingdom of the)
  NL The Netherlands
  PH The Philippines
  PS State of Palestine
  RU Russian Federation
  ST Sao Tome and Principe
  SY Syrian Arab Republic
  SZ Swaziland
  TL East Timor
  TR Turkey
  TZ Tanzania, United Republic of
  TZ United Republic of Tanzania
  US The United States
  US U.S.
  US U.S.A.
  US United States of America
  VA Holy See
  VE Bolivarian Republic of Venezuela
  VE Venezuela (Bolivarian Republic of)
  VN Viet Nam
`;

let names: ReadonlyMap<string, string> | undefined;

/**
 * Returns the ISO 3166-1 code of a country from its code or its name in one of eight languages. Returns null for other
 * cells.
 */
export function countryOf(cell: string): string | null {
  if (cell !== 'UK' && /^[A-Z]{2,3}$/i.test(cell)) return /^[A-Z]+$/.test(cell) ? countryCode(cell) : null;
  if (cell.length > 60) return null;
  names ??= namesOfCountries();
  return names.get(keyOf(cell)) ?? null;
}

function namesOfCountries(): Map<string, string> {
  const found = new Map<string, string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of COUNTRY_CODES) {
      const name = display.of(code);
      if (name !== undefined && name !== code) found.set(keyOf(name), code);
    }
  }
  for (const line of OTHER_NAMES.trim().split(/\n\s*/)) found.set(keyOf(line.slice(3)), line.slice(0, 2));
  return found;
}

function keyOf(name: string): string {
  return fold(name).replaceAll('’', "'");
}
