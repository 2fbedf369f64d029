/*
 * The link grammar, version 1. A link is the query string of the page:
 *
 *   programme=glo-act,ccp     a facet's id: chosen value ids, joined by commas
 *   region=-europe,_none      a leading - excludes; _none stands for "no value of this facet"
 *   theme.mode=all            an activity must have every chosen value
 *   q, from, to …             the reserved keys
 *
 * Canonical order: facets by id, each followed by its mode, then the reserved keys in the order of `MEMBERS`
 * (`model/view.ts`). Defaults are left out.
 */
export const MODE_SUFFIX = '.mode';

/**
 * The maximum length of a query string that the page writes, in characters. Every browser accepts this length (Safari
 * accepts 80,000), and servers can be configured to accept it in a buffer of 64 KiB.
 */
export const LONGEST_LINK = 64_000;

/**
 * The maximum length of a query string that the page reads completely, in characters. Of longer query strings, the page
 * ignores the largest parameters. This is more than `LONGEST_LINK`, because other programs also make links.
 */
export const LONGEST_READ = 200_000;

export const GRAMMAR_VERSION = 1;
