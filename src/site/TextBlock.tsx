import { isRightToLeft } from '../lib/isolated';
import type { SpokenText } from '../lib/spoken-text';

interface Props {
  as: 'h1' | 'h2' | 'p';
  of: SpokenText;
  className?: string;
}

/** An element that contains one text of the dataset, with the text's language and direction. */
export function TextBlock({ as: Element, of: { text, language }, className }: Props) {
  return (
    <Element className={className} lang={language ?? undefined} dir={isRightToLeft(text) ? 'auto' : undefined}>
      {text}
    </Element>
  );
}
