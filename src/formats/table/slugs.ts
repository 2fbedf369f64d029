const LONGEST = 60;

/** Returns a slug that resembles a text; '' if the text has no Latin letter or digit. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
}

/** Makes slugs of texts that differ from each other and from the `taken` ones. */
export function createSlugs(taken: readonly string[] = []) {
  const used = new Set(taken);
  return {
    unique(text: string, fallback = 'value'): string {
      const base = slugOf(text) || fallback;
      let slug = base;
      for (let n = 2; used.has(slug); n += 1) slug = `${base}-${n}`;
      used.add(slug);
      return slug;
    },
  };
}
