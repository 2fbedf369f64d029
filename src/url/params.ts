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

/**
 * The page writes no longer query string than this. Every browser takes such an address (Safari stops at 80,000
 * characters), and a server can be set up to take it in one buffer of 64 KiB.
 */
export const LONGEST_LINK = 64_000;

/** The page reads more than it writes: links made by hand or by programs. Beyond this the largest parts are left out. */
export const LONGEST_READ = 200_000;

export const GRAMMAR_VERSION = 1;
