import { useText } from '../i18n/use-text';
import type { Image } from '../model/dataset';

interface Props {
  image: Image;
  /** Classes that size and place the box, so that nothing moves when the image has loaded. */
  box: string;
}

/** Shows an image of the dataset in a box of fixed size, or its alternative text if the image can't be loaded. */
export function RecordImage({ image: { src, alt }, box }: Props) {
  const { text, language } = useText().spoken(alt);
  return (
    <span className={`block overflow-hidden bg-faint text-xs text-ink-2 ${box}`}>
      <img
        key={src}
        src={src}
        alt={text}
        lang={language ?? undefined}
        loading="lazy"
        decoding="async"
        className="block size-full object-contain wrap-anywhere"
      />
    </span>
  );
}
