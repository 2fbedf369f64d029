/** Returns the first sentence without its full stop. */
export function firstSentence(text: string, language: string): string {
  return firstSentences(text, language, 0).replace(/(?<!\.)\.$/, '');
}

/** Returns as many sentences from the start of a text as fit in `max` UTF-16 units, but at least the first one. */
export function firstSentences(text: string, language: string, max: number): string {
  let lead = '';
  for (const { segment } of segmenterFor(language).segment(text.trim())) {
    if (lead !== '' && lead.length + segment.trimEnd().length > max) break;
    lead += segment;
  }
  return lead.trim();
}

/** Segmenters by language. Creating a segmenter takes longer than using it. */
const segmenters = new Map<string, Intl.Segmenter>();

/** If the dataset names a language that does not exist, returns a segmenter for the reader's language. */
function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const segmenter = madeFor(language);
  segmenters.set(language, segmenter);
  return segmenter;
}

function madeFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}
