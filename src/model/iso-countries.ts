/** The codes of ISO 3166-1 and that in use for Kosovo: in each word a first letter, and the second letters after it. */
const LETTERS = `
  ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR GABDEFGHILMNPQRSTUWY
  HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA
  REOSUW SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS XK YET ZAMW
`;

/** All two-letter codes, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = LETTERS.trim()
  .split(/\s+/)
  .flatMap(([first = '', ...seconds]) => seconds.map(second => first + second));

const known = new Set(COUNTRY_CODES);

/** Returns whether a text is the two-letter code of a country, in capital letters. */
export function isCountryCode(text: string): boolean {
  return known.has(text);
}
