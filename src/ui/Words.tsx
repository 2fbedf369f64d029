import { isRightToLeft } from '../lib/isolated';
import { lazyModule } from '../lib/lazy-module';
import type { SpokenText } from '../lib/spoken-text';
import { useLazyModule } from './use-lazy-module';

interface Props {
  of: SpokenText;
  /** The search whose matches are highlighted. */
  search?: string | undefined;
}

/** Renders a text of the dataset, with `lang` for another language and `<bdi>` for right-to-left text. */
export function Words({ of: { text, language }, search }: Props) {
  const content = search ? <Highlighted text={text} search={search} /> : text;
  return language === null && !isRightToLeft(text) ? content : <bdi lang={language ?? undefined}>{content}</bdi>;
}

/** Loaded on demand, because pages without a search do not need the code. */
const highlightCode = lazyModule(() => import('../lib/highlight'));

function Highlighted({ text, search }: { text: string; search: string }) {
  const { part } = useLazyModule(highlightCode);
  if (part === null) return text;
  const pieces = part.highlight(text, search);
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity other than their index
  return pieces.map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>));
}

/** Renders a text as a paragraph, but only if the text contains a match of the search. */
export function FoundWords({ of, search, className }: { of: SpokenText; search: string; className: string }) {
  const { part } = useLazyModule(highlightCode);
  if (!part?.highlight(of.text, search).some(piece => piece.hit)) return null;
  return (
    <p className={className}>
      <Words of={of} search={search} />
    </p>
  );
}
