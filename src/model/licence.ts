/** The name of a licence, and the address of its text. The address is null if it is unknown. */
export interface Licence {
  name: string;
  url: string | null;
}

const CREATIVE_COMMONS = /^CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)$/;

/** Returns the licence that a dataset names by its SPDX identifier or address. Any other text is only a name. */
export function licenceOf(license: string): Licence {
  if (/^https?:\/\//.test(license)) return { name: license, url: license };
  const [, terms, version] = CREATIVE_COMMONS.exec(license) ?? [];
  if (terms && version) {
    return {
      name: `CC ${terms} ${version}`,
      url: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`,
    };
  }
  if (license === 'CC0-1.0') return { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  const isId = /^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(license);
  return { name: license, url: isId ? `https://spdx.org/licenses/${license}.html` : null };
}
