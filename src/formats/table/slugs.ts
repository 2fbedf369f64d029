import { SLUG } from '../../lib/slug';

const LONGEST = 60;

const IS_ASCII = /^[\x20-\x7e]*$/;

/** Returns a slug that resembles a text, or '' if the text has no Latin letter or digit. */
export function slugOf(text: string): string {
  // Most ids in a table are slugs already, so this test saves time.
  if (text.length <= LONGEST && SLUG.test(text)) return text;
  const letters = IS_ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return letters
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
}

/** Creates a maker of slugs. Each slug differs from all earlier ones and from those in `taken`. */
export function createSlugs(taken: readonly string[] = []) {
  const used = new Set(taken);
  /** Maps a slug without its number to the number for the next equal text. */
  const next = new Map<string, number>();
  return {
    unique(text: string, fallback = 'value'): string {
      const base = slugOf(text) || fallback;
      let slug = base;
      if (used.has(slug)) {
        let n = next.get(base) ?? 2;
        while (used.has(`${base}-${n}`)) n += 1;
        next.set(base, n + 1);
        slug = `${base}-${n}`;
      }
      used.add(slug);
      return slug;
    },
  };
}
