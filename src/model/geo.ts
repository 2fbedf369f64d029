import { fold } from '../lib/fold';
import { countryCode } from './country-codes';
import type { DatasetHead, Facet, FacetValue, Text } from './dataset';
import { facetTree } from './facet-tree';
import { pathOf } from './tree-walks';

export interface GeoFacet {
  facet: Facet;
  /** Maps an ISO 3166-1 code to the first value that represents the country. */
  countries: ReadonlyMap<string, FacetValue>;
}

/** Match addresses of concepts in country vocabularies. They end with an ISO 3166-1 code of two or three letters. */
const AUTHORITIES = [
  /^https?:\/\/publications\.europa\.eu\/resource\/authority\/country\/([A-Z0-9]{3})$/,
  /^https?:\/\/(?:www\.)?iso\.org\/obp\/ui\/#iso:code:3166:([A-Z]{2})$/,
];

/** A facet is a facet of countries only if at least this share of its leaf values have a country code as id. */
const MIN_CODES = 1 / 2;
/**
 * At least this share of the values must also have the country's name. This excludes facets of languages, because
 * language codes can look like country codes.
 */
const MIN_NAMES = 1 / 4;

/**
 * Returns the facet for the map: the one with the most countries, or the first of several. Returns null if no facet has
 * countries.
 */
export function geoFacet(head: DatasetHead): GeoFacet | null {
  const all = head.facets.map(facet => ({ facet, countries: countriesOf(facet, head.language) }));
  const [first] = all.sort((a, b) => b.countries.size - a.countries.size);
  return first && first.countries.size > 0 ? first : null;
}

/** Returns the values for countries, by code: by `exactMatch`, or by id in a facet of countries. */
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
 * Maps the id of a value to the ids of all values for countries below it, itself included. For `europe`, these may be
 * `fr` and `de`; for `fr`, only `fr`.
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
