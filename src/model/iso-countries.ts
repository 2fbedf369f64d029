/** The country codes of ISO 3166-1 and that of Kosovo: in each word a first letter and all second letters. */
const LETTERS = `
  ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR GABDEFGHILMNPQRSTUWY
  HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA
  REOSUW SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS XK YET ZAMW
`;

export const COUNTRY_CODES: readonly string[] = LETTERS.trim()
  .split(/\s+/)
  .flatMap(([first = '', ...seconds]) => seconds.map(second => first + second));

const known = new Set(COUNTRY_CODES);

export function isCountryCode(text: string): boolean {
  return known.has(text);
}
