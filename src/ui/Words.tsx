import { highlight } from '../lib/highlight';
import { isRightToLeft } from '../lib/isolated';
import type { SearchTerms } from '../lib/search-text';
import type { SpokenText } from '../lib/spoken-text';

/** Words of the dataset: text, never markup, with their own language where it is not the page's, and in their own direction. */
export function Words({ of: { text, language }, terms }: { of: SpokenText; terms?: SearchTerms | undefined }) {
  const content = terms ? <Highlighted text={text} terms={terms} /> : text;
  return language === null && !isRightToLeft(text) ? content : <bdi lang={language ?? undefined}>{content}</bdi>;
}

function Highlighted({ text, terms }: { text: string; terms: SearchTerms }) {
  const pieces = highlight(text, terms);
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place
  return pieces.map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>));
}
