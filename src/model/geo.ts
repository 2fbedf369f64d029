import { fold } from '../lib/fold';
import { countryCode } from './country-codes';
import type { DatasetHead, Facet, FacetValue, Text } from './dataset';
import { facetTree } from './facet-tree';
import { pathOf } from './tree-walks';

/** A facet with values that represent countries. */
export interface GeoFacet {
  facet: Facet;
  /** ISO 3166-1 code → the first value that represents the country. */
  countries: ReadonlyMap<string, FacetValue>;
}

/** Matches concepts of country vocabularies, whose addresses end in an ISO 3166-1 code of two or three letters. */
const AUTHORITIES = [
  /^https?:\/\/publications\.europa\.eu\/resource\/authority\/country\/([A-Z0-9]{3})$/,
  /^https?:\/\/(?:www\.)?iso\.org\/obp\/ui\/#iso:code:3166:([A-Z]{2})$/,
];

/**
 * The minimum share of a facet's leaf values that must have a country code as id. With a smaller share, the facet is not
 * treated as a facet of countries.
 */
const MIN_CODES = 1 / 2;
/**
 * The minimum share of the values with a country code that must also have the name of this country, as label or alias.
 * This condition excludes facets of languages, because language codes can look like country codes.
 */
const MIN_NAMES = 1 / 4;

/**
 * Returns the facet to draw on a map: the facet with the most countries, or the first of several such facets. Returns
 * null if no facet has countries.
 */
export function geoFacet(head: DatasetHead): GeoFacet | null {
  const all = head.facets.map(facet => ({ facet, countries: countriesOf(facet, head.language) }));
  const [first] = all.sort((a, b) => b.countries.size - a.countries.size);
  return first && first.countries.size > 0 ? first : null;
}

/**
 * Returns the values that represent countries, by country code. The `exactMatch` of such a value names a country. In a
 * facet of countries, a value may also have a country code as its id.
 */
function countriesOf(facet: Facet, language: string): GeoFacet['countries'] {
  const hasCodes = isOfCountries(facet, language);
  const countries = new Map<string, FacetValue>();
  for (const value of facet.values) {
    const code = matchedCode(value) ?? (hasCodes ? idCode(value) : null);
    if (code !== null && !countries.has(code)) countries.set(code, value);
  }
  return countries;
}

function matchedCode({ exactMatch = [] }: FacetValue): string | null {
  for (const address of exactMatch) {
    for (const authority of AUTHORITIES) {
      const found = authority.exec(address)?.[1];
      const code = found === undefined ? null : countryCode(found);
      if (code !== null) return code;
    }
  }
  return null;
}

function idCode({ id }: FacetValue): string | null {
  return id.length === 2 ? countryCode(id) : null;
}

function isOfCountries(facet: Facet, language: string): boolean {
  const { childrenOf } = facetTree(facet);
  const leaves = facet.values.filter(({ id }) => childrenOf(id).length === 0);
  const coded = leaves.filter(value => idCode(value) !== null);
  if (coded.length === 0 || coded.length < leaves.length * MIN_CODES) return false;
  return coded.filter(value => hasCountryName(value, language)).length >= coded.length * MIN_NAMES;
}

function hasCountryName(value: FacetValue, language: string): boolean {
  const names = [value.label, ...(value.aliases ?? [])].flatMap(text => inLanguages(text, language));
  return names.some(([tag, name]) => fold(name) === fold(countryName(tag, idCode(value) ?? '')));
}

function inLanguages(text: Text, language: string): [string, string][] {
  return typeof text === 'string' ? [[language, text]] : Object.entries(text);
}

const namers = new Map<string, Intl.DisplayNames | null>();

/** Returns the name of a country in a language, or '' if the browser doesn't know it. */
function countryName(language: string, code: string): string {
  const namer = namers.get(language) ?? namerOf(language);
  namers.set(language, namer);
  return namer?.of(code) ?? '';
}

function namerOf(language: string): Intl.DisplayNames | null {
  try {
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  } catch {
    return null;
  }
}

/**
 * Returns the ids of the values that represent a country, by the id of the value itself and of each of its ancestors.
 * For `europe`, the ids may be `fr` and `de`; for `fr`, only `fr`.
 */
export function countriesBelow({ facet, countries }: GeoFacet): ReadonlyMap<string, ReadonlySet<string>> {
  const tree = facetTree(facet);
  const below = new Map<string, Set<string>>();
  for (const { id } of countries.values()) {
    for (const at of pathOf(tree, id)) {
      const ids = below.get(at) ?? new Set();
      below.set(at, ids.add(id));
    }
  }
  return below;
}
