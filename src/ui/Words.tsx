import { isRightToLeft } from '../lib/isolated';
import { lazyModule } from '../lib/lazy-module';
import type { SpokenText } from '../lib/spoken-text';
import { useLazyModule } from './use-lazy-module';

interface Props {
  of: SpokenText;
  /** What was searched: where it stands in the words is marked. */
  search?: string | undefined;
}

/** Words of the dataset: text, never markup, with their own language where it is not the page's, and in their own direction. */
export function Words({ of: { text, language }, search }: Props) {
  const content = search ? <Highlighted text={text} search={search} /> : text;
  return language === null && !isRightToLeft(text) ? content : <bdi lang={language ?? undefined}>{content}</bdi>;
}

/** A page without a search needs no code for this. */
const highlightCode = lazyModule(() => import('../lib/highlight'));

function Highlighted({ text, search }: { text: string; search: string }) {
  const { part } = useLazyModule(highlightCode);
  if (part === null) return text;
  const pieces = part.highlight(text, search);
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place
  return pieces.map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>));
}

/** The words as a paragraph, only where the search stands in them. */
export function FoundWords({ of, search, className }: { of: SpokenText; search: string; className: string }) {
  const { part } = useLazyModule(highlightCode);
  if (!part?.highlight(of.text, search).some(piece => piece.hit)) return null;
  return (
    <p className={className}>
      <Words of={of} search={search} />
    </p>
  );
}
