/*
 * The link grammar, version 1. A link is the query string of the page:
 *
 *   programme=glo-act,ccp     a facet's id: chosen value ids, joined by commas
 *   region=-europe,_none      a leading - excludes; _none stands for "no value of this facet"
 *   theme.mode=all            every chosen value must be there
 *   q, from, to …             the reserved keys
 *
 * Canonical order: facets by id, each followed by its mode, then the reserved keys in their order. Defaults are left out.
 */
export const MODE_SUFFIX = '.mode';

/** A link longer than this is no link; mail and chat cut far earlier. */
export const LONGEST_LINK = 16_000;

/** More values than this in one facet of a link are not read. */
export const MOST_VALUES = 500;

export const GRAMMAR_VERSION = 1;
